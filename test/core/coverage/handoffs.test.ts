import type { CoverageCell } from '../../../server/core/api';
import { handoffs } from '../../../server/core/coverage/handoffs';
import type { Stage } from '../../../server/core/vocabulary';
import { aPersona, aStage, UNMEASURED_CELL } from '../../support/builders';

const STAGES = [
  aStage('awareness'),
  aStage('decision'),
  aStage('onboarding', 'customer'),
  aStage('adoption', 'customer'),
];

const cell = (stage: Stage, current: number): CoverageCell => ({
  persona: 'a',
  journey: stage.journey,
  stage: stage.key,
  current,
  old: 5,
  everyone: 5,
  sharedOnly: false,
  target: 2,
  verdict: 'thin',
  notNeeded: null,
  ...UNMEASURED_CELL,
  rank: null,
});

const cells = (counts: readonly number[]) => STAGES.map((stage, at) => cell(stage, counts[at] ?? 0));

test.each([
  ['decision and onboarding', [0, 1, 1, 0], 'kept'],
  ['decision alone', [9, 1, 0, 0], 'broken'],
  ['onboarding alone', [9, 0, 1, 9], 'not-started'],
  ['neither, but more around', [9, 0, 0, 9], 'not-started'],
])('current entries for %s %j → %s', (_name, counts, handoff) => {
  expect(handoffs(cells(counts), [aPersona('a')], STAGES)).toEqual([{ persona: 'a', handoff }]);
});

test('only who buys and uses has a hand-off', () => {
  const personas = [aPersona('a', { buys: false }), aPersona('a', { uses: false })];
  expect(handoffs(cells([1, 1, 1, 1]), personas, STAGES)).toEqual([]);
});

test.each<['buyer' | 'customer']>([['buyer'], ['customer']])(
  'no hand-off with stages of the %s journey alone',
  (journey) => {
    const stages = STAGES.filter((stage) => stage.journey === journey);
    expect(handoffs(cells([1, 1, 1, 1]), [aPersona('a')], stages)).toEqual([]);
  }
);
