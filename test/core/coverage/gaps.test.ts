import { biggestGaps, rankGaps } from '../../../server/core/coverage/gaps';
import { judgeCell } from '../../../server/core/coverage/judge';
import type { Persona } from '../../../server/core/vocabulary';
import { aPersona, aStage, UNMEASURED_CELL } from '../../support/builders';

const STAGES = [aStage('r'), aStage('s'), aStage('t', 'customer')];

/** Cells from rows of current counts; `x` is not needed. Targets by stage. */
const cellsOf = (rows: Readonly<Record<string, string>>, targets = [2, 2, 2]) =>
  Object.entries(rows).flatMap(([persona, counts]) =>
    counts.split(' ').map((count, at) => {
      const stage = STAGES[at];
      if (stage === undefined) throw new Error(`no stage ${at}`);
      const [current, target, notNeeded] = [Number(count) || 0, targets[at] ?? 2, count === 'x' ? 'never' : null];
      return {
        persona,
        journey: stage.journey,
        stage: stage.key,
        current,
        old: 0,
        everyone: 0,
        sharedOnly: false,
        target,
        verdict: judgeCell(current, target, notNeeded),
        notNeeded,
        ...UNMEASURED_CELL,
      };
    })
  );

const ranked = (rows: Readonly<Record<string, string>>, personas: readonly Persona[], targets = [2, 2, 2]) =>
  rankGaps(cellsOf(rows, targets), personas, STAGES)
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => Number(a.rank) - Number(b.rank))
    .map(({ persona, stage }) => `${persona}.${stage}`);

const [a, b] = [aPersona('a'), aPersona('b')];
const later = aPersona('z', { priority: 'secondary' });

test.each<[string, Readonly<Record<string, string>>, Persona[], string[]]>([
  ['no gap', { a: '1 2 4' }, [a], []],
  ['what is not needed is no gap', { a: '0 x 1' }, [a], ['a.r']],
  [
    'primary personas first, however much stands around the others',
    { z: '9 0 9', a: '0 0 1' },
    [later, a],
    ['a.r', 'a.s', 'z.s'],
  ],
  [
    'personas for whom nothing is written last: they miss more than a cell',
    { z: '9 0 9', a: '0 0 0' },
    [later, a],
    ['z.s', 'a.r', 'a.t', 'a.s'],
  ],
  ['most around first: the hole in a path, then its end', { a: '5 0 0', b: '1 1 1' }, [a, b], ['a.s', 'a.t']],
  ["the others' same stage counts", { a: '0 1 0', b: '7 1 1' }, [a, b], ['a.r', 'a.t']],
  ['what lies two stages away is no neighbour', { a: '0 0 9' }, [a], ['a.s', 'a.r']],
  [
    'equals keep the order of rows and columns',
    { a: '0 0 0', b: '0 0 0' },
    [a, b],
    ['a.r', 'a.s', 'a.t', 'b.r', 'b.s', 'b.t'],
  ],
])('%s', (_name, rows, personas, expected) => {
  expect(ranked(rows, personas)).toEqual(expected);
});

test('the higher target first, before what stands around', () => {
  expect(ranked({ a: '9 0 0' }, [a], [2, 2, 3])).toEqual(['a.t', 'a.s']);
});

test('ranks count from 1 without holes, and what is no gap has none', () => {
  const cells = rankGaps(cellsOf({ a: '0 2 0' }), [a], STAGES);
  expect(cells.map(({ rank }) => rank)).toEqual([1, null, 2]);
});

test('a gap comes with its question, what works there, and the fullest cell to adapt from', () => {
  const cells = rankGaps(cellsOf({ a: '2 0 1', b: '2 1 0', z: '2 3 0' }), [a, b, later], STAGES);
  expect(biggestGaps(cells, STAGES)).toEqual([
    {
      persona: 'a',
      stage: 's',
      question: 's?',
      content: ['s page'],
      nearest: { persona: 'z', stage: 's', entries: 3 },
    },
    {
      persona: 'b',
      stage: 't',
      question: 't?',
      content: ['t page'],
      nearest: { persona: 'a', stage: 't', entries: 1 },
    },
    {
      persona: 'z',
      stage: 't',
      question: 't?',
      content: ['t page'],
      nearest: { persona: 'a', stage: 't', entries: 1 },
    },
  ]);
});

test('nothing to adapt where nobody has anything', () => {
  const cells = rankGaps(cellsOf({ a: '1 0 1', b: '1 0 1' }), [a, b], STAGES);
  expect(biggestGaps(cells, STAGES).map(({ nearest }) => nearest)).toEqual([null, null]);
});
