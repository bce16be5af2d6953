import fc from 'fast-check';
import { createPathMatcher } from '../../../server/core/analytics/match';
import { overrideKey, type VersionPath, type VersionRef } from '../../../server/core/analytics/versions';
import { loosePathOf, pathOf, pathOfAddress } from '../../../server/core/import/url';

const version = (documentId: string, path: string | null, locale = ''): VersionPath => ({
  uid: 'api::page.page',
  documentId,
  locale,
  path,
});

const match = (
  paths: Readonly<Record<string, number>>,
  versions: readonly VersionPath[],
  overrides: Readonly<Record<string, VersionRef>> = {}
) => {
  const byKey = new Map(Object.entries(overrides).map(([path, target]) => [overrideKey(path), target]));
  const matcher = createPathMatcher(byKey, ['en', 'de']);
  Object.keys(paths).forEach(matcher.seek);
  versions.forEach(matcher.survey);
  versions.forEach(matcher.collect);
  Object.entries(paths).forEach(([path, count]) => matcher.count(path, count));
  const { views, mapped, unmatched, ambiguous, shared } = matcher.result();
  const name = ({ documentId, locale }: VersionRef) => (locale ? `${documentId}.${locale}` : documentId);
  return {
    views: Object.fromEntries([...views.values()].map((one) => [name(one), one.views])),
    mapped,
    unmatched: Object.fromEntries(unmatched),
    ambiguous: Object.fromEntries(
      [...ambiguous].map(([path, { entries }]) => [path, entries.map((one) => one.documentId)])
    ),
    shared: shared.map(name).sort(),
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
