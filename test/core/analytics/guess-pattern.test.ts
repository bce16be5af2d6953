import { createPatternGuess, endOf, type Addressed } from '../../../server/core/analytics/guess-pattern';

const byEnd = (paths: readonly string[]): ReadonlyMap<string, readonly string[]> =>
  new Map(paths.map((path) => [endOf(path), paths.filter((other) => endOf(other) === endOf(path))]));
const guessed = (versions: readonly Addressed[], paths: readonly string[]) => {
  const guess = createPatternGuess(byEnd(paths), 'slug');
  versions.forEach(guess.add);
  return guess.best();
};
const version = (slug: string, locale = '', hops: Addressed['hops'] = {}): Addressed => ({ slug, locale, hops });

test.each<[string, readonly Addressed[], readonly string[], string | null]>([
  [
    'a folder',
    [version('a'), version('b'), version('c'), version('d')],
    ['/blog/a', '/blog/b', '/blog/c', '/shop/d', '/'],
    '/blog/{slug}',
  ],
  [
    'languages',
    [version('a', 'en'), version('b', 'en'), version('eins', 'de')],
    ['/en/blog/a', '/en/blog/b', '/de/blog/eins'],
    '/{locale}/blog/{slug}',
  ],
  [
    'one hop',
    [
      version('a', 'en', { 'product.slug': 'cards' }),
      version('b', 'en', { 'product.slug': 'cards' }),
      version('c', 'en', { 'product.slug': 'expenses' }),
    ],
    ['/en/help/cards/a', '/en/help/cards/b', '/en/help/expenses/c'],
    '/{locale}/help/{product.slug}/{slug}',
  ],
  [
    'most versions win',
    [version('a'), version('b'), version('c')],
    ['/x/a', '/y/a', '/y/b', '/y/c', '/x/b'],
    '/y/{slug}',
  ],
  [
    'case, endings and an index do not matter',
    [version('a', 'de-ch'), version('b', 'de-CH'), version('c', 'de-CH')],
    ['/De-CH/Blog/A', '/de-ch/Blog/b.html', '/de-ch/Blog/c/index.html'],
    '/{locale}/Blog/{slug}',
  ],
  [
    'a field with whole paths',
    [version('docs/a'), version('docs/b'), version('help/c')],
    ['/docs/a', '/docs/b', '/help/c', '/other/a'],
    '/{slug}',
  ],
  [
    'whole paths below a folder',
    [version('docs/a'), version('docs/b'), version('help/c')],
    ['/en/docs/a', '/en/docs/b', '/en/help/c', '/a'],
    '/en/{slug}',
  ],
  ['the top', [version('a'), version('b'), version('c')], ['/a', '/b', '/c'], '/{slug}'],
  ['two alone are chance', [version('a'), version('b')], ['/blog/a', '/blog/b'], null],
  ['too few of many', Array.from({ length: 20 }, (_, n) => version(`s${n}`)), ['/s1', '/s2', '/s3'], null],
  ['no path', [version('a'), version('b'), version('c')], [], null],
])('%s', (_name, versions, paths, expected) => {
  expect(guessed(versions, paths)?.pattern ?? null).toBe(expected);
});

test('says how many versions it finds', () => {
  const versions = ['a', 'b', 'c', 'd'].map((slug) => version(slug));
  expect(guessed(versions, ['/n/a', '/n/b', '/n/c'])).toEqual({
    pattern: '/n/{slug}',
    found: 3,
    of: 4,
  });
});
