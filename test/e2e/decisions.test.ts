/** Somebody decides what becomes of entries, one by one and many at once; Inventory and its CSV tell the same. */
import type { Locator, Page } from 'playwright-core';
import { seriousFindings } from './support/accessibility';
import { screenshot } from './support/browser';
import { downloadCsv, INVENTORY } from './support/coverage';
import { panel } from './support/entry';
import { pagesForAll } from './support/pages';

const openPage = pagesForAll('editor');

const UNDECIDED = `${INVENTORY}?decision=undecided&contentType=api%3A%3Aarticle.article&counted=all`;

const entryRows = (page: Page): Locator =>
  page
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.getByRole('link') });

const decide = async (page: Page, open: string): Promise<Locator> => {
  await panel(page).getByRole('button', { name: open }).click();
  const dialog = page.getByRole('dialog', { name: 'What becomes of this entry?' });
  await dialog.waitFor();
  return dialog;
};

const save = async (dialog: Locator): Promise<void> => {
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
};

test('an editor west of Greenwich retires an entry with owner, day and note, finds it among the overdue, and takes it back', async () => {
  const { page, errors } = await openPage({ user: 'editor', timezone: 'America/Los_Angeles' });
  await page.goto(UNDECIDED);
  const first = entryRows(page).first().getByRole('link').first();
  const title = await first.innerText();
  await first.click();
  await panel(page).getByText('No decision yet').waitFor();
  const entryUrl = page.url();

  const dialog = await decide(page, 'Decide…');
  await dialog.getByRole('radio', { name: /^Retire/ }).click();
  await dialog.getByRole('combobox', { name: 'Owner' }).fill('Dana Scott');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Due').fill('2026-02-03');
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Its prices are those of last year.');
  await screenshot(page, 'decide-entry');
  await save(dialog);
  await panel(page).getByText('due Feb 3, overdue').waitFor();
  expect(await page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
  await page.reload();
  await panel(page).getByText('Its prices are those of last year.').waitFor();
  await screenshot(page, 'decided-entry');

  const { page: list } = await openPage();
  await list.goto(`${INVENTORY}?decision=retire&due=overdue&counted=all`);
  const row = entryRows(list).filter({ hasText: title });
  await row.getByText('due Feb 3, overdue').waitFor();
  const exported = (await downloadCsv(list)).find((line) => line['Title'] === title);
  expect(exported).toMatchObject({ 'Decision note': 'Its prices are those of last year.', Due: '2026-02-03' });
  expect(exported?.['Decision']).toBe('Retire');

  await page.goto(entryUrl);
  const again = await decide(page, 'Change…');
  await again.getByRole('radio', { name: /^Take back/ }).click();
  await save(again);
  await panel(page).getByText('No decision yet').waitFor();
  const history = await decide(page, 'Decide…');
  await history.getByText(/^History \(/).click();
  await history
    .getByText(/^Retire · by Feb 3 · Dana Scott/)
    .first()
    .waitFor();
  await screenshot(page, 'decision-history');
  expect(errors).toEqual([]);
});

test('merging looks for an entry by its title', async () => {
  const { page, errors } = await openPage({ user: 'editor' });
  await page.goto(`${UNDECIDED}&sort=title%3Aasc`);
  const target = await entryRows(page).nth(1).getByRole('link').first().innerText();
  await entryRows(page).first().getByRole('link').first().click();
  const dialog = await decide(page, 'Decide…');
  await dialog.getByRole('radio', { name: /^Merge/ }).click();
  await dialog.getByRole('combobox', { name: /^Into which entry/ }).pressSequentially(target);
  await page.getByRole('option', { name: `${target} (Article)` }).click();
  await screenshot(page, 'decide-merge');
  await save(dialog);
  const link = panel(page).getByRole('link', { name: target });
  await link.click();
  await page.getByRole('heading', { name: target }).first().waitFor();
  await page.goBack();
  const again = await decide(page, 'Change…');
  expect(await again.getByRole('combobox', { name: /^Into which entry/ }).inputValue()).toContain(target);
  await again.getByRole('radio', { name: /^Take back/ }).click();
  await save(again);
  await panel(page).getByText('No decision yet').waitFor();
  expect(errors).toEqual([]);
});

test('three entries from the Content Manager’s list, and back', async () => {
  const { page, errors } = await openPage({ user: 'editor' });
  await page.goto('/admin/content-manager/collection-types/api::article.article?page=1&pageSize=10');
  await page.getByRole('row').nth(3).waitFor();
  for (const at of [1, 2, 3]) await page.getByRole('row').nth(at).getByRole('checkbox').click();
  await page.getByRole('button', { name: 'Decide', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Decide about 3 entries' });
  await dialog.getByRole('radio', { name: /^Update/ }).click();
  await dialog.getByText('The decision about 3 entries will change').waitFor();
  await screenshot(page, 'decide-in-bulk');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText('Undone: 3 entries are as before.').waitFor();
  expect(errors).toEqual([]);
});

describe.each([
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 768 },
] as const)('$theme, $width px', (view) => {
  test('all that match in Inventory; History says so and takes it back', async () => {
    const { page, errors } = await openPage(view);
    await page.goto(`${INVENTORY}?contentType=api%3A%3Aguide.guide&counted=all&decision=undecided`);
    await page.getByRole('checkbox', { name: 'Select all entries on this page' }).click();
    await page.getByRole('button', { name: 'Decide…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /^Retire/ }).click();
    await dialog.getByText(/^The decision about .* will change/).waitFor();
    await screenshot(page, `decide-${view.theme}-${view.width}`);
    expect(await seriousFindings(dialog)).toEqual([]);
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await dialog.waitFor({ state: 'detached' });

    await page.goto(`${INVENTORY}?contentType=api%3A%3Aguide.guide&counted=all&decision=retire`);
    await entryRows(page).first().getByText('Retire').waitFor();
    await page.waitForLoadState('networkidle');
    await screenshot(page, `decided-${view.theme}-${view.width}`);
    expect(await seriousFindings(page.locator('main'))).toEqual([]);

    await page.goto('/admin/plugins/content-strategy/history');
    const change = page.getByRole('row').filter({ hasText: 'Decisions' }).first();
    await change.getByText(/^The decision about/).waitFor();
    await screenshot(page, `changes-decisions-${view.theme}-${view.width}`);
    await change.getByRole('button', { name: 'Undo…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
    await page.getByText(/^Undone: /).waitFor();
    expect(errors).toEqual([]);
  });
});
