import { gridOf, heatmapModel } from '../../../admin/pages/coverage/heatmap/heatmap-model';
import { moveInGrid } from '../../../admin/pages/coverage/heatmap/move-in-grid';
import type { Journey } from '../../../server/core/vocabulary';
import { aPersona, aStage } from '../../support/builders';
import { aCoverage } from '../../support/coverage-body';

const many = (count: number, group: (index: number) => string) =>
  Array.from({ length: count }, (_, index) =>
    aPersona(`p${index}`, { group: group(index), priority: index % 2 ? 'primary' : 'secondary' })
  );
const groupsOf = (personas: ReturnType<typeof many>) =>
  heatmapModel(aCoverage([], { personas }), []).groups.map(({ heading, personas: members }) => [
    heading,
    members.map(({ key }) => key).join(' '),
  ]);

describe('personas', () => {
  test('few stand as ordered, without headings', () => {
    expect(groupsOf(many(3, () => 'Customers'))).toEqual([[null, 'p0 p1 p2']]);
  });

  test('many stand in their groups, primary first', () => {
    expect(groupsOf(many(9, (index) => (index < 5 ? 'Customers' : 'Partners')))).toEqual([
      ['Customers', 'p1 p3 p0 p2 p4'],
      ['Partners', 'p5 p7 p6 p8'],
    ]);
  });

  test('many without groups stand by priority', () => {
    expect(groupsOf(many(9, () => ''))).toEqual([
      ['primary', 'p1 p3 p5 p7'],
      ['secondary', 'p0 p2 p4 p6 p8'],
    ]);
  });
});

test('special rows and columns appear only when they hold something', () => {
  const nothing = heatmapModel(aCoverage([], { everyone: [{ stage: 'awareness', current: 0, old: 0 }] }), []);
  expect(nothing).toMatchObject({ showsEveryone: false, showsPersonaNotSet: false });
  expect(nothing.columns.map(({ kind }) => kind)).not.toContain('stage-not-set');

  const something = heatmapModel(
    aCoverage([], {
      everyone: [{ stage: 'awareness', current: 0, old: 1 }],
      notSet: { persona: [{ stage: 'decision', current: 1, old: 0 }], stage: [{ persona: 'it', current: 1, old: 0 }] },
    }),
    []
  );
  expect(something).toMatchObject({ showsEveryone: true, showsPersonaNotSet: true });
  expect(something.columns.map(({ kind }) => kind)).toContain('stage-not-set');
});

test('the grid holds cells, then totals, row by row', () => {
  const grid = gridOf(heatmapModel(aCoverage([], { notSet: { persona: [], stage: [] } }), []));
  expect(grid).toEqual([
    ['finance/awareness', 'finance/decision', 'finance/onboarding', 'finance/'],
    ['it/awareness', 'it/decision', 'it/onboarding', 'it/'],
    ['ops/awareness', 'ops/decision', 'ops/onboarding', 'ops/'],
    ['/awareness', '/decision', '/onboarding'],
  ]);
});

describe('stages', () => {
  const gridWith = (buyer: number, customer: number, expanded: readonly Journey[]) => {
    const stages = [
      ...Array.from({ length: buyer }, (_, at) => aStage(`b${at}`, 'buyer')),
      ...Array.from({ length: customer }, (_, at) => aStage(`c${at}`, 'customer')),
    ];
    return gridOf(heatmapModel(aCoverage([], { stages }), expanded))[0]?.map((id) => id.split('/')[1]);
  };

  test.each<readonly [number, number, readonly Journey[], readonly string[]]>([
    [2, 8, [], ['b0', 'b1', 'c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', '']],
    [2, 9, [], ['journey:buyer', 'journey:customer', '']],
    [2, 9, ['buyer'], ['b0', 'b1', 'journey:customer', '']],
    // Of one stage there is nothing to collapse.
    [1, 10, [], ['b0', 'journey:customer', '']],
    [0, 11, [], ['journey:customer', '']],
  ])('%i and %i of them, expanded %j, are the columns %j', (buyer, customer, expanded, columns) => {
    expect(gridWith(buyer, customer, expanded)).toEqual(columns);
  });
});

test.each([
  ['b', 'ArrowRight', 'c'],
  ['c', 'ArrowRight', 'c'],
  ['b', 'ArrowLeft', 'a'],
  ['b', 'ArrowDown', 'e'],
  ['c', 'ArrowDown', 'c'],
  ['e', 'ArrowUp', 'b'],
  ['b', 'Home', 'a'],
  ['b', 'End', 'c'],
  ['b', 'Enter', null],
  ['z', 'ArrowUp', null],
])('from %s by %s to %s', (from, key, to) => {
  const grid = [
    ['a', 'b', 'c'],
    ['d', 'e'],
  ];
  expect(moveInGrid(grid, from, key)).toBe(to);
});
