import {
  coverageOf,
  viewsByDay,
  viewsOfPeriods,
  type Covering,
  type CoveringImport,
} from '../../../server/core/evidence/covering';

const anImport = (id: number, overrides: Partial<CoveringImport> = {}): CoveringImport => {
  const { from, to } = { from: 100, to: 199, ...overrides };
  return {
    id,
    source: `import:${id}`,
    series: 'ga4 Shop',
    from,
    to,
    days: [{ from, to }],
    isComplete: true,
    ...overrides,
  };
};
const covering = (overrides: Partial<Covering> = {}): Covering => ({
  tracked: [],
  named: overrides.tracked ?? [],
  trackers: [],
  imports: [],
  ...overrides,
});
const MAPPED = { hasPath: true, createdOn: null, doubtedOn: null, counts: [], obstructed: [], doubted: [] };
const counted = (id: number, from = 100, to = 199) => ({ source: `import:${id}`, from, to, views: 3 });
const TRACKER = { tracked: [{ from: 150, to: 220 }], trackers: ['tracker:a'] };

/** A file of a year, and a month later that of the next. */
const YEARS = [anImport(1, { days: [{ from: 100, to: 129 }] }), anImport(2, { from: 130, to: 229 })];
const MONTHLY: readonly [string, Partial<Covering>, object, object][] = [
  [
    'days that only the older file has stay measured',
    { imports: YEARS },
    MAPPED,
    { measured: [{ from: 100, to: 229 }], reported: [129, 229], measuredBy: ['import:1', 'import:2'] },
  ],
  [
    'what only the older file counted was viewed before the newer begins',
    { imports: YEARS },
    { ...MAPPED, counts: [counted(1)] },
    { measured: [{ from: 100, to: 229 }], counts: [counted(1, 100, 129)] },
  ],
  [
    'what both counted is the newer file’s',
    { imports: YEARS },
    { ...MAPPED, counts: [counted(1), counted(2, 130, 229)] },
    { counts: [{ ...counted(1), isRepeated: true, isReplaced: true }, counted(2, 130, 229)] },
  ],
  [
    'a newer file that is not complete does not say when',
    { imports: [YEARS[0] ?? anImport(1), anImport(2, { from: 130, to: 229, isComplete: false })] },
    { ...MAPPED, counts: [counted(1)] },
    { measured: [{ from: 100, to: 129 }], counts: [counted(1)], obstacle: 'below-cut-off' },
  ],
  [
    'the same days again, and nothing counted: what was seen stays seen',
    { imports: [anImport(1, { days: [] }), anImport(2)] },
    { ...MAPPED, counts: [counted(1)] },
    { measured: [{ from: 100, to: 199 }], reported: [199], counts: [counted(1)], measuredBy: ['import:2'] },
  ],
];

test.each<[string, Partial<Covering>, object, object]>([
  ['nothing covers it', {}, MAPPED, { measured: [], reported: [], obstacle: null, measuredBy: [] }],
  ['a complete file', { imports: [anImport(1)] }, MAPPED, { measured: [{ from: 100, to: 199 }], reported: [199] }],
  [
    'days of several sources, each once',
    { ...TRACKER, imports: [anImport(1)] },
    MAPPED,
    { measured: [{ from: 100, to: 220 }], measuredBy: ['tracker:a', 'import:1'] },
  ],
  ['no path', { imports: [anImport(1)] }, { ...MAPPED, hasPath: false }, { measured: [], obstacle: 'url-unmapped' }],
  [
    'no path, but mapped by hand',
    { imports: [anImport(1)] },
    { ...MAPPED, hasPath: false, counts: [counted(1)] },
    { measured: [{ from: 100, to: 199 }], obstacle: null },
  ],
  [
    'another has its path',
    { ...TRACKER, imports: [anImport(1)] },
    { ...MAPPED, obstructed: [1] },
    { measured: TRACKER.tracked, reported: [], obstacle: 'url-unmapped', measuredBy: ['tracker:a'] },
  ],
  ['made while a tracker ran', TRACKER, { ...MAPPED, createdOn: 200 }, { measured: [{ from: 200, to: 220 }] }],
  ['made before it ran', TRACKER, { ...MAPPED, createdOn: 140 }, { measured: TRACKER.tracked, obstacle: null }],
  [
    'a path that is another entry’s too was visited',
    TRACKER,
    { ...MAPPED, doubtedOn: 180 },
    { measured: [{ from: 181, to: 220 }], obstacle: 'url-unmapped' },
  ],
  [
    'the same, and nothing was measured since',
    TRACKER,
    { ...MAPPED, doubtedOn: 220 },
    { measured: [], obstacle: 'url-unmapped', measuredBy: [] },
  ],
  [
    'no path, and pages named their entries on some days alone',
    { ...TRACKER, named: [{ from: 210, to: 220 }] },
    { ...MAPPED, hasPath: false },
    { measured: [{ from: 210, to: 220 }], obstacle: 'url-unmapped' },
  ],
  [
    'no path, and all pages named their entries',
    TRACKER,
    { ...MAPPED, hasPath: false },
    { measured: TRACKER.tracked, obstacle: null },
  ],
  [
    'no path, but counted by the tracker before',
    { ...TRACKER, named: [] },
    { ...MAPPED, hasPath: false, counts: [{ ...counted(1), source: 'tracker:a' }] },
    { measured: TRACKER.tracked, obstacle: null },
  ],
  [
    'absent from an incomplete file',
    { imports: [anImport(1, { isComplete: false })] },
    MAPPED,
    { measured: [], reported: [], obstacle: 'below-cut-off' },
  ],
  [
    'named by an incomplete file: counted, but no day of it was a zero',
    { imports: [anImport(1, { isComplete: false })] },
    { ...MAPPED, counts: [counted(1)] },
    { measured: [], obstacle: null, measuredBy: [], counts: [counted(1)] },
  ],
  ...MONTHLY,
])('%s', (_name, sources, version, expected) => {
  expect(coverageOf(covering(sources), { ...MAPPED, ...version })).toMatchObject(expected);
});

describe('views by day', () => {
  const days = (sources: Partial<Covering>, counts: readonly ReturnType<typeof counted>[]) => {
    const all = covering(sources);
    const window = { from: 196, to: 202 };
    return viewsByDay(all.imports, coverageOf(all, { ...MAPPED, counts }), window).map(({ views }) => views);
  };
  const ended = { tracked: [{ from: 150, to: 198 }], trackers: ['tracker:a'] };

  test('a day that was measured is zero, one that was not is not known', () => {
    expect(days(ended, [{ ...counted(1, 197, 197), source: 'tracker:a' }])).toEqual([0, 3, 0, null, null, null, null]);
  });

  test('a view is known even of a day that was not measured', () => {
    expect(days({}, [counted(1, 200, 200)])).toEqual([null, null, null, null, 3, null, null]);
  });

  test('what an import counted over months is on none of its days, and none of them is a zero', () => {
    expect(days({ imports: [anImport(1)] }, [counted(1)])).toEqual([null, null, null, null, null, null, null]);
    expect(days({ imports: [anImport(1)] }, [])).toEqual([0, 0, 0, 0, null, null, null]);
  });

  test('what a tracker counted on a day is known whatever a larger import of many days says of it', () => {
    const tracked = { ...counted(1, 197, 197), source: 'tracker:a' };
    expect(days({ ...ended, imports: [anImport(1)] }, [tracked, { ...counted(1), views: 9 }])[1]).toBe(3);
  });

  test.each([
    [9, 9],
    [2, 3],
  ])('a tracker and an import of one day: of 3 views and %i the larger number', (views, expected) => {
    const tracked = { ...counted(1, 197, 197), source: 'tracker:a' };
    const imports = [anImport(1, { from: 197, to: 197 })];
    expect(days({ ...ended, imports }, [tracked, { ...counted(1, 197, 197), views }])[1]).toBe(expected);
  });
});

test('views of periods are those of files that tell no single day, as far as they are in the sum', () => {
  const tracked = { source: 'tracker:a', from: 150, to: 150, views: 2 };
  const month = { ...tracked, from: 100, to: 130 };
  const file = counted(1);
  const periods = (...counts: readonly (typeof file)[]) =>
    viewsOfPeriods([anImport(1)], coverageOf(covering({ ...TRACKER, imports: [anImport(1)] }), { ...MAPPED, counts }));
  expect(periods(file, tracked)).toEqual([file]);
  // The tracker counted more of the same days: then its number stands.
  expect(periods(file, { ...tracked, views: 9 })).toEqual([]);
  expect(periods(month)).toEqual([]);
  expect(periods({ ...file, from: 150, to: 150 })).toEqual([]);
});
