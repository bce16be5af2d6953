import { screen, waitFor, within } from '@testing-library/react';
import type { PlacingCounts } from '../../../server/core/placing-api';
import { anInventoryRow } from '../../support/builders';
import { addBulkDecisions, aDecision, decided } from '../../support/decision-backend';
import { Refused } from '../../support/fake-backend';
import { aList, createPagesBackend, lastQuery, openPage } from '../../support/pages-backend';
import { seriousFindings } from '../../support/render-admin';
import { ARTICLE } from '../../support/tag-backend';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

const MERGED = aDecision({ kind: 'merge', mergeInto: { uid: ARTICLE, documentId: 'doc1', title: 'Pricing' } });

const rows = [
  anInventoryRow({ documentId: 'doc1', title: 'Pricing' }),
  anInventoryRow({
    documentId: 'doc2',
    title: 'Imprint',
    decision: aDecision({ due: '2020-03-31', owner: 'Dana', note: 'Moved' }),
  }),
  anInventoryRow({ documentId: 'doc3', title: 'Prices', decision: MERGED }),
];

const openInventory = async (search = '', counts: Partial<PlacingCounts> = {}) => {
  const backend = createPagesBackend();
  backend.on('GET', '/inventory', () => aList(rows));
  addBulkDecisions(backend, counts);
  const page = openPage(`/inventory${search}`, backend);
  await screen.findAllByRole('link', { name: 'Pricing' });
  return page;
};

const rowOf = (title: string) => within(screen.getByRole('link', { name: title }).closest('tr') ?? document.body);

test('a row says what is decided, marks what is overdue and leads to where it is merged', async () => {
  const { container } = await openInventory();
  const imprint = rowOf('Imprint');
  expect(imprint.getByText('Retire')).toBeInTheDocument();
  expect(imprint.getByText('due Mar 31, 2020, overdue')).toBeInTheDocument();
  expect(imprint.getByText(/Dana$/)).toBeInTheDocument();
  expect(rowOf('Prices').getByText(/^Merge into/)).toBeInTheDocument();
  expect(rowOf('Prices').getByRole('link', { name: 'Pricing' })).toHaveAttribute(
    'href',
    '/content-manager/collection-types/api::article.article/doc1'
  );
  expect(await seriousFindings(container)).toEqual([]);
});

test('filters by decision and due, from the URL and by hand', async () => {
  const { user, backend, query } = await openInventory('?decision=undecided&due=overdue&persona=ops');
  expect(lastQuery(backend, '/inventory')).toMatchObject({ decision: 'undecided', due: 'overdue', persona: 'ops' });
  expect(screen.getByText('Decision: No decision')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Remove the filter Due' }));
  expect(query()).toEqual({ decision: 'undecided', persona: 'ops' });
  await user.click(screen.getByRole('button', { name: 'More filters (1)' }));
  await user.click(await screen.findByRole('combobox', { name: 'Decision' }));
  await user.click(await screen.findByRole('option', { name: 'Retire' }));
  expect(query()).toEqual({ decision: 'retire', persona: 'ops' });
  await waitFor(() => expect(lastQuery(backend, '/inventory')).toMatchObject({ decision: 'retire' }));
});

test('a decision that nobody can take is no filter', async () => {
  const { backend } = await openInventory('?decision=burn&due=never');
  expect(lastQuery(backend, '/inventory')).toEqual({ page: '1', pageSize: '20', sort: 'updatedAt:desc' });
});

const openDialog = async (...inventory: Parameters<typeof openInventory>) => {
  const page = await openInventory(...inventory);
  await page.user.click(screen.getByRole('checkbox', { name: 'Select Imprint' }));
  await page.user.click(screen.getByRole('checkbox', { name: 'Select Prices' }));
  await page.user.click(screen.getByRole('button', { name: 'Decide…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Decide about 2 entries' }));
  const choose = (name: RegExp) => page.user.click(dialog.getByRole('radio', { name }));
  const sentence = async (text: string) =>
    waitFor(() => expect(dialog.getByRole('status')).toHaveTextContent(text), { timeout: 15_000 });
  return { ...page, dialog, choose, sentence };
};

const ENTRIES = [
  { uid: ARTICLE, documentId: 'doc2' },
  { uid: ARTICLE, documentId: 'doc3' },
];

describe('deciding about many', () => {
  test('previews, applies, and is taken back', async () => {
    const { user, backend, dialog, choose, sentence } = await openDialog();
    await choose(/^Retire/);
    await sentence('The decision about 2 of 3 entries will change');
    const example = within(dialog.getByRole('list', { name: 'Examples' })).getByRole('listitem');
    expect(example).toHaveTextContent('Pricing guideNo decision becomes Retire · “Old prices”');
    expect(await seriousFindings(screen.getByRole('dialog'))).toEqual([]);
    const decision = { kind: 'retire' };
    expect(decided(backend).at(-1)).toEqual({ entries: ENTRIES, decision, dryRun: true });

    await waitFor(() => expect(dialog.getByRole('button', { name: 'Apply' })).toBeEnabled());
    await user.click(dialog.getByRole('button', { name: 'Apply' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(decided(backend).at(-1)).toEqual({ entries: ENTRIES, decision });
    expect(await screen.findByText(/^The decision about 2 entries changed/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Undone: 2 entries are as before.')).toBeInTheDocument();
  });

  test('says which are skipped and why', async () => {
    const { choose, sentence } = await openDialog('', { changed: 1, decided: 1, skipped: { 'merges-into-itself': 1 } });
    await choose(/^Take back decision/);
    await sentence('The decision about 1 of 3 entries will change');
    await sentence('1 skipped: would go into itself');
  });

  test('asks nothing before the target of a merge is chosen', async () => {
    const { backend, dialog, choose, user, sentence } = await openDialog();
    await choose(/^Merge/);
    expect(dialog.getByRole('status')).toHaveTextContent('Choose above to see what would change.');
    await user.click(dialog.getByRole('combobox', { name: /^Into which entry/ }));
    await user.click(await screen.findByRole('option', { name: 'Pricing (Article)' }));
    await sentence('The decision about 2 of 3 entries will change');
    expect(decided(backend)).toMatchObject([
      { decision: { kind: 'merge', mergeInto: { uid: ARTICLE, documentId: 'doc1' } } },
    ]);
  });

  test('a refused preview speaks at its field', async () => {
    const { backend, dialog, choose, user } = await openDialog();
    await choose(/^Keep/);
    backend.on('POST', '/decisions/bulk', () => {
      throw new Refused(400, '`decision.note`: must have at most 2000 characters', {
        errors: [{ path: ['data', 'decision', 'note'], message: 'must have at most 2000 characters' }],
      });
    });
    await user.type(dialog.getByRole('textbox', { name: 'Note' }), 'Long');
    expect(await dialog.findByText('Must have at most 2000 characters.', {}, { timeout: 15_000 })).toBeInTheDocument();
    expect(dialog.queryByRole('alert')).not.toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Apply' })).toBeDisabled();
  });
});
