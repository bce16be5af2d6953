/** Somebody places an entry; the heatmap, the drawer, the list and the CSV tell the same of it. */
import type { Page } from 'playwright-core';
import { screenshot } from './support/browser';
import {
  COVERAGE,
  countIn,
  downloadCsv,
  INVENTORY,
  openCell,
  openCoverage,
  refreshUntil,
  titlesIn,
} from './support/coverage';
import { newEntry, panel, place, publish, saved, toggle, writeTitle } from './support/entry';
import { pagesForAll } from './support/pages';

const openPage = pagesForAll('editor');

const strategist = async (): Promise<Page> => {
  const { page } = await openPage();
  await openCoverage(page);
  return page;
};

test('a new entry, placed on the create page, is one more in its cell, its drawer, its list and its CSV', async () => {
  const cell = { persona: 'Finance lead', stage: 'Retention' };
  const title = 'How three controllers keep their month-end short';
  const coverage = await strategist();
  const before = await countIn(coverage, cell);

  const { page, errors } = await openPage();
  await page.goto(newEntry('api::article.article'));
  await place(page, cell);
  await panel(page).getByText('Will be saved with the entry.').waitFor();
  await writeTitle(page, title);
  await publish(page);
  await saved(page);
  await screenshot(page, 'placed-new-entry');
  expect(errors).toEqual([]);

  await refreshUntil(coverage, cell, before + 1);
  const drawer = await openCell(coverage, cell);
  const inDrawer = await titlesIn(drawer);
  expect(inDrawer).toContain(title);
  await screenshot(coverage, 'drawer');

  await coverage.goto(`${INVENTORY}?counted=published&persona=finance-lead&stage=retention`);
  await coverage.getByRole('link', { name: title }).waitFor();
  const rows = await downloadCsv(coverage);
  expect(rows.map((row) => row.Title).sort()).toEqual([...inDrawer].sort());
  expect(rows.find((row) => row.Title === title)).toMatchObject({ Personas: 'Finance lead', Stages: 'Retention' });
  await screenshot(coverage, 'inventory-of-a-cell');
});

test('coverage.csv has the numbers of the heatmap', async () => {
  const coverage = await strategist();
  const rows = await downloadCsv(coverage);

  const financeLead = rows.filter((row) => row.Persona === 'Finance lead' && row.Stage !== 'Not set');
  expect(financeLead).toHaveLength(8);
  for (const { Stage = '', Entries } of financeLead)
    expect([Stage, Number(Entries)]).toEqual([
      Stage,
      await countIn(coverage, { persona: 'Finance lead', stage: Stage }),
    ]);
});

test('an editor places an existing entry from the list of what is to place, without touching its form; undo takes the last click back', async () => {
  const cell = { persona: 'Agency partner', stage: 'Consideration' };
  const coverage = await strategist();
  const before = await countIn(coverage, cell);

  const { page, errors } = await openPage({ user: 'editor' });
  await page.goto(`${INVENTORY}?counted=published&placement=to-place&contentType=api%3A%3Aarticle.article`);
  const first = page.getByRole('grid').getByRole('row').nth(1).getByRole('link').first();
  const title = await first.innerText();
  await first.click();
  await toggle(page, cell.persona).waitFor();
  // What is set already stays out of the way: this entry goes into one cell.
  for (const pressed of await panel(page).getByRole('button', { pressed: true }).all()) await pressed.click();
  await place(page, cell);
  await saved(page);
  expect(await page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);

  await refreshUntil(coverage, cell, before + 1);
  expect(await titlesIn(await openCell(coverage, cell))).toContain(title);

  await page.reload();
  await toggle(page, cell.persona).waitFor();
  expect(await toggle(page, cell.persona).getAttribute('aria-pressed')).toBe('true');
  await toggle(page, cell.stage).click();
  await saved(page);
  await panel(page).getByRole('button', { name: 'Undo' }).click();
  await panel(page).getByText('Taken back').waitFor();
  expect(await toggle(page, cell.stage).getAttribute('aria-pressed')).toBe('true');
  expect(errors).toEqual([]);
});

test('a gap’s “Start a draft” ends in a placed entry', async () => {
  const coverage = await strategist();
  const { page, errors } = await openPage();
  await page.goto(COVERAGE);
  const gaps = page.getByRole('region', { name: 'Biggest gaps' });
  const [persona = '', stage = ''] = (
    await gaps.getByRole('listitem').first().getByRole('button').first().innerText()
  ).split(' · ');
  expect(await countIn(coverage, { persona, stage })).toBe(0);

  await gaps.getByRole('button', { name: `Start a draft for ${persona} · ${stage}` }).click();
  await page.getByRole('menuitem', { name: 'Article' }).click();
  await page.waitForURL(/\/create/);
  await toggle(page, persona).waitFor();
  expect(await toggle(page, persona).getAttribute('aria-pressed')).toBe('true');
  expect(await toggle(page, stage).getAttribute('aria-pressed')).toBe('true');
  await screenshot(page, 'start-a-draft');
  await writeTitle(page, `The first answer for ${persona} at ${stage}`);
  await publish(page);
  await saved(page);

  await refreshUntil(coverage, { persona, stage }, 1);
  expect(errors).toEqual([]);
});
