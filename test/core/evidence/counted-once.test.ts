import * as fc from 'fast-check';
import { countedOnce } from '../../../server/core/evidence/counted-once';
import type { ViewCount } from '../../../server/core/evidence/evidence';

const IMPORTS = [
  { id: 1, source: 'import:1', series: 'ga4 Shop' },
  { id: 2, source: 'import:2', series: 'ga4 Blog' },
];
const count = (source: string, from: number, to: number, views: number): ViewCount => ({ source, from, to, views });

test.each<[string, readonly ViewCount[], readonly number[]]>([
  ['a tracker alone', [count('a', 5, 5, 3), count('a', 6, 6, 4)], [3, 4]],
  ['an import alone', [count('import:1', 1, 30, 9)], [9]],
  ['a tracker’s days in a larger import', [count('a', 5, 5, 3), count('import:1', 1, 30, 9)], [9]],
  [
    'a tracker that saw more than the import',
    [count('a', 5, 5, 3), count('a', 9, 9, 8), count('import:1', 1, 30, 9)],
    [3, 8],
  ],
  ['two trackers in an import', [count('a', 5, 5, 6), count('b', 5, 5, 6), count('import:1', 1, 30, 9)], [6, 6]],
  ['equal numbers', [count('a', 5, 5, 9), count('import:1', 1, 30, 9)], [9]],
  ['the first and last day', [count('a', 1, 1, 3), count('a', 30, 30, 3), count('import:1', 1, 30, 9)], [9]],
  ['days before and after', [count('a', 1, 9, 3), count('a', 31, 31, 4), count('import:1', 10, 30, 9)], [3, 4, 9]],
  ['a month that lies only partly in it', [count('a', 1, 30, 3), count('import:1', 15, 60, 9)], [3, 9]],
  ['an import that counted nothing of it', [count('a', 5, 5, 3), count('import:1', 1, 30, 0)], [3, 0]],
  ['imports of two sites', [count('import:1', 1, 30, 9), count('import:2', 1, 30, 8)], [9, 8]],
  [
    'each import with its own days',
    [count('a', 5, 5, 3), count('a', 35, 35, 8), count('import:1', 1, 30, 9), count('import:2', 31, 60, 7)],
    [8, 9],
  ],
])('%s', (_, counts, summed) => {
  expect(countedOnce(counts, IMPORTS).flatMap(({ views, isRepeated }) => (isRepeated ? [] : views))).toEqual(summed);
});

const span = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 40 }));
const counts = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom('a', 'b', 'import:1', 'import:2'), span, fc.integer({ min: 0, max: 9 }))
    .map(([source, [from, length], views]) => count(source, from, from + length, views)),
  { maxLength: 8, selector: ({ source, from, to }) => `${source} ${from} ${to}` }
);
const sum = (some: readonly ViewCount[]): number =>
  some.reduce((total, { views, isRepeated }) => (isRepeated ? total : total + views), 0);

test('no number falls below what one kind of source counted alone, and none is above all of them', () => {
  fc.assert(
    fc.property(counts, (all) => {
      const settled = countedOnce(all, IMPORTS);
      const [imported, tracked] = [true, false].map((isImport) =>
        sum(all.filter(({ source }) => source.startsWith('import:') === isImport))
      );
      expect(sum(settled)).toBeGreaterThanOrEqual(Math.max(imported ?? 0, tracked ?? 0));
      expect(sum(settled)).toBeLessThanOrEqual((imported ?? 0) + (tracked ?? 0));
      expect(settled.map(({ isRepeated: _, isReplaced: __, ...one }) => one)).toEqual(all);
    })
  );
});

test('the order of counts and imports never matters', () => {
  fc.assert(
    fc.property(
      counts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        expect(sum(countedOnce(shuffled, [...IMPORTS].reverse()))).toBe(sum(countedOnce(all, IMPORTS)));
      }
    )
  );
});

describe('imports of one tool and site', () => {
  const series = [1, 2, 3].map((id) => ({ id, source: `import:${id}`, series: 'ga4 Shop' }));
  test.each<[string, readonly ViewCount[], readonly number[]]>([
    ['the newest of the days they share', [count('import:1', 1, 30, 9), count('import:2', 10, 40, 4)], [4]],
    ['the older, where the newer counted nothing', [count('import:1', 1, 30, 9), count('import:2', 10, 40, 0)], [9, 0]],
    [
      'what the newest does not reach',
      [count('import:1', 1, 30, 9), count('import:2', 25, 60, 5), count('import:3', 55, 90, 2)],
      [9, 2],
    ],
    ['no day in common', [count('import:1', 1, 30, 9), count('import:2', 31, 60, 4)], [9, 4]],
    [
      'a tracker beside the one that stands',
      [count('import:1', 1, 30, 9), count('import:2', 10, 40, 4), count('a', 20, 20, 5), count('a', 5, 5, 1)],
      [5, 1],
    ],
  ])('%s', (_, counts, summed) => {
    const once = countedOnce(counts, series);
    expect(once.flatMap(({ views, isRepeated }) => (isRepeated ? [] : views))).toEqual(summed);
    expect(once.every(({ isRepeated, isReplaced }) => isReplaced !== true || isRepeated === true)).toBe(true);
  });
});
