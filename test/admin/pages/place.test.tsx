import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { InventoryBody } from '../../../server/core/api';
import type { PlacingCounts } from '../../../server/core/placing-api';
import { aPersona, anInventoryRow } from '../../support/builders';
import { anAudit } from '../../support/coverage-body';
import { Refused } from '../../support/fake-backend';
import { aList, createPagesBackend, openPage } from '../../support/pages-backend';
import { addPlacing, placed } from '../../support/placing-backend';
import { seriousFindings } from '../../support/render-admin';
import { ARTICLE, aVocabulary } from '../../support/tag-backend';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

const rows = [
  anInventoryRow({ documentId: 'doc1', title: 'Pricing' }),
  anInventoryRow({ documentId: 'doc2', title: 'Imprint', uid: 'api::page.page' }),
  anInventoryRow({ documentId: 'doc3', title: 'News' }),
];

const openInventory = async ({
  search = '',
  counts = {},
  meta = {},
  vocabulary = aVocabulary(),
}: {
  search?: string;
  counts?: Partial<PlacingCounts>;
  meta?: Partial<InventoryBody['meta']>;
  vocabulary?: ReturnType<typeof aVocabulary>;
} = {}) => {
  const backend = createPagesBackend(vocabulary);
  backend.on('GET', '/inventory', () => aList(rows, meta));
  addPlacing(backend, counts);
  const page = openPage(`/inventory${search}`, backend);
  await screen.findByRole('link', { name: 'Pricing' });
  return page;
};

type User = Awaited<ReturnType<typeof openInventory>>['user'];

const select = (user: User, title: string) => user.click(screen.getByRole('checkbox', { name: `Select ${title}` }));
const openDialog = async (user: User) => {
  await user.click(screen.getByRole('button', { name: 'Place…' }));
  return within(await screen.findByRole('dialog'));
};
const aDialog = async (options: Parameters<typeof openInventory>[0] = {}) => {
  const page = await openInventory(options);
  await select(page.user, 'Pricing');
  await select(page.user, 'Imprint');
  const dialog = await openDialog(page.user);
  const press = (name: string) => page.user.click(dialog.getByRole('button', { name }));
  const mode = (name: string) => page.user.click(dialog.getByRole('radio', { name }));
  const sentence = async (text: string) =>
    waitFor(() => expect(dialog.getByRole('status')).toHaveTextContent(text), { timeout: 15_000 });
  return { ...page, dialog, press, mode, sentence };
};

const pagination = (total: number, totalIsExact = true) => ({
  pagination: { page: 1, pageSize: 20, pageCount: 96, total, totalIsExact },
});

describe('the dialog', () => {
  test('previews what was chosen, applies it, and takes it back', async () => {
    const { user, backend, dialog, press, sentence } = await aDialog({
      counts: { placed: 1, lost: { personas: { everyone: 1 }, stages: {} } },
    });
    expect(screen.getByRole('dialog', { name: 'Place 2 entries' })).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Apply' })).toBeDisabled();
    await press('Finance lead');
    await press('Decision');
    await sentence('2 of 3 entries will change, 1 of them will be placed by this');
    await sentence('Everyone is replaced by Finance lead in 1 entry');
    await waitFor(() => expect(dialog.getByRole('button', { name: 'Apply' })).toBeEnabled());
    const example = within(dialog.getByRole('list', { name: 'Examples' })).getByRole('listitem');
    expect(example).toHaveTextContent('Pricing guide');
    expect(example).toHaveTextContent('Ops · Stage not set becomes Finance lead · Decision');
    expect(await seriousFindings(screen.getByRole('dialog'))).toEqual([]);
    const entries = [
      { uid: ARTICLE, documentId: 'doc1' },
      { uid: 'api::page.page', documentId: 'doc2' },
    ];
    const change = { mode: 'add', personas: ['finance'], stages: ['decision'] };
    expect(placed(backend).at(-1)).toEqual({ entries, change, dryRun: true });

    await press('Apply');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(placed(backend).at(-1)).toEqual({ entries, change });
    expect(
      await screen.findByText(
        /^2 entries changed, 1 of them placed by this · Everyone was replaced by Finance lead in 1 entry/
      )
    ).toBeInTheDocument();
    expect(screen.queryByRole('group', { name: 'Selection' })).not.toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Undone: 2 entries are as before.')).toBeInTheDocument();
    expect(backend.log.some(({ url }) => url === '/content-strategy/operations/7/undo')).toBe(true);
  });

  test('clicks in a row ask once', async () => {
    const { backend, dialog, sentence } = await aDialog();
    // All within one moment, however busy the machine.
    for (const name of ['Finance lead', 'IT admin', 'Decision']) fireEvent.click(dialog.getByRole('button', { name }));
    await sentence('2 of 3 entries will be placed');
    const all = { mode: 'add', personas: ['finance', 'it'], stages: ['decision'] };
    await waitFor(() => expect(placed(backend).at(-1)?.change).toEqual(all));
    expect(placed(backend)).toHaveLength(1);
  });

  test('everyone stands beside nobody', async () => {
    const { dialog, press } = await aDialog();
    await press('Finance lead');
    await press('Everyone');
    expect(dialog.getByRole('button', { name: 'Finance lead' })).toHaveAttribute('aria-pressed', 'false');
    await press('IT admin');
    expect(dialog.getByRole('button', { name: 'Everyone' })).toHaveAttribute('aria-pressed', 'false');
  });

  test('not part of a journey takes a reason', async () => {
    const { backend, dialog, mode, press, sentence } = await aDialog();
    await press('Finance lead');
    await mode('Not part of a journey');
    expect(dialog.queryByRole('button', { name: 'Finance lead' })).not.toBeInTheDocument();
    expect(dialog.getByRole('status')).toHaveTextContent('Choose above to see what would change.');
    await mode('Legal');
    await sentence('2 of 3 entries will be no part of a journey');
    await press('Apply');
    await waitFor(() => expect(placed(backend).at(-1)).toMatchObject({ change: { mode: 'exclude', reason: 'legal' } }));
  });

  test('what is no longer in use can be removed, and only that', async () => {
    const vocabulary = aVocabulary();
    const { dialog, mode } = await aDialog({
      vocabulary: {
        ...vocabulary,
        personas: [...vocabulary.personas, aPersona('gone', { name: 'Gone', retired: true })],
      },
    });
    expect(dialog.queryByRole('button', { name: /^Gone/ })).not.toBeInTheDocument();
    await mode('Remove');
    expect(dialog.getByRole('button', { name: 'Gone (no longer in use)' })).toBeInTheDocument();
  });

  test('says what is skipped and why, and that nothing changes', async () => {
    const { dialog, press, sentence } = await aDialog({
      counts: { changed: 0, added: 0, removed: 0, placed: 0, skipped: { 'too-many-tags': 1, retired: 2 } },
    });
    await press('Finance lead');
    await sentence('None of 3 entries changes');
    await sentence('1 skipped: more than 100 placements each');
    await sentence('2 skipped: a persona or stage is no longer in use');
    expect(dialog.getByRole('button', { name: 'Apply' })).toBeDisabled();
  });

  test('refused: says why, stays, and keeps what was chosen', async () => {
    const { backend, dialog, press, sentence } = await aDialog();
    await press('Finance lead');
    await sentence('2 of 3 entries will be placed');
    backend.on('POST', '/tags/bulk', () => {
      throw new Refused(404, '`entries`: there is no entry "doc2".');
    });
    await press('Apply');
    expect(await dialog.findByText('`entries`: there is no entry "doc2".')).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Finance lead' })).toHaveAttribute('aria-pressed', 'true');
  });

  test('a preview that fails says why and can be asked for again', async () => {
    const { user, backend, dialog, press, sentence } = await aDialog();
    backend.on('POST', '/tags/bulk', () => {
      throw new Refused(400, '`personas.0`: the persona "finance" is retired.');
    });
    await press('Finance lead');
    expect(await dialog.findByText(/the persona "finance" is retired/)).toBeInTheDocument();
    addPlacing(backend);
    await user.click(dialog.getByRole('button', { name: 'Try again' }));
    await sentence('2 of 3 entries will be placed');
  });

  test('a refused undo names the entries', async () => {
    const { user, backend, press, sentence } = await aDialog();
    await press('Finance lead');
    await sentence('2 of 3 entries will be placed');
    await press('Apply');
    backend.on('POST', '/operations/:id/undo', () => {
      throw new Refused(409, 'Somebody has changed 3 entries since; nothing was undone.', {
        entries: [
          { uid: ARTICLE, documentId: 'doc1', title: 'Pricing guide' },
          { uid: ARTICLE, documentId: 'doc9' },
        ],
        total: 3,
      });
    });
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(
      await screen.findByText('Nothing was undone: somebody has changed “Pricing guide”, “doc9” and 1 more since.')
    ).toBeInTheDocument();
  });
});

describe('the selection', () => {
  test('all of the page, then all that match: the filter goes to the server', async () => {
    const { user, backend } = await openInventory({ search: '?finding=stale&page=2', meta: pagination(1_912) });
    await user.click(screen.getByRole('checkbox', { name: 'Select all entries on this page' }));
    expect(screen.getByText('3 selected')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Select all 1,912 that match' }));
    expect(screen.getByText('All 1,912 entries that match selected')).toBeInTheDocument();
    const dialog = await openDialog(user);
    expect(screen.getByRole('dialog', { name: 'Place 1,912 entries' })).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Ops' }));
    await waitFor(() => expect(placed(backend)).toHaveLength(1), { timeout: 15_000 });
    expect(placed(backend)[0]).toEqual({
      filter: { finding: 'stale' },
      change: { mode: 'add', personas: ['ops'], stages: [] },
      dryRun: true,
    });
  });

  test('taking one out of all leaves the others of the page', async () => {
    const { user } = await openInventory({ meta: pagination(40) });
    await user.click(screen.getByRole('checkbox', { name: 'Select all entries on this page' }));
    await user.click(screen.getByRole('button', { name: 'Select all 40 that match' }));
    await select(user, 'News');
    expect(screen.getByText('2 selected')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Clear selection' }));
    expect(screen.queryByText('2 selected')).not.toBeInTheDocument();
  });

  test.each([
    [10_001, false],
    [12_000, true],
  ])('%i entries that match are too many', async (total, isExact) => {
    const { user } = await openInventory({ meta: pagination(total, isExact) });
    await user.click(screen.getByRole('checkbox', { name: 'Select all entries on this page' }));
    expect(screen.getByRole('button', { name: /^More than 10,000 match/ })).toBeDisabled();
  });

  test('another filter starts with nothing', async () => {
    const { user } = await openInventory({ search: '?finding=stale' });
    await select(user, 'News');
    await user.click(screen.getByRole('button', { name: 'Remove the filter Finding' }));
    expect(screen.queryByText('1 selected')).not.toBeInTheDocument();
  });

  test('is not offered to who may not place, nor in a saved audit', async () => {
    const can = { read: true, tag: false, audit: true, export: true, settings: true };
    const { unmount } = await openInventory({ vocabulary: aVocabulary({ can }) });
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
    unmount();
    await openInventory({ search: '?audit=3', meta: { audit: anAudit({ id: 3 }) } });
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });
});

describe('for a cell', () => {
  const FOR = '?placement=to-place&counted=all&for=finance/onboarding';

  test('the dialog begins with its persona and stage, until somebody places freely', async () => {
    const { user, query } = await openInventory({ search: FOR });
    expect(screen.getByText('For Finance lead · Onboarding.')).toBeInTheDocument();
    await select(user, 'Pricing');
    const dialog = await openDialog(user);
    const pressed = (name: string) => dialog.getByRole('button', { name }).getAttribute('aria-pressed');
    expect(['Finance lead', 'IT admin', 'Onboarding', 'Decision'].map(pressed)).toEqual([
      'true',
      'false',
      'true',
      'false',
    ]);
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    await user.click(screen.getByRole('button', { name: 'Place freely' }));
    expect(query()).toEqual({ placement: 'to-place', counted: 'all' });
  });

  test.each(['nobody/nowhere', 'finance', 'not-set/onboarding'])('that is none (%s) chooses nothing', async (cell) => {
    await openInventory({ search: `?for=${encodeURIComponent(cell)}` });
    expect(screen.queryByText(/^For /)).not.toBeInTheDocument();
  });
});

test('nothing left to place is said, and is no empty list', async () => {
  const backend = createPagesBackend();
  backend.on('GET', '/inventory', () => aList([]));
  openPage('/inventory?placement=to-place&counted=all', backend);
  expect(await screen.findByText(/^Nothing is left to place/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Back to Coverage' })).toHaveAttribute('href', '/plugins/content-strategy');
});
