/** Export, edit, import: exactly what was edited changes, and can be undone. */
import { stringify } from 'csv-stringify/sync';
import { readCsv } from '../../support/csv';
import { aLibraryInDisorder, type Disorder } from '../../support/disorder';
import { as, hostForAll } from '../../support/host';
import { importer, type Importer } from '../../support/import';
import { anArticle, ARTICLE, audited, tagged } from '../../support/library';
import { superAdmin } from '../../support/users';

type Row = Record<string, string>;

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
let ids: Disorder;
let token: string;
let send: Importer;

const MORE = 90;

beforeAll(async () => {
  ids = await aLibraryInDisorder(host());
  for (let at = 0; at < MORE; at += 1) {
    const id = await anArticle(host(), { title: `Piece ${at}` });
    if (at % 3 > 0) await tagged(host(), ARTICLE, id, at % 3 === 1 ? 'finance.decision' : 'ops.awareness it.-', 'rule');
  }
  await host()
    .strapi.db.query('plugin::content-strategy.persona')
    .update({ where: { key: 'it' }, data: { name: '=IT, "admins"' } });
  await host()
    .strapi.db.query('plugin::content-strategy.persona')
    .update({ where: { key: 'ops' }, data: { name: 'Finance' } });
  await host()
    .strapi.db.query('plugin::content-strategy.persona')
    .update({ where: { key: 'finance' }, data: { name: 'Finance' } });
  await audited(host());
  ({ token } = await superAdmin(host()));
  send = importer(host(), token);
});

const download = async (name: string, query = {}): Promise<string> => {
  const response = await as(host(), token).get(`/content-strategy/exports/${name}`).query(query);
  expect(response.status).toBe(200);
  return response.text;
};

/** Every tag and exclusion that is stored, with its origin. */
const stored = async (): Promise<readonly string[]> => {
  const tags = await host().strapi.db.query('plugin::content-strategy.tag').findMany({});
  const excluded = await host().strapi.db.query('plugin::content-strategy.exclusion').findMany({});
  return [...tags, ...excluded]
    .map((row: Row) =>
      [row['entryUid'], row['entryDocumentId'], row['persona'], row['stage'], row['origin'], row['reason']].join()
    )
    .sort();
};

const csv = (rows: readonly Row[], delimiter = ','): string =>
  stringify([...rows], { header: true, bom: true, delimiter, record_delimiter: 'windows' });

test.each([
  ['tags.csv', {}],
  ['tags.csv', { delimiter: ';', bom: 'false' }],
  ['tags.csv', { shape: 'pairs' }],
  ['inventory.csv', {}],
])('%s %j, untouched, changes nothing, dry and applied', async (name, query) => {
  const before = await stored();
  const sheet = await download(name, query);
  for (const dryRun of ['true', 'false'] as const) {
    const { status, data } = await send(sheet, { dryRun });
    expect(status).toBe(200);
    expect(data).toMatchObject({
      counts: { created: 0, changed: 0, rejected: 0, tagsAdded: 0, tagsRemoved: 0 },
      problems: [],
      operation: null,
    });
    expect(data.counts.unchanged).toBeGreaterThan(30);
  }
  expect(await stored()).toEqual(before);
});

test('what was placed and decided since the audit is in the sheet, so that sending it back takes nothing away', async () => {
  const kept = await stored();
  await tagged(host(), ARTICLE, ids.untagged, 'it.decision');
  const placed = await stored();
  const { data } = await send(await download('tags.csv'), { dryRun: 'true' });
  expect(data.counts).toMatchObject({ created: 0, changed: 0, tagsRemoved: 0 });
  // Of an audit that is asked for by its number it tells what that one saw.
  const { body } = await as(host(), token).get('/content-strategy/audits/latest');
  const old = readCsv(await download('tags.csv', { audit: body.data.id }));
  expect(old.find((row) => row['Document ID'] === ids.untagged)).toMatchObject({ Personas: '', Stages: '' });
  await as(host(), token)
    .put(`/content-strategy/tags/${ARTICLE}/${ids.untagged}`)
    .send({ data: { tags: [] } });
  expect(placed).not.toEqual(kept);
  expect(await stored()).toEqual(kept);
});

test('of 50 rows that were edited exactly these 50 change, whoever had placed them; undoing puts them back', async () => {
  const rows = readCsv(await download('tags.csv')).map((row): Row => ({ ...row }));
  const before = await stored();
  const isWhole = (row: Row): boolean =>
    rows.filter((other) => other['Document ID'] === row['Document ID']).length === 1;
  const edited = rows.filter((row) => row['Title']?.startsWith('Piece') && isWhole(row)).slice(0, 50);
  expect(edited).toHaveLength(50);
  for (const [at, row] of edited.entries()) {
    row['Personas'] = 'Everyone';
    row['Stages'] = ['AWARENESS', 'stage: onboarding', 'decision, Onboarding'][at % 3] ?? '';
  }
  // As a spreadsheet leaves it: other order, other delimiter, no mark.
  const sheet = csv([...rows].reverse(), ';').slice(1);

  const dry = await send(sheet, { dryRun: 'true' });
  expect(dry.data.counts).toMatchObject({ rejected: 0, removed: 0 });
  expect(dry.data.counts.created + dry.data.counts.changed).toBe(50);
  expect(await stored()).toEqual(before);

  const { data } = await send(sheet);
  expect(data.counts).toEqual(dry.data.counts);
  expect(data.operation).toMatchObject({
    kind: 'import',
    name: 'tags.csv',
    status: 'applied',
    counts: { changed: 50 },
  });
  const after = await stored();
  const touched = new Set(edited.map((row) => row['Document ID']));
  const of = (lines: readonly string[], mine: boolean) =>
    lines.filter((line) => touched.has(line.split(',')[1] ?? '') === mine);
  expect(of(after, false)).toEqual(of(before, false));
  expect(of(after, true).every((line) => line.includes(',everyone,') && line.includes(',import,'))).toBe(true);
  expect(new Set(of(after, true).map((line) => line.split(',')[1])).size).toBe(50);

  const list = await as(host(), token).get('/content-strategy/operations').query({ kind: 'import' });
  expect(list.body.data[0]).toMatchObject({
    id: data.operation?.id,
    name: 'tags.csv',
    by: expect.stringContaining('Super'),
  });
  const undone = await as(host(), token).post(`/content-strategy/operations/${String(data.operation?.id)}/undo`);
  expect(undone.status).toBe(200);
  expect(await stored()).toEqual(before);
});

test('a blank row takes tags away and is counted; an exclusion can be set and taken back', async () => {
  const rows = readCsv(await download('tags.csv')).map((row): Row => ({ ...row }));
  const find = (id: string): Row => rows.find((row) => row['Document ID'] === id) ?? {};
  Object.assign(find(ids.everyone), { Personas: '', Stages: '' });
  Object.assign(find(ids.untagged), { 'Not part of a journey': 'Navigation' });
  Object.assign(find(ids.excluded), { 'Not part of a journey': '' });
  const before = await stored();
  const { data } = await send(csv(rows));
  expect(data.counts).toMatchObject({ created: 1, changed: 2, cleared: 1 });
  const after = await stored();
  expect(after.filter((line) => line.includes(ids.everyone))).toEqual([]);
  expect(after.filter((line) => line.includes(ids.untagged))).toEqual([expect.stringContaining('navigation')]);
  expect(after.filter((line) => line.includes(ids.excluded))).toEqual([]);
  await as(host(), token).post(`/content-strategy/operations/${String(data.operation?.id)}/undo`);
  expect(await stored()).toEqual(before);
});

test('a row that is gone removes tags in replace mode only, which says how many', async () => {
  const rows = readCsv(await download('tags.csv'));
  const gone = rows.filter((row) => row['UID'] === ARTICLE && row['Personas'] !== '').slice(0, 7);
  const left = rows.filter((row) => !gone.some((other) => other['Document ID'] === row['Document ID']));
  const missing = new Set(gone.map((row) => row['Document ID'])).size;
  expect((await send(csv(left), { dryRun: 'true' })).data.counts).toMatchObject({
    changed: 0,
    removed: 0,
    tagsRemoved: 0,
  });
  const before = await stored();
  const { data } = await send(csv(left), { mode: 'replace' });
  expect(data.counts).toMatchObject({ changed: 0, removed: missing });
  const after = await stored();
  expect(
    before
      .filter((line) => !after.includes(line))
      .every((line) => gone.some((row) => line.includes(row['Document ID'] ?? '-')))
  ).toBe(true);
  expect(before.length - after.length).toBe(data.counts.tagsRemoved);
  await as(host(), token).post(`/content-strategy/operations/${String(data.operation?.id)}/undo`);
  expect(await stored()).toEqual(before);

  // A sheet of guides only says nothing about articles; a mistyped row spares its entry.
  const guides = rows.filter((row) => row['UID'] !== ARTICLE);
  expect((await send(csv(guides), { mode: 'replace', dryRun: 'true' })).data.counts.removed).toBe(0);
  const mistyped = rows.map((row) => (row === gone[0] ? { ...row, Personas: 'Finanze' } : row));
  expect((await send(csv(mistyped), { mode: 'replace', dryRun: 'true', validOnly: 'true' })).data.counts).toMatchObject(
    {
      rejected: rows.filter((row) => row['Document ID'] === gone[0]?.['Document ID']).length,
      removed: 0,
    }
  );
});
