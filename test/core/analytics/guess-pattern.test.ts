import { byEnd, guessPattern, type Addressed } from '../../../server/core/analytics/guess-pattern';

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
  ['the top', [version('a'), version('b'), version('c')], ['/a', '/b', '/c'], '/{slug}'],
  ['two alone are chance', [version('a'), version('b')], ['/blog/a', '/blog/b'], null],
  ['too few of many', Array.from({ length: 20 }, (_, n) => version(`s${n}`)), ['/s1', '/s2', '/s3'], null],
  ['no path', [version('a'), version('b'), version('c')], [], null],
])('%s', (_name, versions, paths, expected) => {
  expect(guessPattern(versions, byEnd(paths), 'slug')?.pattern ?? null).toBe(expected);
});

test('says how many versions it finds', () => {
  const versions = ['a', 'b', 'c', 'd'].map((slug) => version(slug));
  expect(guessPattern(versions, byEnd(['/n/a', '/n/b', '/n/c']), 'slug')).toEqual({
    pattern: '/n/{slug}',
    found: 3,
    of: 4,
  });
});
