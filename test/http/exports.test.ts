import type { InventoryRow } from '../../server/core/api';
import { headersOf, readCsv } from '../support/csv';
import { guarded } from '../../server/core/formula';
import { evidenceSentence } from '../../server/core/evidence/sentence';
import {
  AGE_WORD,
  DECISION_WORD,
  EXCLUSION_WORD,
  findingWord,
  GRADE_WORD,
  ORIGIN_WORD,
  PLACEMENT_WORD,
  SCOPE_WORD,
  STATUS_WORD,
} from '../../server/core/exports/words';
import { aLibraryInDisorder, type Disorder } from '../support/disorder';
import { as, hostForAll } from '../support/host';
import { aGuide, anArticle, ARTICLE, audited, GUIDE, tagged } from '../support/library';
import { reader, type Query, type Reader } from '../support/reading';
import { superAdmin } from '../support/users';

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
let ids: Disorder;
let token: string;
let read: Reader;
let auditedAt: string;

const FORMULAS = [
  'Q3 plan;=cmd|x',
  '\n=line',
  '=1+1',
  '+49 30',
  '-2',
  '@home',
  '\t=tab',
  '\r=return',
  '＝wide',
  "'quoted",
];

beforeAll(async () => {
  ids = await aLibraryInDisorder(host());
  for (const title of FORMULAS) await anArticle(host(), { title, data: { slug: null } });
  await host()
    .strapi.db.query('plugin::content-strategy.persona')
    .update({ where: { key: 'it' }, data: { name: '=IT, "admins"' } });
  auditedAt = (await audited(host())).startedAt;
  ({ token } = await superAdmin(host()));
  read = reader(host(), token);
});

const download = (name: string, query: Query = {}) =>
  as(host(), token).get(`/content-strategy/exports/${name}`).query(query);

/** As a spreadsheet's user sees a text that would be taken for a formula. */
const safe = guarded;

const unique = (values: readonly string[]): string => [...new Set(values)].join('; ');

const PERSONA: Readonly<Record<string, string>> = { everyone: 'Everyone', it: '=IT, "admins"' };
const nameOf = (persona: string): string => PERSONA[persona] ?? persona;

const lineOf = (row: InventoryRow): Readonly<Record<string, string>> => ({
  Title: safe(row.title),
  URL: row.path ?? '',
  'Content type': row.contentType,
  Locales: row.locale ?? row.locales.join('; '),
  Status: STATUS_WORD[row.status],
  Scope: row.scope === null ? PLACEMENT_WORD[row.placement] : SCOPE_WORD[row.scope],
  Personas: safe(unique(row.tags.flatMap(({ persona }) => (persona === null ? [] : nameOf(persona))))),
  Journeys: unique(
    row.tags.flatMap(({ journey }) => (journey === null ? [] : journey === 'buyer' ? 'Buyer' : 'Customer'))
  ),
  Stages: unique(row.tags.flatMap(({ stage }) => stage ?? [])),
  'Tagged by': unique(row.tags.map(({ origin }) => ORIGIN_WORD[origin])),
  Owner: row.owner ?? '',
  Created: row.createdAt,
  'Content date': row.contentDate ?? '',
  'Last edited': row.updatedAt,
  Expires: row.expiresAt ?? '',
  Age: AGE_WORD[row.current ? 'current' : 'old'],
  'Not part of a journey': row.excluded === null ? '' : EXCLUSION_WORD[row.excluded],
  Findings: row.findings.map((finding) => findingWord(finding, row.ageBy)).join('; '),
  Decision: row.decision === null ? '' : DECISION_WORD[row.decision.kind],
  'Decision note': row.decision?.note ?? '',
  Due: row.decision?.due ?? '',
  'Decision owner': row.decision?.owner ?? '',
  'Merge into': row.decision?.mergeInto?.documentId ?? '',
  'Edit URL': [
    'http://127.0.0.1:14300/admin/content-manager/',
    row.kind === 'singleType' ? `single-types/${row.uid}` : `collection-types/${row.uid}/${row.documentId}`,
    row.locale === null ? '' : `?plugins[i18n][locale]=${row.locale}`,
  ].join(''),
  'Document ID': row.documentId,
  UID: row.uid,
  'Audited at': auditedAt,
  'First published': row.firstPublishedAt ?? '',
  Evidence: GRADE_WORD[row.evidence.grade],
  Reason: evidenceSentence(row.evidence),
  Views: row.evidence.views === null ? '' : String(row.evidence.views),
  'Views from': row.evidence.viewsFrom ?? '',
  'Views to': row.evidence.viewsTo ?? '',
  'Measured days': row.evidence.measuredDays === 0 ? '' : String(row.evidence.measuredDays),
  'Last viewed': row.evidence.lastViewed ?? '',
  Source: row.evidence.sources.join('; '),
  'Days not measured': '',
});

const FILTERS: readonly Query[] = [
  {},
  { locale: 'de' },
  { persona: 'it' },
  { stage: 'not-set' },
  { counted: 'published', persona: 'finance', stage: 'decision' },
  { contentType: ARTICLE, status: 'draft' },
  { finding: 'old', age: 'old' },
  { placement: 'to-place' },
  { owner: 'Bob Owner' },
  { search: 'GERMAN' },
  { persona: 'everyone', stage: 'onboarding' },
];

test.each(FILTERS)('inventory.csv under %j is the list on the screen', async (filter) => {
  const rows = await read.rows(filter);
  expect(readCsv(await read.csv('inventory.csv', filter))).toEqual(rows.map(lineOf));
});

test('the columns stand in their documented order, of an empty list too', async () => {
  const empty = await read.csv('inventory.csv', { persona: 'everyone', stage: 'onboarding' });
  expect(headersOf(empty).join()).toBe(
    'Title,URL,Content type,Locales,Status,Scope,Personas,Journeys,Stages,Tagged by,Owner,Created,Content date,' +
      'Last edited,Expires,Age,Not part of a journey,Findings,' +
      'Decision,Decision note,Due,Decision owner,Merge into,Edit URL,Document ID,UID,Audited at,' +
      'First published,Evidence,Reason,Views,Views from,Views to,Measured days,Last viewed,Source,Days not measured'
  );
  expect(headersOf(await read.csv('tags.csv')).join()).toBe(
    'Title,URL,Content type,Personas,Stages,Not part of a journey,Decision,Decision note,Due,' +
      'Decision owner,Merge into,Tagged by,Edit URL,Document ID,UID'
  );
  expect(headersOf(await read.csv('tags.csv', { shape: 'pairs' })).join()).toBe(
    'UID,Document ID,Persona,Journey,Stage,Origin'
  );
  expect(headersOf(await read.csv('coverage.csv')).join()).toBe(
    'Persona,Journey,Stage,Entries,Old,For everyone,Target,Verdict,Not needed,Counted,Persona key,Stage key,Audited at,' +
      'Views,Views from,Views to,At least'
  );
});

test('a CSV is a file with a name, in UTF-8 with a mark, its lines ended as RFC 4180 says', async () => {
  const { headers, text } = await download('inventory.csv').buffer();
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(headers['content-disposition']).toBe('attachment; filename="inventory.csv"');
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(text.endsWith('\r\n')).toBe(true);
  // The bare line feeds stand quoted in two titles.
  expect(text.replace(/\r\n/g, '').match(/\n/g)).toHaveLength(2);
  expect(text).toContain(`"'=SUM(A1), ""quoted""\nand ünïcode 🎈"`);
});

test('without the mark, and for Excel in Europe', async () => {
  const plain = await read.csv('inventory.csv', { bom: 'false' });
  expect(plain.startsWith('"Title","URL"')).toBe(true);
  const european = await read.csv('inventory.csv', { delimiter: ';' });
  expect(european.startsWith('\uFEFF"Title";"URL";')).toBe(true);
  expect(readCsv(european, ';')).toEqual(readCsv(plain));
});

test.each(FORMULAS)('the title %j is no formula in a spreadsheet', async (title) => {
  for (const name of ['inventory.csv', 'tags.csv']) {
    const cells = readCsv(await read.csv(name, { contentType: ARTICLE })).map((line) => line['Title']);
    expect(cells).toContain(safe(title));
    if (safe(title) !== title) expect(cells).not.toContain(title);
  }
});

test('a name that looks like a formula is safe in every CSV', async () => {
  const personas = readCsv(await read.csv('coverage.csv')).map((line) => line['Persona']);
  expect(personas).toContain(`'=IT, "admins"`);
  for (const name of ['inventory.csv', 'tags.csv']) {
    for (const line of readCsv(await read.csv(name))) expect(line['Personas']).not.toMatch(/^=/);
  }
});

test('tags.csv has one row per entry, more only where one product cannot say it, and says no more than the tags', async () => {
  const rows = await read.rows({});
  const lines = readCsv(await read.csv('tags.csv'));
  for (const row of rows) {
    const own = lines.filter((line) => line['Document ID'] === row.documentId);
    const pairs = own.flatMap((line) => {
      const side = (name: string): readonly string[] => (line[name] === '' ? ['-'] : (line[name] ?? '').split('; '));
      return side('Personas').flatMap((persona) => side('Stages').map((stage) => `${persona}.${stage}`));
    });
    const name = (persona: string | null): string => (persona === null ? '-' : safe(nameOf(persona)));
    // A name is made safe at the start of its cell only.
    const bare = (list: readonly string[]): readonly string[] => list.map((pair) => pair.replace(/^'/, '')).sort();
    const expected = row.tags.map(({ persona, stage }) => `${name(persona)}.${stage ?? '-'}`);
    expect([row.title, bare(pairs)]).toEqual([row.title, bare(expected.length === 0 ? ['-.-'] : expected)]);
  }
  const linesOf = (id: string): number => lines.filter((line) => line['Document ID'] === id).length;
  expect([linesOf(ids.editedLongAgo), linesOf(ids.many), linesOf(ids.germanOnly), linesOf(ids.untagged)]).toEqual([
    1, 2, 2, 1,
  ]);
  expect(lines.find((line) => line['Document ID'] === ids.excluded)?.['Not part of a journey']).toBe('Legal');
});

test('tags.csv?shape=pairs has one row per tag, by keys', async () => {
  const lines = readCsv(await read.csv('tags.csv', { shape: 'pairs', bom: 'false' }));
  const rows = await read.rows({});
  expect(lines).toEqual(
    rows.flatMap(({ uid, documentId, tags }) =>
      tags.map(({ persona, stage, journey, origin }) => ({
        UID: uid,
        'Document ID': documentId,
        Persona: persona ?? '',
        Journey: journey ?? '',
        Stage: stage ?? '',
        Origin: origin,
      }))
    )
  );
});

test('inventory.csv?per=locale has one row per version', async () => {
  const lines = readCsv(await read.csv('inventory.csv', { per: 'locale' }));
  const versions: InventoryRow[] = [];
  for (const locale of ['en', 'de', 'fr'])
    versions.push(...(await read.rows({ locale })).filter((row) => row.locale !== null));
  versions.push(...(await read.rows({ contentType: GUIDE })));
  const key = (line: Readonly<Record<string, string>>): string => `${line['Document ID']} ${line['Locales']}`;
  const sorted = (list: readonly Readonly<Record<string, string>>[]) =>
    [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  expect(sorted(lines)).toEqual(sorted(versions.map(lineOf)));
  const german = readCsv(await read.csv('inventory.csv', { per: 'locale', locale: 'de', counted: 'published' }));
  expect(german.map(key).sort()).toEqual(
    (await read.rows({ locale: 'de', counted: 'published' })).map(lineOf).map(key).sort()
  );
});

test('a CSV holds one audit from its first line to its last', async () => {
  const before = await read.csv('tags.csv', { audit: 1 });
  await tagged(host(), GUIDE, await aGuide(host(), 'Later'), 'it.decision');
  await audited(host());
  expect(await read.csv('tags.csv', { audit: 1 })).toBe(before);
  expect(await read.csv('tags.csv')).toContain('Later');
});
