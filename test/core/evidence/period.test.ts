import { coverageOf, type CoveringImport } from '../../../server/core/evidence/covering';
import { isoDay, parseDay } from '../../../server/core/evidence/day';
import { overallPeriods, periodViews, PERIODS, spanOf } from '../../../server/core/evidence/period';
import { DEFAULT_POLICY } from '../../../server/core/policy';

const dayOf = (iso: string): number => parseDay(iso) ?? NaN;

test.each([
  ['30-days', '2026-10-31', '2026-11-29'],
  ['90-days', '2026-09-01', '2026-11-29'],
  ['12-months', '2025-11-01', '2026-11-29'],
] as const)('%s as of November 30 begin on %s', (key, from, to) => {
  const span = spanOf(key, dayOf('2026-11-30'));
  expect([isoDay(span.from), isoDay(span.to)]).toEqual([from, to]);
});

test('views of single days are kept for the longest of them, on any day of a year', () => {
  for (let today = dayOf('2027-12-01'); today < dayOf('2028-12-31'); today += 1) {
    for (const key of PERIODS) expect(today - spanOf(key, today).from).toBeLessThan(DEFAULT_POLICY.keepDays);
  }
});

const SPAN = { from: 100, to: 199 };
const SITE = 'tracker:a';
const anImport = (id: number, from: number, to: number, isComplete = true): CoveringImport => ({
  id,
  source: `import:${id}`,
  series: `ga4 ${id}`,
  from,
  to,
  days: [{ from, to }],
  isComplete,
});
const counted = (source: string, from: number, to: number, views: number) => ({ source, from, to, views });
const TRACKED = { tracked: [{ from: 50, to: 199 }], trackers: [SITE] };

interface Sources {
  readonly tracked?: readonly { readonly from: number; readonly to: number }[];
  readonly trackers?: readonly string[];
  readonly imports?: readonly CoveringImport[];
}

const viewsOf = (
  { tracked = [], trackers = [], imports = [] }: Sources,
  counts: ReturnType<typeof counted>[],
  since = 0
) => {
  const version = { hasPath: true, createdOn: null, doubtedOn: null, counts, obstructed: [], doubted: [] };
  const { periods } = coverageOf({ tracked, named: tracked, trackers, imports }, version, [SPAN]);
  const { views, missingDays } = periods.map((one) => periodViews(one, since, DEFAULT_POLICY))[0] ?? {};
  return [views, missingDays];
};

test.each<[string, Sources, ReturnType<typeof counted>[], readonly [number | null, number]]>([
  ['nothing measures it', {}, [], [null, 100]],
  ['all measured, no view', TRACKED, [], [0, 0]],
  ['views of days in it and before', TRACKED, [counted(SITE, 99, 99, 5), counted(SITE, 100, 199, 7)], [7, 0]],
  ['five days short: enough', { ...TRACKED, tracked: [{ from: 105, to: 199 }] }, [], [0, 0]],
  ['six days short: no zero', { ...TRACKED, tracked: [{ from: 106, to: 199 }] }, [], [null, 6]],
  [
    'six days short: at least so many',
    { ...TRACKED, tracked: [{ from: 106, to: 199 }] },
    [counted(SITE, 150, 150, 3)],
    [3, 6],
  ],
  ['a file inside it', { imports: [anImport(1, 100, 199)] }, [counted('import:1', 100, 199, 9)], [9, 0]],
  [
    'an incomplete file that names it',
    { imports: [anImport(1, 100, 199, false)] },
    [counted('import:1', 100, 199, 9)],
    [9, 0],
  ],
  [
    'a file that reaches beyond it',
    { imports: [anImport(1, 99, 199)] },
    [counted('import:1', 99, 199, 9)],
    [null, 100],
  ],
  ['such a file without it', { imports: [anImport(1, 99, 199)] }, [], [0, 0]],
  [
    'such a file, and what a tracker counted on its days',
    { ...TRACKED, imports: [anImport(1, 99, 199)] },
    [counted('import:1', 99, 199, 90), counted(SITE, 150, 150, 3)],
    [3, 0],
  ],
  [
    'a file inside it and a tracker: the larger number',
    { ...TRACKED, imports: [anImport(1, 110, 150)] },
    [counted('import:1', 110, 150, 9), counted(SITE, 120, 120, 3), counted(SITE, 160, 160, 2)],
    [11, 0],
  ],
])('%s', (_name, sources, counts, expected) => {
  expect(viewsOf(sources, counts)).toEqual(expected);
});

test('days before it could be read are not missed', () => {
  const short = { ...TRACKED, tracked: [{ from: 190, to: 199 }] };
  expect(viewsOf(short, [])).toEqual([null, 90]);
  expect(viewsOf(short, [], 190)).toEqual([0, 0]);
  expect(viewsOf({}, [], 200)).toEqual([0, 0]);
});

test('an entry has the views of its versions, at least, where one of them is not known', () => {
  const version = (views: number | null, missingDays: number) => [{ views, missingDays, days: 100 }];
  expect(overallPeriods([version(3, 0), version(0, 0)], false)).toEqual(version(3, 0));
  expect(overallPeriods([version(3, 0), version(null, 40)], false)).toEqual(version(3, 40));
  expect(overallPeriods([version(3, 0)], true)).toEqual(version(3, 100));
  expect(overallPeriods([version(null, 40), version(null, 100)], false)).toEqual(version(null, 100));
});
