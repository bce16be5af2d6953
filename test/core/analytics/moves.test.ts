/** Sites move: whose address a path may have been, and which sections moved. */
import fc from 'fast-check';
import { createEnds, doubtsAmong, SAME_END } from '../../../server/core/analytics/ends';
import { formerPath } from '../../../server/core/analytics/former-path';
import { createMoves } from '../../../server/core/analytics/moved-section';
import { createSettling } from '../../../server/core/analytics/settling';
import { suggestMoves } from '../../../server/core/analytics/suggest-moves';
import { overrideKey, type VersionPath } from '../../../server/core/analytics/versions';

const version = (path: string, documentId = path): VersionPath => ({
  uid: 'api::page.page',
  documentId,
  locale: '',
  path,
});

const perhaps = (paths: readonly string[], present: readonly string[]) => {
  const ends = createEnds(new Map(paths.map((path) => [path, 1])));
  for (const path of present) ends.see(version(path));
  return paths.flatMap((path) => ends.found(path) ?? []);
};
const doubted = (path: string, present: readonly string[]): readonly string[] =>
  perhaps([path], present).flatMap((one) => one.versions.map(({ documentId }) => documentId));

const overviews = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `/p${at}/overview`);

test.each<[string, string, readonly string[], readonly string[]]>([
  ['an old prefix', '/blog/2016/a-b', ['/2016/a-b', '/2016/c'], ['/2016/a-b']],
  ['a language in front', '/en/a', ['/a'], ['/a']],
  ['none in front now', '/a', ['/en/a', '/de/a'], ['/en/a', '/de/a']],
  ['case and .html', '/old/A.html', ['/a'], ['/a']],
  ['another slug', '/blog/b', ['/a'], []],
  ['the end of a word is no end', '/blog/team-news', ['/news'], []],
  ['a short number of another section', '/shop/12', ['/news/12'], []],
  ['a short number with what stands before', '/en/news/12', ['/news/12'], ['/news/12']],
  ['a short number that is all of the path', '/news/12', ['/12'], ['/12']],
  ['a long number', '/shop/124062', ['/news/2014/124062'], ['/news/2014/124062']],
  ['what few are called', '/docs/overview', overviews(3), overviews(3)],
  ['what many are called', '/docs/overview', overviews(SAME_END + 1), []],
  ['what many are called, with the segment that tells them apart', '/docs/p7/overview', overviews(SAME_END + 1), ['/p7/overview']],
  ['the front page', '/', ['/a', '/'], []],
])('%s', (_name, path, present, expected) => {
  expect([...doubted(path, present)].sort()).toEqual([...expected].sort());
}); // prettier-ignore

const segment = fc.constantFrom('a', 'b', 'c', 'overview', '1', '22', 'index', 'über');
const paths = fc.array(
  fc.array(segment, { minLength: 1, maxLength: 3 }).map((all) => `/${all.join('/')}`),
  { maxLength: 60 }
);

test('no path puts more entries in doubt than share an end that tells, and each of them ends as it does', () => {
  fc.assert(
    fc.property(paths, paths, (viewed, present) => {
      for (const { path, versions } of perhaps(viewed, [...new Set(present)])) {
        expect(versions.length).toBeGreaterThan(0);
        expect(versions.length).toBeLessThanOrEqual(SAME_END);
        const last = (of: string | null): string | undefined => of?.split('/').at(-1);
        for (const one of versions) expect(last(one.path)).toBe(last(path));
      }
    })
  );
});

test('whatever prefix a page with a slug of its own had, it is in doubt until somebody says that it has moved', () => {
  const prefix = fc.array(segment, { maxLength: 3 }).map((all) => all.map((one) => `/${one}`).join(''));
  fc.assert(
    fc.property(prefix, prefix, paths, (from, to, others) => {
      const [old, now] = [`${from}/own-slug`, `${to}/own-slug`];
      if (old === now) return;
      expect(doubted(old, [...others, now])).toEqual([now]);
      const open = createSettling(new Map(), []);
      expect(open(old, version(now))).toBe('open');
      expect(createSettling(new Map(), [{ from, to }])(old, version(now))).toBe('own');
      expect(createMoves([{ from, to }])(old)).toEqual([[now]]);
      expect(createSettling(new Map([[overrideKey(old), null]]), [{ from, to }])(old, version(now))).toBe('of-another');
    })
  );
});

test('what has views of its own in the same file is in no doubt', () => {
  expect(doubtsAmong(perhaps(['/blog/a'], ['/a']), () => true)).toEqual([]);
  expect(doubtsAmong(perhaps(['/blog/a'], ['/a']), () => false)).toMatchObject([{ path: '/blog/a', views: 1 }]);
});

describe('sections that seem to have moved', () => {
  const names = ['a', 'b', 'c', 'd'];
  const suggested = (old: readonly string[], now: readonly string[]) => suggestMoves(perhaps(old, now));

  test('a prefix that is gone', () => {
    const found = suggested(names.map((name) => `/blog/2016/${name}`), names.map((name) => `/2016/${name}`)); // prettier-ignore
    expect(found).toEqual([{ from: '/blog', to: '', paths: 4, views: 4, entries: 4 }]);
  });

  test('a language that came later', () => {
    const found = suggested(names.map((name) => `/${name}`), names.map((name) => `/en/${name}`)); // prettier-ignore
    expect(found).toEqual([{ from: '', to: '/en', paths: 4, views: 4, entries: 4 }]);
  });

  test('years are any', () => {
    const found = suggested(names.map((name, at) => `/blog/${2010 + at}/${name}`), names.map((name) => `/news/${name}`)); // prettier-ignore
    expect(found).toEqual([{ from: '/blog/*', to: '/news', paths: 4, views: 4, entries: 4 }]);
  });

  test('two paths are no section', () => {
    expect(suggested(['/blog/a', '/blog/b'], ['/a', '/b'])).toEqual([]);
  });

  test('each path that is counted leads where its section moved', () => {
    fc.assert(
      fc.property(paths, paths, (viewed, present) => {
        const elsewhere = new Set(viewed.filter((path) => !present.includes(path)));
        const found = perhaps([...elsewhere], [...new Set(present)]);
        const all = suggestMoves(found);
        expect(all.reduce((sum, one) => sum + one.paths, 0)).toBeLessThanOrEqual(found.length);
        for (const { from, to, paths: count } of all) {
          const movesOf = createMoves([{ from, to }]);
          const led = found.filter((one) =>
            one.versions.some(({ path }) =>
              movesOf(one.path)
                .flat()
                .includes(path ?? '')
            )
          );
          expect(led.length).toBeGreaterThanOrEqual(count);
        }
      })
    );
  });
});

describe('the path that a version has no longer', () => {
  const seen = (path: string | null, isPublished = true) => ({ path, isPublished });
  test.each<[string, string | null, ...Parameters<typeof formerPath>]>([
    ['it was not there before', null, undefined, seen('/a')],
    ['it is the same', null, seen('/a'), seen('/a')],
    ['the slug changed', '/a', seen('/a'), seen('/b')],
    ['the pattern was taken away', '/a', seen('/a'), seen(null)],
    ['nobody could read it there', null, seen('/a', false), seen('/b')],
    ['it was unpublished', '/a', seen('/a'), seen('/a', false)],
    ['it had none', null, seen(null), seen('/b')],
    ['a slash at its end', null, seen('/a/'), seen('/a')],
  ])('%s', (_name, expected, before, now) => {
    expect(formerPath(before, now)).toBe(expected);
  });
});
