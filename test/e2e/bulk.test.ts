/** Somebody places many entries at once; the heatmap follows, and follows back. */
import type { Locator, Page } from 'playwright-core';
import { seriousFindings } from './support/accessibility';
import { screenshot } from './support/browser';
import { countIn, COVERAGE, INVENTORY, openCoverage, refreshUntil } from './support/coverage';
import { pagesForAll } from './support/pages';

const HISTORY = `${COVERAGE}/history`;
const CELL = { persona: 'Team member', stage: 'Expansion' };
/** Published ones: what the heatmap counts. */
const ARTICLES =
  '/admin/content-manager/collection-types/api::article.article?page=1&pageSize=10&sort=publishedAt:DESC';

const openPage = pagesForAll();

/** Chooses cell and *Apply*, once the preview has told what it would do. */
const placeIn = async (dialog: Locator, sentence: RegExp): Promise<void> => {
  await dialog.getByRole('radio', { name: 'Replace' }).check({ force: true });
  await dialog.getByRole('button', { name: CELL.persona, exact: true }).click();
  await dialog.getByRole('button', { name: CELL.stage, exact: true }).click();
  await dialog.getByText(sentence).waitFor();
};

const apply = async (dialog: Locator): Promise<void> => {
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await dialog.waitFor({ state: 'detached' });
};

const publishedRows = (page: Page): Locator => page.getByRole('row').filter({ hasText: 'Published' });

test('three entries from the Content Manager’s list: preview, apply, the heatmap follows, undo', async () => {
  const { page: coverage } = await openPage();
  await openCoverage(coverage);
  const before = await countIn(coverage, CELL);

  const { page, errors } = await openPage();
  await page.goto(ARTICLES);
  await publishedRows(page).nth(2).waitFor();
  for (const at of [0, 1, 2]) await publishedRows(page).nth(at).getByRole('checkbox').click();
  await page.getByRole('button', { name: 'Place', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Place 3 entries' });
  await placeIn(dialog, /^3 entries will (change|be placed)/);
  await screenshot(page, 'place-in-bulk');
  await apply(dialog);
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
  await refreshUntil(coverage, CELL, before + 3);

  await page.goto(HISTORY);
  await page.getByRole('button', { name: 'Undo…' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Undone: 3 entries are as before.').waitFor();
  await refreshUntil(coverage, CELL, before);
  expect(errors).toEqual([]);
});

describe.each([
  { theme: 'light', width: 1440 },
  { theme: 'dark', width: 768 },
] as const)('$theme, $width px', (view) => {
  test('all that match in Inventory, with the keyboard; the notification takes it back, and History says so', async () => {
    const { page, errors } = await openPage(view);
    await page.goto(`${INVENTORY}?contentType=api%3A%3Aguide.guide&counted=all`);
    await page.getByRole('checkbox', { name: 'Select all entries on this page' }).click();
    await page.getByRole('button', { name: 'Place…' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: CELL.persona, exact: true }).focus();
    await page.keyboard.press('Space');
    await dialog.getByText(/entries will/).waitFor();
    await screenshot(page, `place-${view.theme}-${view.width}`);
    expect(await seriousFindings(dialog)).toEqual([]);
    await dialog.getByRole('button', { name: 'Apply' }).focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });

    await page.getByText(/entries (changed|placed)/).waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText(/^Undone: /).waitFor();
    await page.goto(HISTORY);
    await page.getByRole('heading', { name: 'History' }).waitFor();
    await page.waitForLoadState('networkidle');
    await screenshot(page, `history-${view.theme}-${view.width}`);
    expect(await seriousFindings(page.locator('main'))).toEqual([]);
    expect(errors).toEqual([]);
  });
});
