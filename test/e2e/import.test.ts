/** Somebody edits the exported sheet and imports it; the heatmap follows, and follows back. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readCsv } from '../support/csv';
import { seriousFindings } from './support/accessibility';
import { screenshot } from './support/browser';
import { countIn, COVERAGE, INVENTORY, openCoverage, refreshUntil } from './support/coverage';
import { pagesForAll } from './support/pages';

const IMPORT = `${COVERAGE}/import`;
const CELL = { persona: 'Team member', stage: 'Expansion' };

const openPage = pagesForAll();
const folder = mkdtempSync(join(tmpdir(), 'content-strategy-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Row = Readonly<Record<string, string>>;

const openImport = async (page: Page): Promise<void> => {
  await page.goto(IMPORT);
  await page.getByRole('heading', { name: 'Import', level: 1 }).waitFor();
};

/** Titles of some that the heatmap counts. */
const currentArticles = async (page: Page): Promise<readonly string[]> => {
  await page.goto(`${INVENTORY}?contentType=api%3A%3Aarticle.article&counted=published&age=current`);
  const links = page.getByRole('row').getByRole('link');
  await links.first().waitFor();
  return links.allInnerTexts();
};

/** `tags.csv` as the page offers it. */
const exported = async (page: Page): Promise<readonly Row[]> => {
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  return readCsv(readFileSync(await (await started).path(), 'utf8'));
};

/** As German Excel would save it. */
const save = (name: string, rows: readonly Row[]): string => {
  const path = join(folder, name);
  const headers = Object.keys(rows[0] ?? {});
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const lines = [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))];
  writeFileSync(path, `\uFEFF${lines.map((cells) => cells.map(quoted).join(';')).join('\r\n')}\r\n`);
  return path;
};

/** Drops a file as a mouse would. */
const drop = async (page: Page, path: string, name: string): Promise<void> => {
  const transfer = await page.evaluateHandle(
    ([content, fileName]) => {
      const data = new DataTransfer();
      data.items.add(new File([content ?? ''], fileName ?? '', { type: 'text/csv' }));
      return data;
    },
    [readFileSync(path, 'utf8'), name]
  );
  await page.getByText('Drop a file here or choose one').dispatchEvent('drop', { dataTransfer: transfer });
};

test('export, edit three rows, drop, look, apply: the heatmap and Inventory follow; undo restores', async () => {
  const { page: coverage } = await openPage();
  await openCoverage(coverage);
  const before = await countIn(coverage, CELL);

  const { page, errors } = await openPage({ width: 1280 });
  const counted = await currentArticles(page);
  await openImport(page);
  const rows = await exported(page);
  const edited = rows
    .filter(({ Title = '', Personas }) => counted.includes(Title) && Personas !== CELL.persona)
    .slice(0, 3)
    .map((row): Row => ({ ...row, Personas: CELL.persona, Stages: CELL.stage }));
  const rest = rows.filter((row) => !edited.some((one) => one['Document ID'] === row['Document ID']));
  await drop(page, save('tags.csv', [...edited, ...rest]), 'tags.csv');
  await page.getByRole('heading', { name: /^tags\.csv: / }).waitFor();
  await page.getByText('3 entries would change; nothing is saved yet.').waitFor();
  await screenshot(page, 'import-check');
  await page.getByRole('button', { name: 'Place 3 entries' }).click();
  await page.getByText('3 entries were changed.').waitFor();
  await screenshot(page, 'import-done');
  await refreshUntil(coverage, CELL, before + 3);

  await page.goto(`${INVENTORY}?search=${encodeURIComponent(edited[0]?.Title ?? '')}`);
  const inventoryRow = page.getByRole('row').filter({ hasText: edited[0]?.Title ?? '' });
  await inventoryRow.getByText(CELL.stage).first().waitFor();

  await page.goto(`${COVERAGE}/history`);
  await page
    .getByRole('row')
    .filter({ hasText: 'Sheet imported: tags.csv' })
    .getByRole('button', { name: 'Undo…' })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Undone: 3 entries are as before.').waitFor();
  await refreshUntil(coverage, CELL, before);
  await openImport(page);
  const after = await exported(page);
  expect(placesOf(after)).toEqual(placesOf(rows));
  expect(errors).toEqual([]);
});

const placesOf = (rows: readonly Row[]): readonly string[] =>
  rows.map((row) => [row['Document ID'], row.Personas, row.Stages, row['Not part of a journey']].join(' | ')).sort();

describe.each([
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 768 },
] as const)('$theme, $width px', (view) => {
  test('a sheet of somebody else’s: columns and words are said by hand, rejected rows downloaded', async () => {
    const { page, errors } = await openPage(view);
    await openImport(page);
    expect(await seriousFindings(page.locator('main'))).toEqual([]);
    // No sheet with this column was imported before, whose meaning would be remembered.
    const where = `Wo ${Date.now()}`;
    const [first, second] = (await exported(page)).filter(({ 'Content type': type }) => type === 'Guide');
    const path = save('team.csv', [
      { [where]: first?.URL ?? '', Wer: 'CFO', Wann: CELL.stage },
      { [where]: second?.URL ?? '', Wer: CELL.persona, Wann: 'Someday' },
    ]);
    await page.getByLabel('Drop a file here or choose one').setInputFiles(path);
    await page.getByText('Say what the columns mean.').waitFor();
    for (const [column, meaning] of [
      [where, 'URL or path'],
      ['Wer', 'Personas'],
      ['Wann', 'Stages'],
    ] as const)
      await choose(page, column, meaning);
    await page.getByRole('row', { name: /^CFO 1 row rejected/ }).waitFor();
    await choose(page, 'CFO', CELL.persona);
    await page.getByText('1 entry would change; nothing is saved yet.').waitFor();
    await screenshot(page, `import-words-${view.theme}-${view.width}`);
    expect(await seriousFindings(page.locator('main'))).toEqual([]);

    const started = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download rejected rows' }).click();
    const download = await started;
    expect(download.suggestedFilename()).toBe('team-rejected.csv');
    const [rejected] = readCsv(readFileSync(await download.path(), 'utf8'), ';');
    expect(rejected).toMatchObject({ Wann: 'Someday', Reason: expect.stringContaining('There is no stage "Someday"') });

    const apply = page.getByRole('button', { name: 'Place 1 entry' });
    expect(await apply.isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: /^Only the valid rows/ }).click();
    await apply.click();
    await page.getByText('1 entry was changed.').waitFor();
    expect(await seriousFindings(page.locator('main'))).toEqual([]);
    await page.getByRole('button', { name: 'Undo…' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone: 1 entry is as before.').waitFor();

    await page.getByRole('button', { name: 'Import another file' }).click();
    await page.getByLabel('Drop a file here or choose one').setInputFiles(path);
    await page.getByText(/mean what you said last time/).waitFor();
    await page.getByText('1 entry would change; nothing is saved yet.').waitFor();
    expect(errors).toEqual([]);
  });

  test('an audit in words of its own: what they were taken for is shown, what is not known asked, losses in red', async () => {
    const { page, errors } = await openPage(view);
    await openImport(page);
    const rows = (await exported(page)).filter(({ Personas = '', Stages = '' }) => Personas !== '' && Stages !== '');
    const urls = [...new Set(rows.map(({ URL = '' }) => URL))].filter(Boolean).slice(0, 4);
    const said = [
      { Audience: '—', 'Funnel stage': 'Top of funnel', 'Recommended action': 'Löschen' },
      { Audience: 'n/a', 'Funnel stage': '2 - Consideration', 'Recommended action': 'REDIRECT' },
      { Audience: '', 'Funnel stage': 'Onboarding / Adoption', 'Recommended action': 'Keep as is' },
      { Audience: CELL.persona, 'Funnel stage': 'Brand awareness', 'Recommended action': 'TBD' },
    ];
    const path = save(
      'audit.csv',
      said.map((row, at) => ({ 'Page URL': urls[at] ?? '', ...row, [`Round ${Date.now()}`]: '' }))
    );
    await page.getByLabel('Drop a file here or choose one').setInputFiles(path);
    await page.getByRole('row', { name: /^REDIRECT 1 row rejected/ }).waitFor();
    await page.getByRole('row', { name: /^Brand awareness 1 row rejected/ }).waitFor();
    for (const word of ['—', 'n/a', 'Top of funnel', '2 - Consideration', 'Löschen', 'Keep as is', 'TBD'])
      await page.getByRole('row', { name: `${word} 1 row, assumed` }).waitFor();
    await choose(page, 'REDIRECT', 'Retire');
    await choose(page, 'Brand awareness', 'Awareness');
    await page.getByText('entry loses its personas or stages: cells are blank').waitFor();
    await page.getByRole('heading', { name: /rejected$/ }).waitFor({ state: 'detached' });
    await page.setViewportSize({ width: view.width, height: 1800 });
    await screenshot(page, `import-audit-${view.theme}-${view.width}`);
    expect(await seriousFindings(page.locator('main'))).toEqual([]);
    expect(errors).toEqual([]);
  });
});

const choose = async (page: Page, name: string, meaning: string): Promise<void> => {
  await page.getByRole('combobox', { name: `What “${name}” means` }).click();
  await page.getByRole('option', { name: meaning, exact: true }).click();
};
