import { evidence, type Evidence, type Measurements } from '../../../server/core/evidence/evidence';
import { overallEvidence } from '../../../server/core/evidence/overall';
import { silenceGroup } from '../../../server/core/evidence/silence';
import { union, type Span } from '../../../server/core/evidence/span';
import { DEFAULT_POLICY } from '../../../server/core/policy';

const TODAY = 20_000;
const of = (from: number, to: number) => ({ from: TODAY - from, to: TODAY - to });
const views = (from: number, to: number, count = 1) => ({ ...of(from, to), source: 'import:1', views: count });

/** Published a year ago, with nothing counted or measured. */
const measurements = (overrides: Partial<Measurements> = {}): Measurements => ({
  publishedOn: TODAY - 365,
  readableFrom: null,
  counts: [],
  measured: [],
  reported: [],
  obstacle: null,
  mayHaveMoved: false,
  ...overrides,
});
const graded = (overrides: Partial<Measurements>): Evidence => evidence(measurements(overrides), DEFAULT_POLICY, TODAY);

/** Measured by files, and by something else besides. */
const reports = (files: readonly Span[], others: readonly Span[] = []): Partial<Measurements> => ({
  measured: union([...files, ...others]),
  reported: files.map(({ to }) => to),
});
const file = (from: number, to: number): Partial<Measurements> => reports([of(from, to)]);

/** A grade with its reason, in one word. */
const word = (one: Evidence): string => (one.grade === 'unmeasured' ? one.reason : one.grade);

test.each<[string, Partial<Measurements>, string]>([
  ['not published, whatever was counted', { publishedOn: null, counts: [views(3, 3)] }, 'unpublished'],
  ['a view yesterday', { counts: [views(1, 1)] }, 'consumed'],
  ['a view today, of a version published today', { publishedOn: TODAY, counts: [views(0, 0)] }, 'consumed'],
  ['a view on the first day of the window', { counts: [views(180, 180)] }, 'consumed'],
  ['an import that reaches into the window', { counts: [views(400, 180)] }, 'consumed'],
  ['a count of none is no view', { counts: [views(1, 1, 0)], measured: [of(90, 1)] }, 'never-consumed'],
  ['a view before the window, all of it measured', { counts: [views(181, 181)], measured: [of(200, 1)] }, 'dormant'],
  ['a view before, measured just enough', { counts: [views(200, 200)], measured: [of(171, 1)] }, 'dormant'],
  ['a view before, a day too little', { counts: [views(200, 200)], measured: [of(170, 1)] }, 'interrupted'],
  ['a view before, and nothing measures it', { counts: [views(200, 200)] }, 'no-source'],
  ['a view before, and its path is not known', { counts: [views(200, 200)], obstacle: 'url-unmapped' }, 'url-unmapped'],
  ['no view, all days measured', { measured: [of(90, 1)] }, 'never-consumed'],
  ['no view, measured just enough', { measured: [of(86, 1)] }, 'never-consumed'],
  ['no view, a day too little', { measured: [of(85, 1)] }, 'interrupted'],
  ['no view, days in pieces', { measured: [of(90, 50), of(48, 1)] }, 'never-consumed'],
  ['no view, measured long ago', { measured: [of(300, 100)] }, 'interrupted'],
  ['nothing measures it', {}, 'no-source'],
  ['an incomplete file without it', { obstacle: 'below-cut-off' }, 'below-cut-off'],
  ['an obstacle, but a tracker measures it', { obstacle: 'url-unmapped', measured: [of(90, 1)] }, 'never-consumed'],
  ['too new, however long its type is measured', { publishedOn: TODAY - 29, measured: [of(300, 1)] }, 'too-new'],
  ['published in future', { publishedOn: TODAY + 5 }, 'too-new'],
  ['no longer too new, measured since', { publishedOn: TODAY - 60, measured: [of(300, 1)] }, 'too-new'],
  ['a day before it can be judged', { publishedOn: TODAY - 89, measured: [of(300, 1)] }, 'too-new'],
  ['on the day on which it can be judged', { publishedOn: TODAY - 90, measured: [of(300, 1)] }, 'never-consumed'],
  ['no longer too new, measured too little since', { publishedOn: TODAY - 60, measured: [of(50, 1)] }, 'interrupted'],
  [
    'readable again, measured while nobody could read it',
    { readableFrom: TODAY - 10, measured: [of(300, 1)] },
    'too-new',
  ],
  ['readable again, since before the window', { readableFrom: TODAY - 90, measured: [of(90, 1)] }, 'never-consumed'],
  [
    'viewed before nobody could read it, not since',
    { readableFrom: TODAY - 10, counts: [views(300, 300)], measured: [of(300, 1)] },
    'interrupted',
  ],
  ['today is not over: it is no silence', { measured: [of(85, 0)] }, 'interrupted'],
  ['a file of a year, dropped a month later', file(400, 35), 'never-consumed'],
  ['a file as old as one may be', file(400, 45), 'never-consumed'],
  ['a file a day older', file(400, 46), 'interrupted'],
  [
    'the newest of two files tells too little',
    { ...file(400, 35), ...reports([of(400, 35), of(12, 11)]) },
    'never-consumed',
  ],
  ['days up to the last of a file, in pieces', reports([of(200, 120), of(110, 35)]), 'interrupted'],
  ['a tracker that stopped reports nothing', { measured: [of(400, 35)] }, 'interrupted'],
  ['viewed before the window of a file', { ...file(400, 35), counts: [views(215, 215)] }, 'dormant'],
  [
    'viewed in the window of a file, if not in the last days',
    { ...file(400, 35), counts: [views(214, 214)] },
    'consumed',
  ],
  [
    'a short file without it says nothing of a view before',
    { ...file(47, 40), counts: [views(200, 200)] },
    'interrupted',
  ],
  ['viewed since the file, by a tracker', { ...file(400, 35), counts: [views(2, 2)] }, 'consumed'],
  ['published in the days of a file', { ...file(400, 35), publishedOn: TODAY - 60 }, 'too-new'],
  ['published a window before a file ended', { ...file(400, 35), publishedOn: TODAY - 124 }, 'never-consumed'],
  [
    'published a day later: no time helps, a newer file does',
    { ...file(400, 35), publishedOn: TODAY - 123 },
    'interrupted',
  ],
  ['published so that time helps', { ...file(400, 35), publishedOn: TODAY - 89 }, 'too-new'],
  ['published after a file, but not lately', { ...file(400, 45), publishedOn: TODAY - 40 }, 'interrupted'],
])('%s → %s', (_name, overrides, expected) => {
  expect(word(graded(overrides))).toBe(expected);
});

test('the days of which a grade tells end yesterday, or with a file where nothing measured the days since', () => {
  const [never, since] = [graded(file(400, 35)), graded(reports([of(400, 35)], [of(34, 1)]))];
  expect(never).toEqual({ grade: 'never-consumed', measuredDays: 90, windowDays: 90, windowTo: TODAY - 35 });
  expect(since).toEqual({ grade: 'never-consumed', measuredDays: 90, windowDays: 90, windowTo: TODAY - 1 });
  expect(graded({ ...file(400, 35), counts: [views(300, 300)] })).toMatchObject({
    grade: 'dormant',
    measuredDays: 180,
    windowTo: TODAY - 35,
  });
});

test('what a grade rests on', () => {
  expect(graded({ counts: [views(3, 3, 5), views(300, 200, 7)] })).toEqual({
    grade: 'consumed',
    views: 12,
    lastViewed: TODAY - 3,
  });
  expect(graded({ publishedOn: TODAY - 40, measured: [of(90, 1)] })).toEqual({
    grade: 'too-new',
    judgeableFrom: TODAY + 50,
    measuredDays: 40,
    windowDays: 90,
    windowTo: TODAY - 1,
  });
  expect(graded({ counts: [views(300, 200, 7)], measured: [of(30, 1)] })).toEqual({
    grade: 'unmeasured',
    reason: 'interrupted',
    views: 7,
    lastViewed: TODAY - 200,
    measuredDays: 30,
    windowDays: 180,
    windowTo: TODAY - 1,
    isWatched: false,
  });
});

test('more views than one may be asked for', () => {
  const policy = { ...DEFAULT_POLICY, consumedViews: 3 };
  const of2 = measurements({ counts: [views(9, 9, 2)], measured: [of(180, 1)] });
  expect(evidence(of2, policy, TODAY).grade).toBe('dormant');
  expect(evidence({ ...of2, counts: [...of2.counts, views(20, 20)] }, policy, TODAY).grade).toBe('consumed');
});

test.each<[string, Partial<Measurements>, string | null]>([
  ['viewed', { counts: [views(1, 1)] }, null],
  ['not lately', { counts: [views(300, 300)], measured: [of(200, 1)] }, null],
  ['never', { measured: [of(90, 1)] }, 'never-viewed'],
  ['too new', { publishedOn: TODAY }, 'watching'],
  ['interrupted, measured again for a week', { measured: [of(7, 1)] }, 'watching'],
  ['interrupted, measured again for six days', { measured: [of(6, 1)] }, 'cannot-judge'],
  ['measured again, but not by its path', { measured: [of(7, 1)], obstacle: 'url-unmapped' }, 'cannot-judge'],
  ['a file that told of its last week: another is needed', file(14, 5), 'cannot-judge'],
  ['nothing measures it', {}, 'cannot-judge'],
  ['nothing measures it now, but it was viewed', { counts: [views(300, 300)] }, null],
  ['not published', { publishedOn: null }, null],
])('silence: %s → %s', (_name, overrides, expected) => {
  expect(silenceGroup(graded(overrides))).toBe(expected);
});

const VERSIONS = {
  viewed: graded({ counts: [views(1, 1, 4)] }),
  dormant: graded({ counts: [views(300, 300, 2)], measured: [of(200, 1)] }),
  never: graded({ measured: [of(90, 1)] }),
  never86: graded({ measured: [of(86, 1)] }),
  neverOfFile: graded(file(400, 35)),
  new: graded({ publishedOn: TODAY - 5 }),
  newer: graded({ publishedOn: TODAY - 1 }),
  noSource: graded({}),
  interrupted: graded({ measured: [of(20, 10)] }),
  watched: graded({ measured: [of(20, 1)] }),
  watchedToo: graded({ measured: [of(30, 1)] }),
  viewedBefore: graded({ counts: [views(300, 300, 3)] }),
  draft: graded({ publishedOn: null }),
};

test.each<[string, object]>([
  ['', { grade: 'unpublished' }],
  ['draft draft', { grade: 'unpublished' }],
  ['draft never', { grade: 'never-consumed', measuredDays: 90 }],
  ['viewed never', { grade: 'consumed', views: 4 }],
  ['dormant viewed noSource', { grade: 'consumed', views: 6, lastViewed: TODAY - 1 }],
  ['never dormant', { grade: 'dormant', views: 2, lastViewed: TODAY - 300 }],
  ['never never86', { grade: 'never-consumed', measuredDays: 86 }],
  ['never neverOfFile', { grade: 'never-consumed', measuredDays: 90, windowTo: TODAY - 35 }],
  ['never noSource', { grade: 'unmeasured', reason: 'no-source', views: 0, measuredDays: 0 }],
  ['never new', { grade: 'too-new', judgeableFrom: TODAY + 85 }],
  ['dormant new newer', { grade: 'too-new', judgeableFrom: TODAY + 89 }],
  ['new interrupted', { grade: 'unmeasured', reason: 'interrupted' }],
  ['watched noSource', { grade: 'unmeasured', reason: 'no-source', isWatched: false }],
  ['watched watchedToo', { grade: 'unmeasured', reason: 'interrupted', isWatched: true }],
  ['watched dormant', { grade: 'unmeasured', reason: 'interrupted', isWatched: false, views: 2 }],
  ['viewedBefore never', { grade: 'unmeasured', reason: 'no-source', views: 3, lastViewed: TODAY - 300 }],
])('an entry of versions "%s" is %j, in whatever order', (names, expected) => {
  const versions = names.split(' ').flatMap((name) => (name === '' ? [] : VERSIONS[name as keyof typeof VERSIONS]));
  expect(overallEvidence(versions)).toMatchObject(expected);
  expect(overallEvidence([...versions].reverse())).toMatchObject(expected);
});
