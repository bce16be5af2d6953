import { Table } from '@strapi/strapi/admin';
import { screen, waitFor, within } from '@testing-library/react';
import { AuditedTypesInitializer } from '../../../admin/content-manager/AuditedTypesInitializer';
import { AuditedTypesProbe } from '../../../admin/content-manager/AuditedTypesProbe';
import { auditedTypes } from '../../../admin/content-manager/audited-types';
import { addContentStrategyColumn } from '../../../admin/content-manager/list-column';
import { ListCell } from '../../../admin/content-manager/list/ListCell';
import { renderAdmin } from '../../support/render-admin';
import { connect } from '../../support/strapi-admin';
import { ARTICLE, aTag, createTagBackend } from '../../support/tag-backend';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

test('a list page asks once for all of its rows', async () => {
  const backend = createTagBackend();
  const rows = ['placed', 'open', 'untouched', 'legal'].map((documentId, id) => ({ id, documentId }));
  backend.on('GET', '/tags', () => ({
    data: [
      {
        uid: ARTICLE,
        documentId: 'placed',
        tags: [aTag('it', 'decision'), aTag('finance', 'decision'), aTag('everyone', 'onboarding')],
        excluded: null,
      },
      { uid: ARTICLE, documentId: 'open', tags: [aTag('finance', null)], excluded: null },
      { uid: ARTICLE, documentId: 'untouched', tags: [], excluded: null },
      { uid: ARTICLE, documentId: 'legal', tags: [], excluded: { reason: 'legal' } },
    ],
  }));
  connect(backend, [{ action: 'plugin::content-strategy.read', subject: null }]);
  renderAdmin(
    <Table.Root rows={rows} headers={[]}>
      <Table.Content>
        <Table.Body>
          {rows.map(({ id, documentId }) => (
            <Table.Row key={id} aria-label={documentId}>
              <Table.Cell>
                <ListCell documentId={documentId} />
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table.Content>
    </Table.Root>,
    { path: `/content-manager/collection-types/${ARTICLE}`, route: '/content-manager/:collectionType/:slug' }
  );

  const cell = (name: string) => within(screen.getByRole('row', { name })).getByRole('gridcell');
  expect(await screen.findByText('Not part of a journey')).toBeInTheDocument();
  expect(cell('placed')).toHaveTextContent('Everyone, Finance lead, IT admin · Decision, Onboarding');
  expect(cell('placed')).toHaveTextContent('Placed by Ada Lovelace, Jun 1, 2026');
  expect(cell('open')).toHaveTextContent('Finance lead · Choose a stage to place this entry.');
  expect(cell('untouched')).toHaveTextContent('To place');
  expect(backend.log.filter(({ url }) => url.startsWith('/content-strategy/tags'))).toHaveLength(1);
});

describe('the column', () => {
  const title = { name: 'title' };
  const layout = { settings: { mainField: 'title' } };
  const names = (displayedHeaders: readonly { name: string }[]) =>
    addContentStrategyColumn({ displayedHeaders, layout }).displayedHeaders.map(({ name }) => name);
  const listOf = (uid: string) => window.history.replaceState(null, '', `/content-manager/collection-types/${uid}`);

  test('stands beside the title, else last', () => {
    listOf(ARTICLE);
    expect(names([title, { name: 'slug' }])).toEqual(['title', 'content-strategy', 'slug']);
    expect(names([{ name: 'slug' }])).toEqual(['slug', 'content-strategy']);
  });

  test('is left out of types that are not under audit, once they are known', () => {
    auditedTypes.set([ARTICLE]);
    listOf('api::author.author');
    expect(names([title])).toEqual(['title']);
    listOf(ARTICLE);
    expect(names([title])).toEqual(['title', 'content-strategy']);
  });

  test.each([
    ['who may not read never sees it, though somebody else did in this browser', 'plugin::content-manager.read', false],
    ['who may read does', 'plugin::content-strategy.read', true],
  ])('before the first page is shown: %s', (_name, action, isShown) => {
    auditedTypes.set([ARTICLE]);
    listOf(ARTICLE);
    connect(createTagBackend(), [{ action, subject: null }]);
    const shown: unknown[] = [];
    renderAdmin(<AuditedTypesInitializer setPlugin={(id) => shown.push([id, names([title])])} />);
    expect(shown[0]).toEqual(['content-strategy', isShown ? ['title', 'content-strategy'] : ['title']]);
  });
});

describe('which types are under audit', () => {
  const asked = async (permissions: Parameters<typeof connect>[1]) => {
    const backend = createTagBackend();
    connect(backend, permissions);
    auditedTypes.set(['api::page.page']);
    renderAdmin(<AuditedTypesProbe />);
    await waitFor(() => expect(auditedTypes.get()?.has('api::page.page')).toBe(false));
    return { asked: backend.log.length, known: [...(auditedTypes.get() ?? [])] };
  };

  test('is not asked by users whom the server would refuse', async () => {
    expect(await asked([{ action: 'plugin::content-manager.explorer.read', subject: ARTICLE }])).toEqual({
      asked: 0,
      known: [],
    });
  });

  test('is asked once', async () => {
    const mayRead = [{ action: 'plugin::content-strategy.read', subject: null }];
    expect(await asked(mayRead)).toEqual({ asked: 1, known: [ARTICLE] });
  });
});

test('the column is hidden and shown again in the lists of one type, and that is remembered', async () => {
  const listed = (uid: string) => {
    window.history.replaceState(null, '', `/content-manager/collection-types/${uid}`);
    const layout = { settings: { mainField: 'title' } };
    return addContentStrategyColumn({ displayedHeaders: [{ name: 'title' }], layout }).displayedHeaders.length === 2;
  };
  auditedTypes.set([ARTICLE, 'api::page.page']);
  connect(createTagBackend(), [{ action: 'plugin::content-strategy.read', subject: null }]);
  const list = {
    path: `/content-manager/collection-types/${ARTICLE}`,
    route: '/content-manager/:collectionType/:slug',
  };
  const { user, unmount } = renderAdmin(<AuditedTypesProbe />, list);
  await user.click(await screen.findByRole('button', { name: 'Hide the column Content strategy' }));
  expect([listed(ARTICLE), listed('api::page.page')]).toEqual([false, true]);
  // The page is loaded anew.
  unmount();
  const again = renderAdmin(<AuditedTypesProbe />, list);
  await again.user.click(await screen.findByRole('button', { name: 'Show the column Content strategy' }));
  expect(listed(ARTICLE)).toBe(true);
});
