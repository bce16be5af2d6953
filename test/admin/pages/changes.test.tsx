import { screen, waitFor, waitForElementToBeRemoved, within } from '@testing-library/react';
import type { OperationBody } from '../../../server/core/placing-api';
import { Refused } from '../../support/fake-backend';
import { createPagesBackend, openPage } from '../../support/pages-backend';
import { anOperation } from '../../support/placing-backend';
import { seriousFindings } from '../../support/render-admin';
import { ARTICLE, aVocabulary } from '../../support/tag-backend';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

const openChanges = async (operations: readonly OperationBody[], vocabulary = aVocabulary()) => {
  const backend = createPagesBackend(vocabulary);
  const pagination = { page: 1, pageSize: 20, pageCount: 1, total: operations.length, totalIsExact: true };
  backend.on('GET', '/operations', () => ({ data: operations, meta: { pagination } }));
  const page = openPage('/changes', backend);
  await waitForElementToBeRemoved(await screen.findByText('Loading the list'));
  return page;
};

const rowOf = (text: string) => within(screen.getByText(text).closest('tr') ?? document.body);

test('lists who placed what and when, and what became of it', async () => {
  const { container } = await openChanges([
    anOperation({
      counts: { ...anOperation().counts, placed: 1, lost: { personas: { everyone: 1 }, stages: {} } },
    }),
    anOperation({ id: 6, kind: 'import', name: 'tags.csv', status: 'interrupted', by: 'Bob' }),
    anOperation({
      id: 4,
      kind: 'decisions',
      by: 'Eve',
      counts: { ...anOperation().counts, changed: 40, added: 0, removed: 0, placed: 0, decided: 40 },
    }),
    anOperation({ id: 5, kind: 'rules', status: 'undone', undoneAt: '2026-06-02T10:00:00.000Z', by: null }),
  ]);
  expect(rowOf('Ada Lovelace').getByText('Placed together')).toBeInTheDocument();
  expect(
    rowOf('Ada Lovelace').getByText('2 entries changed, 1 of them placed by this · Everyone was taken off 1 entry')
  ).toBeInTheDocument();
  expect(rowOf('Eve').getByText('Decisions')).toBeInTheDocument();
  expect(rowOf('Eve').getByText('The decision about 40 entries changed')).toBeInTheDocument();
  expect(rowOf('Bob').getByText('Import: tags.csv')).toBeInTheDocument();
  expect(rowOf('Bob').getByText('Interrupted')).toBeInTheDocument();
  expect(rowOf('Placed by rules').getByText(/^Undone/)).toBeInTheDocument();
  expect(rowOf('Placed by rules').queryByRole('button')).not.toBeInTheDocument();
  expect(await seriousFindings(container)).toEqual([]);
});

test('one under way says how far it is; one that changed nothing offers no way back', async () => {
  const counts = { ...anOperation().counts, changed: 48_000 };
  await openChanges([
    anOperation({ kind: 'import', status: 'running', counts, done: 12_000 }),
    anOperation({ id: 6, by: 'Bob', counts: { ...counts, changed: 0, skipped: { 'changed-meanwhile': 2 } } }),
  ]);
  expect(rowOf('Ada Lovelace').getByText('12,000 of 48,000')).toBeInTheDocument();
  expect(rowOf('Ada Lovelace').queryByText(/entries (changed|placed)/)).not.toBeInTheDocument();
  expect(rowOf('Bob').getByText(/2 skipped: changed by somebody meanwhile/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Undo…' })).not.toBeInTheDocument();
});

test('undoing asks once more; refused, it names the entries and stays', async () => {
  const { user, backend } = await openChanges([anOperation()]);
  backend.on('POST', '/operations/:id/undo', () => {
    throw new Refused(409, 'Somebody has changed entry "doc1" since; nothing was undone.', {
      entries: [{ uid: ARTICLE, documentId: 'doc1', title: 'Pricing guide' }],
      total: 1,
    });
  });
  await user.click(screen.getByRole('button', { name: 'Undo…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Undo this change?' }));
  await user.click(dialog.getByRole('button', { name: 'Undo' }));
  expect(
    await dialog.findByText('Nothing was undone: somebody has changed “Pricing guide” since.')
  ).toBeInTheDocument();

  backend.on('POST', '/operations/:id/undo', (_body, [id]) => ({
    data: anOperation({ id: Number(id), status: 'undone' }),
  }));
  await user.click(dialog.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(await screen.findByText('Undone: 2 entries are as before.')).toBeInTheDocument();
});

test('who may not place sees the list without undo; an empty one says what would stand there', async () => {
  const can = { read: true, tag: false, audit: true, export: true, settings: true };
  const { unmount } = await openChanges([anOperation()], aVocabulary({ can }));
  expect(screen.queryByRole('button', { name: 'Undo…' })).not.toBeInTheDocument();
  unmount();
  await openChanges([]);
  expect(screen.getByText(/^Nothing has been changed in bulk yet/)).toBeInTheDocument();
});
