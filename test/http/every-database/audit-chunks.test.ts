import { TABLES } from '../../../server/stores/audit/tables';
import { OPEN, storedRows } from '../../support/audit-tables';
import { bulk } from '../../support/bulk';
import { hostForAll } from '../../support/host';
import { ARTICLE, audited, documents, GUIDE, tagged, withAxes, withLocales } from '../../support/library';
import { reader, type Reader } from '../../support/reading';
import { superAdmin } from '../../support/users';

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
const LOCALES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pl'];
/** Thirteen rows each: no chunk of a round size ends with a document. */
const DOCUMENTS = 240;
let read: Reader;

const idOf = (number: number): string => `doc${String(number).padStart(5, '0')}`;
const published = new Date('2026-01-01T00:00:00Z');

beforeAll(async () => {
  await withLocales(host(), ...LOCALES.slice(1));
  await withAxes(host(), 'finance', 'awareness:buyer');
  read = reader(host(), (await superAdmin(host())).token);
  const rows = Array.from({ length: DOCUMENTS }, (_none, at) =>
    LOCALES.flatMap((locale) => {
      const row = { document_id: idOf(at), locale, title: `${locale} ${at}` };
      const draft = { ...row, published_at: null };
      return locale === 'pl' ? [draft] : [draft, { ...row, published_at: published }];
    })
  );
  // Rows of different documents lie mixed in the table, as editors leave them.
  const mixed = rows.flat().sort((a, b) => (`${a.title.length}${a.locale}` < `${b.title.length}${b.locale}` ? -1 : 1));
  await bulk(host(), ARTICLE, mixed);
  for (const at of [0, 17, 100, 239]) await tagged(host(), ARTICLE, idOf(at), 'finance.awareness');
});

test('a document whose versions straddle the end of a chunk is one entry with all of them', async () => {
  const { id, progress } = await audited(host());
  const row: unknown = await host().strapi.db.connection(TABLES.audits).where({ id }).first('done', 'total');
  expect([row, progress]).toEqual([{ done: DOCUMENTS * 13, total: DOCUMENTS * 13 }, 100]);
  const rows = await read.rows({ contentType: ARTICLE });
  expect(rows.map(({ documentId }) => documentId).sort()).toEqual(
    Array.from({ length: DOCUMENTS }, (_none, at) => idOf(at))
  );
  for (const row of rows) expect([row.documentId, row.locales]).toEqual([row.documentId, LOCALES]);
  for (const locale of LOCALES) {
    const versions = await read.rows({ contentType: ARTICLE, locale });
    expect([locale, versions.length]).toEqual([locale, DOCUMENTS]);
    expect(new Set(versions.map(({ status }) => status))).toEqual(new Set([locale === 'pl' ? 'draft' : 'published']));
  }
  expect((await read.rows({ persona: 'finance' })).map(({ documentId }) => documentId).sort()).toEqual(
    [0, 17, 100, 239].map(idOf)
  );
});

test('entries that come, go and change on both sides of chunks are followed', async () => {
  const before = await storedRows(host());
  const gone = [0, 16, 17, 18, 239].map(idOf);
  for (const documentId of gone) await documents(host(), ARTICLE).delete({ documentId, locale: '*' });
  await bulk(host(), ARTICLE, [{ document_id: 'a-first', locale: 'en', title: 'first', published_at: published }]);
  await bulk(host(), ARTICLE, [{ document_id: 'zlast', locale: 'de', title: 'last', published_at: published }]);
  const { id } = await audited(host());
  const after = await storedRows(host());
  const open = after.filter(({ valid_to }) => valid_to === OPEN);
  expect(open).toHaveLength(before.length - gone.length * 8 + 4);
  const touched = after.filter((row) => row.valid_from === id || row.valid_to === id);
  expect(new Set(touched.map(({ document_id }) => document_id))).toEqual(new Set([...gone, 'a-first', 'zlast']));
  const ids = (await read.rows({ contentType: ARTICLE })).map(({ documentId }) => documentId);
  expect(ids).toHaveLength(DOCUMENTS - gone.length + 2);
  expect(ids).not.toEqual(expect.arrayContaining(gone.slice(0, 1)));
});

test('one document larger than a chunk is read whole', async () => {
  const many = Array.from({ length: 700 }, (_none, at) => ({
    document_id: idOf(100),
    locale: `x${at}`,
    title: `x ${at}`,
    published_at: at % 2 === 0 ? published : null,
  }));
  await bulk(host(), ARTICLE, many);
  await audited(host());
  const row = (await read.rows({ persona: 'finance' })).find(({ documentId }) => documentId === idOf(100));
  expect(row?.locales).toHaveLength(LOCALES.length + 700);
  expect(await read.rows({ contentType: ARTICLE })).toHaveLength(DOCUMENTS - 5 + 2);
});

test('titles, owners and paths of any length and alphabet pass through', async () => {
  const titles: readonly string[] = [
    `${'x'.repeat(499)}🎈🎈`,
    `${'é'.repeat(254)}🎈`,
    `quote " apostrophe ' backslash \\ percent % brace } question ?`,
    '日本語のタイトル',
    'line\nbreak\tand tab',
  ];
  const isLong = (title: string): boolean => title.length > 255;
  await bulk(
    host(),
    GUIDE,
    titles.map((name, at) => ({ document_id: `t${at}`, name: isLong(name) ? 'long' : name, published_at: published }))
  );
  // MySQL takes no longer string than 255; the others do.
  if (host().strapi.db.dialect.client === 'sqlite') {
    const { tableName } = host().strapi.db.metadata.get(GUIDE);
    await host().strapi.db.connection(tableName).where({ document_id: 't0' }).update({ name: titles[0] });
  }
  const { firstname } = { firstname: 'É🎈'.repeat(90).slice(0, 253) };
  const user = await host()
    .strapi.service('admin::user')
    .create({ email: 'long@example.com', firstname, lastname: firstname, roles: [], isActive: true });
  const { documentId } = await documents(host(), GUIDE).create({ data: { name: 'Owned', createdBy: user.id } });
  await audited(host());
  const rows = await read.rows({ contentType: GUIDE });
  const shown = new Map(rows.map((row) => [row.documentId, row.title]));
  for (const [at, title] of titles.entries()) {
    if (!isLong(title)) expect(shown.get(`t${at}`)).toBe(title);
    else expect(['long', 'x'.repeat(499)]).toContain(shown.get(`t${at}`));
  }
  const owner = rows.find((row) => row.documentId === documentId)?.owner ?? '';
  expect(owner).not.toMatch(/\p{Surrogate}/u);
  expect(`${firstname} ${firstname}`.startsWith(owner)).toBe(true);
  expect(owner.length).toBeGreaterThan(250);
});
