/** The Coverage page as people use it: found by what is written on it. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { readCsv } from '../../support/csv';

export const COVERAGE = '/admin/plugins/content-strategy';
export const INVENTORY = `${COVERAGE}/inventory`;

/** A persona and a stage by their names on screen. */
export interface Cell {
  readonly persona: string;
  readonly stage: string;
}

const nameOf = ({ persona, stage }: Cell): string => `${persona} · ${stage}`;

export const openCoverage = async (page: Page): Promise<void> => {
  await page.goto(COVERAGE);
  await heatmap(page).waitFor();
};

export const heatmap = (page: Page): Locator => page.getByRole('table', { name: /^Current entries per persona/ });

export const cellButton = (page: Page, cell: Cell): Locator =>
  heatmap(page).getByRole('button', { name: new RegExp(`^${nameOf(cell)}\\b`) });

/** The large number: current entries. */
export const countIn = async (page: Page, cell: Cell): Promise<number> =>
  Number(await cellButton(page, cell).locator('strong').innerText());

/** Refreshes until the cell shows the number: an audit that was running already may not have seen the last change. */
export const refreshUntil = async (page: Page, cell: Cell, wanted: number): Promise<void> => {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const refresh = page.getByRole('button', { name: 'Refresh' });
    await refresh.waitFor();
    await refresh.click();
    for (let tries = 0; tries < 20; tries += 1) {
      const shown = await countIn(page, cell);
      if (shown === wanted) return;
      if (Date.now() > deadline) throw new Error(`${nameOf(cell)} shows ${shown}, not ${wanted}.`);
      await page.waitForTimeout(250);
    }
  }
};

/** Opens the cell's drawer and hands it over. */
export const openCell = async (page: Page, cell: Cell): Promise<Locator> => {
  await cellButton(page, cell).click();
  const drawer = page.getByRole('dialog', { name: nameOf(cell) });
  await drawer.waitFor();
  return drawer;
};

/** Titles in the drawer; a cell of more than 20 entries lists the first ones. */
export const titlesIn = async (drawer: Locator): Promise<readonly string[]> => {
  const entries = drawer.getByRole('region', { name: 'Entries' });
  await entries.getByRole('listitem').first().waitFor();
  return entries.getByRole('listitem').getByRole('link').allInnerTexts();
};

/** What *Export CSV* downloads, as rows by column. */
export const downloadCsv = async (page: Page): Promise<readonly Readonly<Record<string, string>>[]> => {
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const download = await started;
  return readCsv(readFileSync(await download.path(), 'utf8'));
};
