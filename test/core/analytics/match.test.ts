import fc from 'fast-check';
import { createMoves, type MovedSection } from '../../../server/core/analytics/moved-section';
import { createPathMatcher } from '../../../server/core/analytics/match';
import { overrideKey, type VersionPath, type VersionRef } from '../../../server/core/analytics/versions';
import { loosePathOf, pathOf, pathOfAddress } from '../../../server/core/import/url';

const version = (documentId: string, path: string | null, locale = ''): VersionPath => ({
  uid: 'api::page.page',
  documentId,
  locale,
  path,
});

const byKey = <Said>(of: Readonly<Record<string, Said>>): ReadonlyMap<string, Said> =>
  new Map(Object.entries(of).map(([path, said]) => [overrideKey(path), said]));

interface Said {
  readonly former?: Readonly<Record<string, readonly VersionRef[]>>;
  readonly moves?: readonly MovedSection[];
}

const match = (
  paths: Readonly<Record<string, number>>,
  versions: readonly VersionPath[],
  overrides: Readonly<Record<string, VersionRef | null>> = {},
  { former = {}, moves = [] }: Said = {}
) => {
  const known = { overrides: byKey(overrides), former: byKey(former), movesOf: createMoves(moves) };
  const matcher = createPathMatcher(known, ['en', 'de']);
  Object.keys(paths).forEach(matcher.seek);
  versions.forEach(matcher.survey);
  versions.forEach(matcher.collect);
  Object.entries(paths).forEach(([path, count]) => matcher.count(path, count));
  const { views, mapped, unmatched, ambiguous, shared, readdressed, doubts, unsettled } = matcher.result();
  const name = ({ documentId, locale }: VersionRef) => (locale ? `${documentId}.${locale}` : documentId);
  return {
    views: Object.fromEntries([...views.values()].map((one) => [name(one), one.views])),
    mapped,
    unmatched: Object.fromEntries(unmatched),
    ambiguous: Object.fromEntries(
      [...ambiguous].map(([path, { entries }]) => [path, entries.map((one) => one.documentId)])
    ),
    shared: shared.map(name).sort(),
    readdressed: Object.fromEntries(
      [...readdressed].map(([path, { how, version: of }]) => [path, `${how} ${name(of)}`])
    ),
    doubts: doubts.map(({ path, version: of }) => `${path} ${name(of)}`).sort(),
    unsettled: [...unsettled.keys()],
  };
};

test.each<[string, Parameters<typeof match>, object]>([
  ['the same path', [{ '/a': 3, '/b': 1 }, [version('a', '/a')]], { views: { a: 3 }, unmatched: { '/b': 1 }, mapped: { paths: 1, views: 3, entries: 1 } }],
  ['another case', [{ '/Pricing': 3 }, [version('a', '/pricing')]], { views: { a: 3 } }],
  ['.html and index', [{ '/a.html': 1, '/a/index.html': 2 }, [version('a', '/a')]], { views: { a: 3 } }],
  ['the start page', [{ '/': 1, '/index.html': 2 }, [version('a', '/')]], { views: { a: 3 } }],
  ['exactly the same goes first', [{ '/A': 1, '/a': 2 }, [version('a', '/a'), version('b', '/A')]], { views: { a: 2, b: 1 }, shared: [] }],
  ['two that differ in case only', [{ '/aB': 1 }, [version('a', '/ab'), version('b', '/AB')]], { views: {}, ambiguous: { '/aB': ['a', 'b'] }, shared: ['a', 'b'] }],
  ['two entries of one path', [{ '/a': 4 }, [version('a', '/a'), version('b', '/a')]], { views: {}, ambiguous: { '/a': ['a', 'b'] }, shared: ['a', 'b'], mapped: { paths: 0, views: 0, entries: 0 } }],
  ['two that the file does not name', [{ '/b': 1 }, [version('a', '/a'), version('c', '/a'), version('b', '/b')]], { views: { b: 1 }, shared: ['a', 'c'] }],
  ['one entry in two languages', [{ '/a': 4 }, [version('a', '/a', 'de'), version('a', '/a', 'en')]], { views: { 'a.en': 4 }, ambiguous: {}, shared: ['a.de'] }],
  ['by hand', [{ '/old': 4, '/a': 1 }, [version('a', '/a')], { '/Old': version('a', null) }], { views: { a: 5 }, unmatched: {} }],
  ['by hand, of two', [{ '/a': 4 }, [version('a', '/a'), version('b', '/a')], { '/a': version('b', null) }], { views: { b: 4 }, ambiguous: {}, shared: ['a'] }],
  ['by hand, to what is not published', [{ '/a': 4 }, [version('a', '/a')], { '/a': version('gone', null) }], { views: { a: 4 } }],
  ['by hand, to one without a path', [{ '/é': 4 }, [version('a', null)], { '/É': version('a', null) }], { views: { a: 4 } }],
  ['a former path', [{ '/Old': 4, '/a': 1 }, [version('a', '/a')], {}, { former: { '/old': [version('a', null)] } }], { views: { a: 5 }, unmatched: {}, readdressed: { '/Old': 'former a' }, doubts: [] }],
  ['a former path of several entries', [{ '/old': 4, '/b': 1 }, [version('a', '/a'), version('b', '/b'), version('c', '/c')], {}, { former: { '/old': [version('a', null), version('b', null), version('c', null)] } }], { views: { b: 1 }, ambiguous: { '/old': ['a', 'b', 'c'] }, doubts: ['/old a', '/old c'], unsettled: [] }],
  ['a former path of an entry that is not published', [{ '/old': 4 }, [version('a', '/a')], {}, { former: { '/old': [version('gone', null)] } }], { views: {}, unmatched: { '/old': 4 }, doubts: [] }],
  ['a former path of one entry in two languages', [{ '/old': 4 }, [version('a', '/de', 'de'), version('a', '/en', 'en')], {}, { former: { '/old': [version('a', null, 'de'), version('a', null, 'en')] } }], { views: { 'a.en': 4 }, doubts: ['/old a.de'] }],
  ['a path that another has now', [{ '/x': 4 }, [version('a', '/a'), version('b', '/x')], {}, { former: { '/x': [version('a', null)] } }], { views: { b: 4 }, readdressed: {}, doubts: ['/x a'] }],
  ['a path that an audit saw and that is so still', [{ '/x': 4 }, [version('a', '/X'), version('b', '/x')], {}, { former: { '/x': [version('a', null), version('b', null)] } }], { views: { b: 4 }, doubts: [] }],
  ['a path that another has now, said by hand', [{ '/x': 4 }, [version('a', '/a'), version('b', '/x')], { '/x': version('b', null) }, { former: { '/x': [version('a', null)] } }], { views: { b: 4 }, doubts: [] }],
  ['by hand, of no entry', [{ '/old': 4 }, [version('a', '/a')], { '/old': null }, { former: { '/old': [version('a', null)] } }], { views: {}, unmatched: { '/old': 4 }, doubts: [], unsettled: [] }],
  ['by hand of no entry, and it is that of one', [{ '/a': 4 }, [version('a', '/a')], { '/a': null }], { views: { a: 4 } }],
  ['of nothing known', [{ '/old': 4 }, [version('a', '/a')]], { unsettled: ['/old'] }],
  ['a section that moved', [{ '/blog/2016/a': 4, '/blog/b': 1 }, [version('a', '/2016/a')], {}, { moves: [{ from: '/blog', to: '' }] }], { views: { a: 4 }, unmatched: { '/blog/b': 1 }, readdressed: { '/blog/2016/a': 'moved a' } }],
  ['a section that moved, any year', [{ '/Blog/2016/A': 4 }, [version('a', '/news/a')], {}, { moves: [{ from: '/blog/*', to: '/news' }] }], { views: { a: 4 } }],
  ['a section of which parts moved apart', [{ '/x/a': 4, '/x/b': 2 }, [version('a', '/one/a'), version('b', '/two/b')], {}, { moves: [{ from: '/x', to: '/one' }, { from: '/x', to: '/two' }] }], { views: { a: 4, b: 2 } }],
  ['a section that may have moved to two entries', [{ '/x/a': 4 }, [version('a', '/one/a'), version('b', '/two/a')], {}, { moves: [{ from: '/x', to: '/one' }, { from: '/x', to: '/two' }] }], { views: {}, ambiguous: { '/x/a': ['a', 'b'] }, doubts: ['/x/a a', '/x/a b'] }],
  ['of two sections the inner one', [{ '/blog/old/a': 4 }, [version('a', '/x/a'), version('b', '/old/a')], {}, { moves: [{ from: '/blog', to: '' }, { from: '/blog/old', to: '/x' }] }], { views: { a: 4 } }],
  ['the whole site got a prefix', [{ '/a': 4, '/': 2 }, [version('a', '/en/a'), version('home', '/en')], {}, { moves: [{ from: '', to: '/en' }] }], { views: { a: 4, home: 2 } }],
  ['a present path wins over a section that moved', [{ '/blog/a': 4 }, [version('a', '/a'), version('b', '/blog/a')], {}, { moves: [{ from: '/blog', to: '' }] }], { views: { b: 4 } }],
])('%s', (_name, args, expected) => {
  expect(match(...args)).toMatchObject(expected);
}); // prettier-ignore

test('no view is lost or counted twice, whatever the order', () => {
  const path = fc.constantFrom('/', '/a', '/A', '/b', '/b.html', '/c/index.html', '/c', '/d');
  const versions = fc.array(
    fc.record({
      uid: fc.constantFrom('api::page.page', 'api::post.post'),
      documentId: fc.constantFrom('1', '2', '3'),
      locale: fc.constantFrom('en', 'de', 'fr'),
      path: fc.option(path),
    }),
    { maxLength: 12 }
  );
  const paths = fc.dictionary(path, fc.nat(1000), { minKeys: 1, maxKeys: 8 });
  fc.assert(
    fc.property(versions, paths, (some, file) => {
      const found = match(file, some);
      const sum = (numbers: Readonly<Record<string, number>>) =>
        Object.values(numbers).reduce((all, one) => all + one, 0);
      const ambiguous = Object.keys(found.ambiguous).reduce((all, one) => all + (file[one] ?? 0), 0);
      expect(found.mapped.views + sum(found.unmatched) + ambiguous).toBe(sum(file));
      const again = match(file, [...some].reverse());
      expect([again.mapped, again.unmatched, again.shared]).toEqual([found.mapped, found.unmatched, found.shared]);
    })
  );
});

test.each([
  ['https://example.com/a/b/?x=1#y', '/a/b'],
  ['//example.com/a', '/a'],
  ['www.example.com/a', '/a'],
  ['/caf%C3%A9', '/café'],
  ['/100%/caf%C3%A9', '/100%/café'],
  ['/a%2Fb', '/a%2Fb'],
  ['/', '/'],
  ['', ''],
])('the path of %s', (url, path) => {
  expect(pathOf(url)).toBe(path);
});

test.each([
  ['example.com/a', '/a'],
  ['example.com', '/'],
  ['shop.example.co.uk:8080/a', '/a'],
  ['index.html', '/index.html'],
  ['guides/a', '/guides/a'],
])('the path of the address %s', (address, path) => {
  expect(pathOfAddress(address)).toBe(path);
});

test('loosely the same', () => {
  expect(['/A', '/a.HTML', '/a/index.php', '/Cafe\u0301'].map(loosePathOf)).toEqual(['/a', '/a', '/a', '/café']);
});
