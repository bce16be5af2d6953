/** The Content Manager's own lists, filtered by persona and stage: by hand, by a link, and from the heatmap. */
import type { Locator, Page } from 'playwright-core';
import { screenshot } from './support/browser';
import { openCell, openCoverage, titlesIn } from './support/coverage';
import { panel } from './support/entry';
import { pagesForAll } from './support/pages';

const CELL = { persona: 'Finance lead', stage: 'Awareness' };
const LIST = '/admin/content-manager/collection-types/api::article.article';
const openPage = pagesForAll('editor');

const rows = (page: Page): Locator => page.getByRole('grid').getByRole('row');

/** Waits for the list's answer to what is done. */
const listed = async (page: Page, act: () => Promise<unknown>): Promise<number> => {
  const answered = page.waitForResponse(
    (response) =>
      new URL(response.url()).pathname === LIST.replace('/admin', '') && response.request().method() === 'GET'
  );
  await act();
  const response = await answered;
  expect(response.status()).toBe(200);
  return ((await response.json()) as { pagination: { total: number } }).pagination.total;
};

const choose = async (page: Page, box: Locator, option: string): Promise<void> => {
  await box.click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

const addFilter = async (page: Page, field: string, value: string): Promise<number> => {
  await page.getByRole('button', { name: 'Filters' }).click();
  await choose(page, page.getByRole('combobox', { name: 'Select field' }), field);
  await choose(page, page.getByRole('combobox', { name: field, exact: true }), value);
  await screenshot(page, `list-filter-${field.toLowerCase()}`);
  return listed(page, () => page.getByRole('button', { name: 'Add filter' }).click());
};

/** The cross of what is set takes it away. */
const chip = (page: Page, text: string): Locator => page.getByRole('button', { name: text });

test('an editor filters a list by persona and stage, shares its address, and takes a filter away again', async () => {
  const { page, errors } = await openPage({ user: 'editor' });
  const all = await listed(page, () => page.goto(LIST));
  const forPersona = await addFilter(page, 'Persona', CELL.persona);
  expect(forPersona).toBeGreaterThan(0);
  expect(forPersona).toBeLessThan(all);
  const inCell = await addFilter(page, 'Stage', CELL.stage);
  expect(inCell).toBeGreaterThan(0);
  expect(inCell).toBeLessThan(forPersona);
  await chip(page, `Persona is ${CELL.persona}`).waitFor();
  await chip(page, `Stage is ${CELL.stage}`).waitFor();
  await screenshot(page, 'list-filtered');

  const { page: other } = await openPage();
  expect(await listed(other, () => other.goto(page.url()))).toBe(inCell);
  await rows(other).nth(1).getByRole('link').first().click();
  await panel(other).getByRole('button', { name: CELL.persona, pressed: true }).waitFor();

  const forStage = await listed(page, () => chip(page, `Persona is ${CELL.persona}`).click());
  expect(forStage).toBeGreaterThan(inCell);
  expect(errors).toEqual([]);
});

test('what is to place', async () => {
  const { page } = await openPage({ user: 'editor' });
  await listed(page, () => page.goto(LIST));
  const toPlace = await addFilter(page, 'Placement', 'To place');
  expect(toPlace).toBeGreaterThan(0);
  const open = page.getByRole('gridcell', { name: /^To place|Choose a/ });
  await open.nth(Math.min(toPlace, 10) - 1).waitFor();
  expect(await open.count()).toBe(Math.min(toPlace, 10));
  await screenshot(page, 'list-to-place');
});

test('from a cell of the heatmap to the list of its entries', async () => {
  const { page, errors } = await openPage();
  await openCoverage(page);
  const drawer = await openCell(page, CELL);
  const titles = await titlesIn(drawer);
  await screenshot(page, 'drawer-with-lists');
  const total = await listed(page, () => drawer.getByRole('link', { name: 'Article', exact: true }).click());
  expect(total).toBeGreaterThan(0);
  await rows(page).nth(Math.min(total, 10)).waitFor();
  // Checkbox, ID, title.
  for (const row of (await rows(page).all()).slice(1)) {
    expect(titles).toContain(await row.getByRole('gridcell').nth(2).innerText());
  }
  expect(errors).toEqual([]);
});

test('a type that is not under audit has no such filter', async () => {
  const { page } = await openPage();
  await page.goto(LIST);
  // Kept over page loads, because a list asks for its filters before the server could be asked.
  await page.waitForFunction(() => window.localStorage.getItem('content-strategy.audited-types') !== null);
  await page.goto('/admin/content-manager/collection-types/api::author.author');
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('combobox', { name: 'Select field' }).click();
  await page.getByRole('option').first().waitFor();
  expect(await page.getByRole('option', { name: 'Persona' }).count()).toBe(0);
});

test('a bookmark with such filters of a type that is not under audit shows the list as it is, and says so', async () => {
  const { page, errors } = await openPage();
  await page.goto(
    '/admin/content-manager/collection-types/api::author.author?filters[$and][0][contentStrategyPersona][$eq]=x'
  );
  await page
    .getByText(/^This list is not filtered by persona or stage/)
    .first()
    .waitFor();
  await rows(page).nth(1).waitFor();
  await page.waitForURL((url) => !decodeURIComponent(url.search).includes('contentStrategy'));
  await screenshot(page, 'list-not-filtered');
  expect(errors).toEqual([]);
});
