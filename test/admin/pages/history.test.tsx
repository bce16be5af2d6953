import { screen, waitFor, waitForElementToBeRemoved, within } from '@testing-library/react';
import { inOneOrder, type HistoryItem } from '../../../admin/api/history';
import type { AnalyticsImportBody } from '../../../server/core/consumption-api';
import type { OperationBody } from '../../../server/core/placing-api';
import { anAnalyticsImport } from '../../support/analytics-backend';
import { Refused } from '../../support/fake-backend';
import { createPagesBackend, openPage } from '../../support/pages-backend';
import { anOperation } from '../../support/placing-backend';
import { seriousFindings } from '../../support/render-admin';
import { ARTICLE, aVocabulary } from '../../support/tag-backend';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

const openHistory = async (
  operations: readonly OperationBody[],
  {
    vocabulary = aVocabulary(),
    views = [],
    path = '/history',
  }: {
    vocabulary?: ReturnType<typeof aVocabulary>;
    views?: readonly AnalyticsImportBody[];
    path?: string;
  } = {}
) => {
  const backend = createPagesBackend(vocabulary);
  const pagination = { page: 1, pageSize: 20, pageCount: 1, total: operations.length, totalIsExact: true };
  backend.on('GET', '/operations', () => ({ data: operations, meta: { pagination } }));
  backend.on('GET', '/imports/analytics', () => ({
    data: views,
    meta: { pagination: { ...pagination, total: views.length } },
  }));
  const page = openPage(path, backend);
  await waitForElementToBeRemoved(await screen.findByText('Loading the list'));
  return page;
};

const rowOf = (text: string) => within(screen.getByText(text).closest('tr') ?? document.body);

test('lists who placed what and when, and what became of it', async () => {
  const { container } = await openHistory([
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
    rowOf('Ada Lovelace').getByRole('link', { name: '2 entries changed, 1 of them placed by this' }).parentElement
  ).toHaveTextContent('2 entries changed, 1 of them placed by this · Everyone was taken off 1 entry');
  expect(rowOf('Eve').getByText('Decisions')).toBeInTheDocument();
  expect(rowOf('Eve').getByText('The decision about 40 entries changed')).toBeInTheDocument();
  expect(rowOf('Bob').getByText('Sheet imported: tags.csv')).toBeInTheDocument();
  expect(rowOf('Bob').getByText('Interrupted')).toBeInTheDocument();
  expect(rowOf('Placed by rules').getByText(/^Undone/)).toBeInTheDocument();
  expect(rowOf('Placed by rules').queryByRole('button')).not.toBeInTheDocument();
  expect(await seriousFindings(container)).toEqual([]);
});

test('one under way says how far it is; one that changed nothing offers no way back', async () => {
  const counts = { ...anOperation().counts, changed: 48_000 };
  await openHistory([
    anOperation({ kind: 'import', status: 'running', counts, done: 12_000 }),
    anOperation({ id: 6, by: 'Bob', counts: { ...counts, changed: 0, skipped: { 'changed-meanwhile': 2 } } }),
  ]);
  expect(rowOf('Ada Lovelace').getByText('12,000 of 48,000')).toBeInTheDocument();
  expect(rowOf('Ada Lovelace').queryByText(/entries (changed|placed)/)).not.toBeInTheDocument();
  expect(rowOf('Bob').getByText(/2 skipped: changed by somebody meanwhile/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Undo…' })).not.toBeInTheDocument();
});

test('undoing asks once more; refused, it names the entries and stays', async () => {
  const { user, backend } = await openHistory([anOperation()]);
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
  const { unmount } = await openHistory([anOperation()], { vocabulary: aVocabulary({ can }) });
  expect(screen.queryByRole('button', { name: 'Undo…' })).not.toBeInTheDocument();
  unmount();
  await openHistory([]);
  expect(screen.getByText(/^Nothing has been done at once yet/)).toBeInTheDocument();
});

test('views imported stand among the rest, by their time, with the way back', async () => {
  const { user, backend } = await openHistory(
    [
      anOperation({ at: '2026-06-03T10:00:00.000Z' }),
      anOperation({ id: 6, by: 'Bob', at: '2026-06-01T10:00:00.000Z' }),
    ],
    { views: [anAnalyticsImport({ name: 'ga4.csv', at: '2026-06-02T10:00:00.000Z' })] }
  );
  const rows = screen.getAllByRole('row').map((row) => row.textContent);
  expect(rows[1]).toContain('Ada Lovelace');
  expect(rows[2]).toContain('Views imported: ga4.csv');
  expect(rows[3]).toContain('Bob');
  backend.on('POST', '/imports/analytics/:id/undo', () => ({ data: anAnalyticsImport({ state: 'undone' }) }));
  await user.click(rowOf('Views imported: ga4.csv').getByRole('button'));
  await waitFor(() => expect(backend.sent('POST')).toHaveLength(1));
});

test('an undone import whose views count again', async () => {
  const undone = anAnalyticsImport({ id: 2, name: 'old.csv', state: 'undone' });
  const { user, backend } = await openHistory([], { views: [undone] });
  expect(rowOf('Views imported: old.csv').getByText('Undone')).toBeInTheDocument();
  backend.on('POST', '/imports/analytics/:id/redo', () => ({ data: { ...undone, state: 'replaced', replacedBy: 3 } }));
  await user.click(rowOf('Views imported: old.csv').getByRole('button', { name: /Count again/ }));
  expect(
    await screen.findByText(/“old\.csv” is not undone any more, but on the days they share a newer import/)
  ).toBeInTheDocument();
});

test('its address before leads there', async () => {
  const { router } = await openHistory([anOperation()], { path: '/changes' });
  expect(router.state.location.pathname).toBe('/plugins/content-strategy/history');
  expect(screen.getByRole('heading', { name: 'History', level: 1 })).toBeInTheDocument();
});

test('the tabs are two groups; Files is offered to who may open the Media Library', async () => {
  const backend = createPagesBackend();
  const names = (group: string) =>
    within(screen.getByRole('group', { name: group }))
      .getAllByRole('link')
      .map(({ textContent }) => textContent);
  const { unmount } = openPage('/history', backend);
  await screen.findByRole('link', { name: 'Coverage' });
  expect(names('Content')).toEqual(['Coverage', 'Inventory', 'Never consumed', 'Files']);
  expect(names('Measurement and history')).toEqual(['Measurement', 'Import', 'History']);
  unmount();
  openPage('/history', backend, [], false);
  await screen.findByRole('link', { name: 'Coverage' });
  expect(names('Content')).toEqual(['Coverage', 'Inventory', 'Never consumed']);
});

describe('two lists in one order', () => {
  const item = (at: string) => ({ kind: 'views', at }) as HistoryItem;
  const source = (ats: string, hasMore = false) => ({ items: ats.split(' ').filter(Boolean).map(item), hasMore });
  test.each([
    ['both whole', source('9 4 1'), source('8 5'), '9 8 5 4 1', false],
    ['more of one: what may stand behind it waits', source('9 4', true), source('8 5 3'), '9 8 5 4', true],
    ['more of both', source('9 4', true), source('8 5', true), '9 8 5', true],
    ['one is empty', source(''), source('8'), '8', false],
  ])('%s', (_name, a, b, expected, hasMore) => {
    const { items, hasMore: more } = inOneOrder(a, b);
    expect([items.map(({ at }) => at).join(' '), more]).toEqual([expected, hasMore]);
  });
});
