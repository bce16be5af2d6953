import { act } from 'react';
import type { BulkActionComponent } from '@strapi/content-manager/strapi-admin';
import { Modal } from '@strapi/design-system';
import { adminApi, Table, useTable } from '@strapi/strapi/admin';
import { screen, waitFor, within } from '@testing-library/react';
import { auditedTypes } from '../../../admin/content-manager/audited-types';
import { DecideBulkAction, PlaceBulkAction } from '../../../admin/content-manager/bulk-action';
import { addBulkDecisions, decided } from '../../support/decision-backend';
import { addPlacing, placed } from '../../support/placing-backend';
import { renderAdmin } from '../../support/render-admin';
import { connect } from '../../support/strapi-admin';
import { ARTICLE, createTagBackend } from '../../support/tag-backend';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

type Documents = Parameters<BulkActionComponent>[0]['documents'];

let asked = 0;
const { useRowsOfTestQuery } = adminApi.enhanceEndpoints({ addTagTypes: ['Document'] }).injectEndpoints({
  endpoints: (build) => ({
    rowsOfTest: build.query<number, null>({
      queryFn: () => ({ data: ++asked }),
      // As Strapi's own lists say it.
      providesTags: [{ type: 'Document', id: 'ALL_LIST' }],
    }),
  }),
});

/** The list view, as far as an action of it can tell. */
const Host = ({ model, useAction }: { readonly model: string; readonly useAction: BulkActionComponent }) => {
  const { selectedRows } = useTable('Host', (table) => table);
  const { data: times } = useRowsOfTestQuery(null);
  const documents = selectedRows as unknown as Documents;
  const action = useAction({ documents, model, collectionType: 'collection-types' });
  if (action?.dialog?.type !== 'modal') return <p>no action, {documents.length} selected</p>;
  const { title, content: Content } = action.dialog;
  return (
    <>
      <p>
        {action.label}, {documents.length} selected
      </p>
      <p>asked {times} times</p>
      {documents.length > 0 && (
        <Modal.Root open>
          <Modal.Content>
            <Modal.Header>
              <Modal.Title>{title}</Modal.Title>
            </Modal.Header>
            {typeof Content === 'function' ? <Content onClose={() => undefined} /> : Content}
          </Modal.Content>
        </Modal.Root>
      )}
    </>
  );
};

const READ = { action: 'plugin::content-strategy.read', subject: null };
const TAG = { action: 'plugin::content-strategy.tag', subject: null };
const rows = ['one', 'two'].map((documentId, id) => ({ id, documentId }));

const openList = (model: string, may = [READ, TAG], useAction = PlaceBulkAction) => {
  asked = 0;
  const backend = createTagBackend();
  addPlacing(backend);
  addBulkDecisions(backend);
  connect(backend, may);
  act(() => auditedTypes.set([ARTICLE]));
  const view = renderAdmin(
    <Table.Root rows={rows} headers={[]} defaultSelectedRows={rows}>
      <Host model={model} useAction={useAction} />
    </Table.Root>
  );
  return { ...view, backend };
};

test('places the selection, clears it, and has Strapi ask for its list anew', async () => {
  const { user, backend } = openList(ARTICLE);
  expect(await screen.findByText('asked 1 times')).toBeInTheDocument();
  const dialog = within(await screen.findByRole('dialog', { name: 'Place 2 entries' }));
  await user.click(await dialog.findByRole('button', { name: 'Finance lead' }, { timeout: 15_000 }));
  await waitFor(() => expect(dialog.getByRole('button', { name: 'Apply' })).toBeEnabled(), { timeout: 15_000 });
  await user.click(dialog.getByRole('button', { name: 'Apply' }));
  expect(await screen.findByText('Place, 0 selected', {}, { timeout: 15_000 })).toBeInTheDocument();
  expect(await screen.findByText('asked 2 times')).toBeInTheDocument();
  expect(placed(backend).at(-1)).toEqual({
    entries: [
      { uid: ARTICLE, documentId: 'one' },
      { uid: ARTICLE, documentId: 'two' },
    ],
    change: { mode: 'add', personas: ['finance'], stages: [] },
  });
});

test('decides about the selection, and clears it', async () => {
  const { user, backend } = openList(ARTICLE, undefined, DecideBulkAction);
  const dialog = within(await screen.findByRole('dialog', { name: 'Decide about 2 entries' }));
  await user.click(await dialog.findByRole('radio', { name: /^Update/ }, { timeout: 15_000 }));
  await waitFor(() => expect(dialog.getByRole('button', { name: 'Apply' })).toBeEnabled(), { timeout: 15_000 });
  await user.click(dialog.getByRole('button', { name: 'Apply' }));
  expect(await screen.findByText('Decide, 0 selected', {}, { timeout: 15_000 })).toBeInTheDocument();
  expect(decided(backend).at(-1)).toMatchObject({
    entries: [{ documentId: 'one' }, { documentId: 'two' }],
    decision: { kind: 'update' },
  });
});

test.each([
  ['types that are not under audit', 'api::author.author', [READ, TAG]],
  ['users who may not place', ARTICLE, [READ]],
])('is not offered for %s', (_name, model, may) => {
  openList(model, may);
  expect(screen.getByText('no action, 2 selected')).toBeInTheDocument();
});
