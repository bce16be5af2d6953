import { gridOf } from '../../../admin/pages/coverage/heatmap/grid';
import { heatmapModel } from '../../../admin/pages/coverage/heatmap/heatmap-model';
import { moveInGrid } from '../../../admin/pages/coverage/heatmap/move-in-grid';
import type { CoverageCell } from '../../../server/core/api';
import type { Journey } from '../../../server/core/vocabulary';
import { aPersona, aStage, UNMEASURED } from '../../support/builders';
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
  const nothing = heatmapModel(
    aCoverage([], { everyone: [{ stage: 'awareness', current: 0, old: 0, ...UNMEASURED }] }),
    []
  );
  expect(nothing).toMatchObject({ showsEveryone: false, showsPersonaNotSet: false });
  expect(nothing.columns.map(({ kind }) => kind)).not.toContain('stage-not-set');

  const something = heatmapModel(
    aCoverage([], {
      everyone: [{ stage: 'awareness', current: 0, old: 1, ...UNMEASURED }],
      notSet: {
        persona: [{ stage: 'decision', current: 1, old: 0, ...UNMEASURED }],
        stage: [{ persona: 'it', current: 1, old: 0, ...UNMEASURED }],
      },
    }),
    []
  );
  expect(something).toMatchObject({ showsEveryone: true, showsPersonaNotSet: true });
  expect(something.columns.map(({ kind }) => kind)).toContain('stage-not-set');
});

describe('the grid', () => {
  test('holds headings, cells, hand-offs and totals as they are drawn', () => {
    expect(gridOf(heatmapModel(aCoverage(), []))).toEqual([
      [null, '*/awareness', '*/decision', null, '*/onboarding', null],
      ['finance/*', 'finance/awareness', 'finance/decision', 'finance/*purchase', 'finance/onboarding', 'finance/'],
      ['it/*', 'it/awareness', 'it/decision', 'it/*purchase', 'it/onboarding', 'it/'],
      // Ops does not buy: there is no hand-off to keep.
      ['ops/*', 'ops/awareness', 'ops/decision', null, 'ops/onboarding', 'ops/'],
      [null, '/awareness', '/decision', null, '/onboarding', null],
    ]);
  });

  test('of a persona without content holds the button that shows its stages, then these', () => {
    const coverage = aCoverage([[1, 1, 1], [1], [0]]);
    const ops = ({ opened }: { readonly opened: boolean }) =>
      gridOf(heatmapModel(coverage, [], opened ? ['ops'] : []))[3];
    expect(ops({ opened: false })).toEqual(['ops/*', 'ops/*quiet', 'ops/*quiet', 'ops/*quiet', 'ops/*quiet', 'ops/']);
    expect(ops({ opened: true })).toEqual(['ops/*', 'ops/awareness', 'ops/decision', null, 'ops/onboarding', 'ops/']);
  });
});

describe('personas for whom nothing is written', () => {
  const keys = (personas: readonly { readonly key: string }[]) => personas.map(({ key }) => key).join(' ');
  const of = (
    counts: readonly (readonly number[])[],
    rows: readonly string[] = [],
    personas = aCoverage().personas
  ) => {
    const coverage = aCoverage(counts);
    const { groups, quiet } = heatmapModel({ ...coverage, personas }, [], rows);
    return [keys(groups.flatMap((group) => group.personas)), keys(quiet.personas), quiet.isFolded, quiet.isShown];
  };

  test.each<[string, Parameters<typeof of>, ReturnType<typeof of>]>([
    ['none', [[[1], [1], [1]]], ['finance it ops', '', false, true]],
    ['one', [[[1], [], [1]]], ['finance ops', 'it', false, true]],
    ['all', [[[], [], []]], ['', 'finance it ops', false, true]],
    ['among many: below, behind a button', [[[1], [], [1]], [], withMore()], ['finance ops', 'it', true, false]],
    ['the button was pressed', [[[1], [], [1]], ['*'], withMore()], ['finance ops', 'it', true, true]],
  ])('%s', (_name, given, expected) => {
    const [written, ...rest] = of(...given);
    expect([String(written).replace(/ p\d/g, ''), ...rest]).toEqual(expected);
  });

  test('but with an old entry, or where nothing is needed, it is a row as any other', () => {
    const quietWith = (change: Partial<CoverageCell>) => {
      const coverage = aCoverage([[1], [], [1]]);
      const cells = coverage.cells.map((cell) => (cell.persona === 'it' ? { ...cell, ...change } : cell));
      return keys(heatmapModel({ ...coverage, cells }, []).quiet.personas);
    };
    expect(quietWith({ old: 1 })).toBe('');
    expect(quietWith({ verdict: 'not-needed', notNeeded: 'They never log in' })).toBe('');
    expect(quietWith({})).toBe('it');
  });
});

function withMore() {
  return [...aCoverage().personas, ...many(9, () => '')];
}

describe('stages', () => {
  const gridWith = (buyer: number, customer: number, expanded: readonly Journey[]) => {
    const stages = [
      ...Array.from({ length: buyer }, (_, at) => aStage(`b${at}`, 'buyer')),
      ...Array.from({ length: customer }, (_, at) => aStage(`c${at}`, 'customer')),
    ];
    return gridOf(heatmapModel(aCoverage([[1], [1], [1]], { stages, handoffs: [] }), expanded))[1]
      ?.slice(1)
      .map((id) => id?.split('/')[1]);
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

test.each<[string, string, number | undefined, string | null]>([
  ['b', 'ArrowRight', undefined, 'c'],
  ['c', 'ArrowRight', undefined, 'c'],
  ['b', 'ArrowLeft', undefined, 'a'],
  ['b', 'ArrowDown', undefined, 'e'],
  // Over what cannot be focused.
  ['c', 'ArrowDown', undefined, 'wide'],
  ['d', 'ArrowRight', undefined, 'e'],
  ['e', 'ArrowUp', undefined, 'b'],
  // Through a cell that spans several, in the column in which one came.
  ['c', 'ArrowDown', 2, 'wide'],
  ['wide', 'ArrowDown', 2, 'i'],
  ['wide', 'ArrowDown', undefined, 'h'],
  ['wide', 'ArrowLeft', 2, 'g'],
  ['wide', 'ArrowRight', 1, 'wide'],
  ['b', 'Home', undefined, 'a'],
  ['b', 'End', undefined, 'c'],
  ['e', 'End', undefined, 'e'],
  ['b', 'Enter', undefined, null],
  ['z', 'ArrowUp', undefined, null],
])('from %s by %s, come in column %s, to %s', (from, key, column, to) => {
  const grid = [
    ['a', 'b', 'c'],
    ['d', 'e', null],
    ['g', 'wide', 'wide'],
    [null, 'h', 'i'],
  ];
  expect(moveInGrid(grid, from, key, column)).toBe(to);
});
