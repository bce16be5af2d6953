import type { InventoryRow } from '../../../server/core/api';
import { aLibraryInDisorder, type Disorder } from '../../support/disorder';
import { expectedEntries, placementOf } from '../../support/expected';
import { as, hostForAll } from '../../support/host';
import { ARTICLE, audited, daysAgo, GUIDE, LANDING_PAGE } from '../../support/library';
import { reader, type Reader } from '../../support/reading';
import { superAdmin } from '../../support/users';

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
const TYPES = [
  { uid: ARTICLE, title: 'title', date: 'writtenOn', expiry: 'expiresAt' },
  { uid: GUIDE, title: 'name' },
  { uid: LANDING_PAGE, title: 'headline' },
];
let ids: Disorder;
let read: Reader;
let rows: readonly InventoryRow[];

beforeAll(async () => {
  ids = await aLibraryInDisorder(host());
  await audited(host());
  read = reader(host(), (await superAdmin(host())).token);
  rows = await read.rows({}, 4);
});

const row = (name: keyof Disorder): InventoryRow | undefined =>
  rows.find(({ documentId, locale }) => documentId === ids[name] && locale === null);

test('every entry has one row, and every fact in it is the one that the Document Service tells', async () => {
  const expected = await expectedEntries(host(), TYPES);
  const facts = (one: InventoryRow) => ({
    documentId: one.documentId,
    title: one.title,
    status: one.status,
    current: one.current,
    placement: one.placement,
    locales: one.locales,
    createdAt: one.createdAt,
    updatedAt: one.updatedAt,
    contentDate: one.contentDate,
    expiresAt: one.expiresAt,
    owner: one.owner,
  });
  const latest = (dates: readonly (number | null)[]): string | null => {
    const known = dates.filter((date) => date !== null);
    return known.length === 0 ? null : new Date(Math.max(...known)).toISOString();
  };
  const byId = <T extends { documentId: string }>(list: readonly T[]): readonly T[] =>
    [...list].sort((a, b) => (a.documentId < b.documentId ? -1 : 1));
  expect(byId(rows.map(facts))).toEqual(
    byId(
      expected.map((entry) => {
        const { documentId, versions } = entry;
        const published = versions.filter(({ status }) => status !== 'draft');
        const counting = published.length > 0 ? published : versions;
        return {
          documentId,
          title: versions[0]?.title,
          status: versions.some(({ status }) => status === 'modified')
            ? 'modified'
            : published.length > 0
              ? 'published'
              : 'draft',
          current: counting.some(({ current }) => current),
          placement: placementOf(entry),
          locales: versions.flatMap(({ locale }) => locale ?? []),
          createdAt: new Date(Math.min(...versions.map(({ createdAt }) => createdAt))).toISOString(),
          updatedAt: latest(versions.map(({ updatedAt }) => updatedAt)),
          contentDate: latest(versions.map(({ contentDate }) => contentDate)),
          expiresAt: latest(versions.map(({ expiresAt }) => expiresAt)),
          owner: versions[0]?.owner ?? null,
        };
      })
    )
  );
});

test.each<[keyof Disorder, Partial<InventoryRow>]>([
  ['twoLocales', { status: 'published', locales: ['en', 'de'], scope: 'dedicated', findings: [] }],
  ['twoLocales', { path: '/en/product/two-locales', owner: 'Ann Owner', ownerState: 'active', openReason: null }],
  ['draft', { status: 'draft', path: null, placement: 'placed', findings: [] }],
  ['modified', { status: 'modified', title: 'Modified', locales: ['en', 'de'] }],
  ['writtenLongAgo', { contentDate: '2015-02-01T00:00:00.000Z', current: false, findings: ['stale', 'old'] }],
  ['editedLongAgo', { updatedAt: '2010-10-10T10:10:10.000Z', current: false }],
  ['editedLongAgo', { owner: 'Bob Owner', ownerState: 'blocked', findings: ['stale', 'old', 'owner-left'] }],
  ['everyone', { scope: 'shared', placement: 'placed' }],
  ['many', { scope: 'shared', placement: 'placed' }],
  ['stageOpen', { placement: 'to-place', openReason: 'stage-open', scope: null }],
  ['personaOpen', { placement: 'to-place', openReason: 'persona-open' }],
  ['untagged', { placement: 'to-place', openReason: 'no-tags', title: '=SUM(A1), "quoted"\nand ünïcode 🎈', tags: [] }],
  ['excluded', { placement: 'excluded', excluded: 'legal', openReason: null }],
  ['expired', { expiresAt: '2020-01-01T00:00:00.000Z', current: false, findings: ['expired'], scope: 'dedicated' }],
  ['untouched', { findings: ['untouched-draft'], current: true }],
  ['germanOnly', { title: 'Nur deutsch', locales: ['de'], path: null }],
  ['germanOld', { status: 'published', current: false, findings: ['stale', 'old'] }],
  ['englishOld', { current: true, findings: [], contentDate: `${daysAgo(30)}T00:00:00.000Z` }],
  ['retired', { placement: 'to-place', openReason: 'retired' }],
  ['threeLocales', { findings: ['stale'], locales: ['en', 'de', 'fr'] }],
  ['landing', { kind: 'singleType', title: 'Welcome', path: '/en', scope: 'shared' }],
  ['guide', { status: 'published', locales: [], contentType: 'Guide', locale: null, path: null }],
  ['oldGuide', { current: false, updatedAt: '2011-03-04T05:06:07.000Z' }],
])('%s is judged %j', (name, facts) => {
  expect(row(name)).toMatchObject(facts);
});

test('tags stand in the row with journey and origin', () => {
  expect(row('stageOpen')?.tags).toEqual([
    { persona: 'finance', stage: null, journey: null, origin: 'person' },
    { persona: 'it', stage: null, journey: null, origin: 'person' },
  ]);
  expect(row('modified')?.tags).toEqual([
    { persona: 'ops', stage: 'awareness', journey: 'buyer', origin: 'rule' },
    { persona: 'ops', stage: 'decision', journey: 'buyer', origin: 'rule' },
  ]);
});

test('with a locale, each row is that version', async () => {
  const german = await read.rows({ locale: 'de' });
  const versions = (await expectedEntries(host(), TYPES)).flatMap(({ documentId, versions }) =>
    versions.flatMap(({ locale, title, status, current }) =>
      locale === 'fr' || locale === 'en' ? [] : [{ documentId, locale, title, status, current }]
    )
  );
  const seen = german.map(({ documentId, locale, title, status, current }) => ({
    documentId,
    locale,
    title,
    status,
    current,
  }));
  expect(new Set(seen)).toEqual(new Set(versions));
  expect(seen).toHaveLength(versions.length);
  expect(german.find(({ documentId }) => documentId === ids.twoLocales)).toMatchObject({
    path: '/de/product/zwei',
    locales: ['en', 'de'],
  });
});

test('a version is modified exactly where the Content Manager says so', async () => {
  const { token } = await superAdmin(host());
  for (const locale of ['en', 'de', 'fr']) {
    const { body } = await as(host(), token)
      .get(`/content-manager/collection-types/${ARTICLE}`)
      .query({ locale, pageSize: 100 });
    const inManager = body.results.map((one: { documentId: string; status: string }) => [one.documentId, one.status]);
    const inInventory = (await read.rows({ locale, contentType: ARTICLE })).map((one) => [one.documentId, one.status]);
    expect(new Map(inInventory as [string, string][])).toEqual(new Map(inManager));
  }
});
