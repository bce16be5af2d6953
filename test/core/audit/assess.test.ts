import { assess } from '../../../server/core/audit/assess';
import type { VariantFacts } from '../../../server/core/audit/facts';
import { MONTH } from '../../../server/core/audit/findings/finding';
import type { Status } from '../../../server/core/vocabulary';
import { aContext, anEntry, aVariant, DAY, NOW, someTags } from '../../support/builders';

const OLD = { updatedAt: NOW - 40 * MONTH };
const EXPIRED = { expiresAt: NOW - DAY };
const of = (...variants: Partial<VariantFacts>[]) =>
  assess(
    anEntry({
      variants: variants.map((variant, at) => aVariant({ locale: ['en', 'de', 'fr'][at] ?? '', ...variant })),
    }),
    aContext()
  );

test.each<[Status[], Status]>([
  [['draft'], 'draft'],
  [['published'], 'published'],
  [['modified'], 'modified'],
  [['draft', 'published'], 'published'],
  [['published', 'draft'], 'published'],
  [['draft', 'modified'], 'modified'],
  [['published', 'modified'], 'modified'],
  [['draft', 'draft'], 'draft'],
])('status of %j → %s', (statuses, expected) => {
  expect(of(...statuses.map((status) => ({ status }))).entry.status).toBe(expected);
});

test.each<[string, Partial<VariantFacts>[], boolean, string[]]>([
  ['one current version', [{}], true, []],
  ['one old version', [OLD], false, ['stale', 'old']],
  ['one expired version', [EXPIRED], false, ['expired']],
  ['a current version among old ones', [OLD, {}], true, []],
  ['a stale version among old ones', [OLD, { updatedAt: NOW - 13 * MONTH }], true, ['stale']],
  ['one old, the other expired: neither counts', [OLD, EXPIRED], false, []],
  ['old, but a current draft nobody can read', [OLD, { status: 'draft' }], false, ['stale', 'old']],
  ['current, but an old draft nobody can read', [{}, { status: 'draft', ...OLD }], true, []],
  ['drafts alone, one of them touched', [{ status: 'draft', ...OLD }, { status: 'draft' }], true, []],
  [
    'drafts alone, none touched',
    [
      { status: 'draft', ...OLD },
      { status: 'draft', ...OLD },
    ],
    false,
    ['stale', 'old', 'untouched-draft'],
  ],
  ['an untouched draft beside a published version', [{ status: 'draft', ...OLD }, {}], true, []],
])('%s → current %s, %j', (_name, variants, current, findings) => {
  expect(of(...variants).entry).toMatchObject({ current, findings });
});

test('each version is judged by itself', () => {
  const { variants } = of({}, { status: 'draft', ...OLD }, EXPIRED);
  expect(variants.map(({ locale, current, findings }) => [locale, current, findings])).toEqual([
    ['en', true, []],
    ['de', false, ['stale', 'old', 'untouched-draft']],
    ['fr', false, ['expired']],
  ]);
});

test("the entry's own line: the first version's words, the widest span of dates", () => {
  const { entry, locales } = of(
    { title: null, path: null, createdAt: 30, updatedAt: 40, contentDate: 5, expiresAt: null },
    { title: 'Preise', path: '/preise', createdAt: 20, updatedAt: 60, contentDate: 7, expiresAt: 80, owner: null },
    { title: 'Prix', path: '/prix', createdAt: 25, updatedAt: 50, contentDate: null, expiresAt: 70 }
  );
  expect(entry).toMatchObject({
    locale: null,
    title: 'Preise',
    path: '/preise',
    owner: { name: 'Ann Lee' },
    createdAt: 20,
    updatedAt: 60,
    contentDate: 7,
    expiresAt: 80,
  });
  expect(locales).toEqual(['en', 'de', 'fr']);
});

test('a type without locales has one version and no locale', () => {
  const { locales, variants } = of({ locale: '' });
  expect([locales, variants.length]).toEqual([[], 1]);
});

test('tags and exclusion belong to the entry', () => {
  const tags = someTags('finance.decision');
  const entry = assess(anEntry({ tags }), aContext());
  expect(entry).toMatchObject({ documentId: 'doc1', tags, placement: 'placed', scope: 'dedicated', excluded: null });
  expect(assess(anEntry({ excluded: 'legal' }), aContext())).toMatchObject({
    placement: 'excluded',
    excluded: 'legal',
    scope: null,
  });
});

test('an entry without versions is a mistake of the caller', () => {
  expect(() => assess(anEntry({ variants: [] }), aContext())).toThrow('at least one variant');
});
