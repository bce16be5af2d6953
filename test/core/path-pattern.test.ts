import * as fc from 'fast-check';
import { parsePathPattern, renderPath, type PathToken } from '../../server/core/path-pattern';

const tokensOf = (pattern: string): readonly PathToken[] => {
  const parsed = parsePathPattern(pattern);
  if ('error' in parsed) throw new Error(parsed.error);
  return parsed.tokens;
};

const text = (value: string): PathToken => ({ kind: 'text', text: value });
const field = (name: string): PathToken => ({ kind: 'field', field: name });

test.each<[string, PathToken[]]>([
  ['/', [text('/')]],
  ['/about', [text('/about')]],
  ['/{slug}', [text('/'), field('slug')]],
  ['/blog/{slug}/', [text('/blog/'), field('slug'), text('/')]],
  ['/{locale}/blog/{slug}', [text('/'), { kind: 'locale' }, text('/blog/'), field('slug')]],
  ['/{category.slug}', [text('/'), { kind: 'hop', relation: 'category', field: 'slug' }]],
  // Only the word alone is the locale.
  ['/{locale.code}', [text('/'), { kind: 'hop', relation: 'locale', field: 'code' }]],
  ['/{year}{slug}.html', [text('/'), field('year'), field('slug'), text('.html')]],
  [
    '/{locale}/{slug|home|start}',
    [text('/'), { kind: 'locale' }, text('/'), { kind: 'field', field: 'slug', front: ['home', 'start'] }],
  ],
  ['/?id={documentId}#top', [text('/?id='), field('documentId'), text('#top')]],
])('%s', (pattern, tokens) => {
  expect(parsePathPattern(pattern)).toEqual({ tokens });
});

test.each([
  ['', 'starts with "/"'],
  ['blog/{slug}', 'starts with "/"'],
  ['{slug}', 'starts with "/"'],
  ['https://example.com/{slug}', 'starts with "/"'],
  ['/{}', '"{}" is no placeholder'],
  ['/{a b}', '"{a b}" is no placeholder'],
  ['/{a.b.c}', '"{a.b.c}" is no placeholder'],
  ['/{.slug}', '"{.slug}" is no placeholder'],
  ['/{slug', '"/{slug" is no placeholder'],
  ['/slug}', '"/slug}" is no placeholder'],
  ['/{slug|}', '"{slug|}" is no placeholder'],
  ['/{locale|en}', '"{locale|en}" is no placeholder'],
  ['/{slug|home}.html', 'behind the last "/"'],
  ['/x-{slug|home}', 'behind the last "/"'],
  ['/{slug|home}/{slug}', 'behind the last "/"'],
  ['/{{slug}}', '"/{" is no placeholder'],
])('%s is none: %s', (pattern, error) => {
  expect(parsePathPattern(pattern)).toEqual({ error: expect.stringContaining(error) });
});

const VALUES: Readonly<Record<string, string | null>> = {
  locale: 'de',
  slug: 'preise',
  'category.slug': 'kosten',
  path: '/news/2012/preise/',
  empty: '',
  nothing: null,
};

const valueOf = (token: Exclude<PathToken, { kind: 'text' }>): string | null => {
  if (token.kind === 'locale') return VALUES['locale'] ?? null;
  return VALUES[token.kind === 'field' ? token.field : `${token.relation}.${token.field}`] ?? null;
};

test.each([
  ['/about', '/about'],
  ['/{locale}/blog/{slug}', '/de/blog/preise'],
  ['/{category.slug}/{slug}', '/kosten/preise'],
  ['/{path}', '/news/2012/preise/'],
  ['/{slug|preise}', '/'],
  ['/{slug|home}', '/preise'],
  ['/{locale}/{slug|home|preise}', '/de'],
  ['/{locale}/{slug|preise}/', '/de/'],
  ['/{nothing|home}', null],
  ['/{nothing}/{slug}', null],
  ['/{slug}/{empty}', null],
  ['/{author.slug}', null],
])('%s → %s', (pattern, path) => {
  expect(renderPath(tokensOf(pattern), valueOf)).toBe(path);
});

test('any pattern is parsed or refused, and a parsed one says the same again', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\/[a-z{}|./ ]{0,12}$/), (pattern) => {
      const parsed = parsePathPattern(pattern);
      if ('error' in parsed) return;
      const written = parsed.tokens.map((token) => {
        if (token.kind === 'text') return token.text;
        if (token.kind === 'locale') return '{locale}';
        return token.kind === 'field'
          ? `{${[token.field, ...(token.front ?? [])].join('|')}}`
          : `{${token.relation}.${token.field}}`;
      });
      expect(written.join('')).toBe(pattern);
    }),
    { numRuns: 500 }
  );
});
