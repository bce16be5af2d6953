import fc from 'fast-check';
import { storedName } from '../../../server/core/consumption/file-name';
import { frontValues, pathValues, spellings } from '../../../server/core/consumption/path-values';
import { parsePathPattern, renderPath, type PathToken } from '../../../server/core/path-pattern';
import { pathOf } from '../../../server/core/import/url';

const tokensOf = (pattern: string): readonly PathToken[] => {
  const parsed = parsePathPattern(pattern);
  if ('error' in parsed) throw new Error(parsed.error);
  return parsed.tokens;
};

test.each([
  ['/blog/{slug}', '/blog/one', { slug: 'one' }],
  ['/blog/{slug}/', '/blog/one', { slug: 'one' }],
  ['/{locale}/blog/{slug}', '/de/blog/zwei', { slug: 'zwei' }],
  ['/{category.slug}/{slug}', '/seo/three', { 'category.slug': 'seo', slug: 'three' }],
  ['/{category.slug}/{slug}', '/seo/three/four', { 'category.slug': 'seo', slug: 'three/four' }],
  ['/{locale}/{product.path}', '/de/a/b', { 'product.path': 'a/b' }],
  ['/{path}', '/a/b/c', { path: 'a/b/c' }],
  ['/{year}/{slug}', '/2024/a/b', { year: '2024', slug: 'a/b' }],
  ['/a.b/{slug}', '/a.b/x', { slug: 'x' }],
  ['/a.b/{slug}', '/aXb/x', null],
  ['/blog/{slug}', '/blog', null],
  ['/', '/', {}],
  ['/about', '/about', {}],
  ['/about', '/about/us', null],
])('%s read backwards from %s', (pattern, path, values) => {
  const found = pathValues(tokensOf(pattern), path);
  expect(found && Object.fromEntries(found)).toEqual(values);
});

test.each([
  ['/{slug|home}', '/', [{ slug: 'home' }]],
  ['/{locale}/{slug|home|start}', '/de', [{ slug: 'home' }, { slug: 'start' }]],
  ['/{category.slug}/{slug|index}/', '/seo', [{ 'category.slug': 'seo', slug: 'index' }]],
  ['/{slug|home}', '/about', []],
  ['/{slug}', '/', []],
])('the front page of %s read backwards from %s', (pattern, path, values) => {
  expect(frontValues(tokensOf(pattern), path).map((found) => Object.fromEntries(found))).toEqual(values);
});

test('whatever path a pattern makes, one of the spellings of its last field is what the entry holds', () => {
  const word = fc.stringMatching(/^[a-zäß0-9_-]{1,8}$/);
  const slug = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('/'));
  const pattern = fc.constantFrom('/{locale}/{slug}', '/x/{slug}/', '/{category.name}/{slug}', '{slug}', '/{slug}');
  fc.assert(
    fc.property(pattern, slug, word, fc.constantFrom('', '/'), (text, value, other, end) => {
      const tokens = tokensOf(text.startsWith('/') ? text : `/${text}`);
      const held = `${end}${value}`;
      const path = renderPath(tokens, (token) => (token.kind === 'field' ? held : other)) ?? '';
      expect(spellings(pathValues(tokens, pathOf(path))?.get('slug') ?? '')).toContain(held);
    })
  );
});

test.each([
  ['/uploads/guide_1a2b.pdf', { hash: 'guide_1a2b', ext: '.pdf' }],
  ['https://cdn.example.com/x/y/guide_1a2b.pdf?download=1#page=2', { hash: 'guide_1a2b', ext: '.pdf' }],
  ['/uploads/gr%C3%B6sse_1a2b.tar.gz', { hash: 'grösse_1a2b.tar', ext: '.gz' }],
  ['/uploads/%E0%A4%A.pdf', { hash: '%E0%A4%A', ext: '.pdf' }],
  ['/uploads/', null],
  ['/uploads/file', null],
])('the stored name in %s', (url, name) => {
  expect(storedName(url)).toEqual(name);
});
