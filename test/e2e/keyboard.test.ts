/** Everything of ours without a mouse. */
import type { Page } from 'playwright-core';
import { cellButton, openCoverage } from './support/coverage';
import { newEntry, panel, toggle } from './support/entry';
import { pagesForAll } from './support/pages';

const openPage = pagesForAll();

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent.replaceAll(/\s+/g, ' ') ?? '');

/** Tabs on until what has the focus says so. */
const tabTo = async (page: Page, wanted: RegExp): Promise<void> => {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (wanted.test(await focused(page))) return;
  }
  throw new Error(`No Tab leads to ${wanted.source}.`);
};

test('the heatmap is one tab stop; arrows move in it, Enter opens a drawer, Escape gives the focus back', async () => {
  const { page } = await openPage();
  await openCoverage(page);
  await tabTo(page, /^Finance lead · Awareness/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toMatch(/^IT administrator · Consideration/);

  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: 'IT administrator · Consideration' });
  await drawer.waitFor();
  expect(await focused(page)).toBe('IT administrator · Consideration');
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  expect(await focused(page)).toMatch(/^IT administrator · Consideration/);

  await page.keyboard.press('Tab');
  const next = cellButton(page, { persona: 'IT administrator', stage: 'Decision' });
  expect(await next.evaluate((element) => element === document.activeElement)).toBe(false);
});

test('the drawer is in the URL: back closes it, and the address opens it', async () => {
  const { page } = await openPage();
  await openCoverage(page);
  await cellButton(page, { persona: 'Finance lead', stage: 'Decision' }).click();
  const drawer = page.getByRole('dialog', { name: 'Finance lead · Decision' });
  await drawer.waitFor();
  await page.goto(page.url());
  await drawer.waitFor();
});

test('an entry is placed with Tab and Space, and Enter does not submit its form', async () => {
  const { page } = await openPage();
  await page.goto(newEntry('api::article.article'));
  await toggle(page, 'Finance lead').waitFor();
  await toggle(page, 'Finance lead').focus();
  await page.keyboard.press('Space');
  await tabTo(page, /^Decision$/);
  await page.keyboard.press('Enter');

  expect(await panel(page).getByRole('button', { pressed: true }).allInnerTexts()).toEqual([
    'Finance lead',
    'Decision',
  ]);
  expect(page.url()).toContain('/create');
});
