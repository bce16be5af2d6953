import fc from 'fast-check';
import { DEFAULT_STAGES } from '../../server/core/default-stages';
import { isKey } from '../../server/core/keys';
import { planPreset, previewPlan, type PresetPlan } from '../../server/core/preset-plan';
import { PRESETS, type Preset } from '../../server/core/presets';
import type { Stage } from '../../server/core/vocabulary';
import { aStage } from '../support/builders';

const preset = (key: string): Preset => {
  const found = PRESETS.find((other) => other.key === key);
  if (!found) throw new Error(`no preset ${key}`);
  return found;
};

const stagesOf = ({ stages }: Preset): readonly Stage[] =>
  stages.map(({ succeeds: _succeeds, ...stage }, position) => ({ ...stage, position, retired: false }));

const movesOf = ({ moves }: PresetPlan) => Object.fromEntries(moves.map(({ from, to }) => [from.key, to?.key ?? null]));

test.each(PRESETS.map((one) => [one.key, one] as const))('%s is well formed', (_key, { stages }) => {
  expect(new Set(stages.map(({ key }) => key)).size).toBe(stages.length);
  for (const stage of stages) {
    expect(isKey(stage.key)).toBe(true);
    expect(stage.playbook.question).toMatch(/\?$/);
    for (const list of [stage.playbook.owners, stage.playbook.content, stage.playbook.metrics]) {
      expect(list.length).toBeGreaterThan(0);
    }
    expect(stage.target).toBeGreaterThanOrEqual(2);
  }
  // No two stages of one preset claim the same predecessor.
  const claims = stages.flatMap(({ succeeds }) => succeeds);
  expect(new Set(claims).size).toBe(claims.length);
});

test('the default preset is what a new library starts with', () => {
  expect(stagesOf(preset('default')).map(({ key }) => key)).toEqual(DEFAULT_STAGES.map(({ key }) => key));
});

test.each([
  [
    'three-phase',
    {
      onboarding: 'post-purchase-engagement',
      adoption: 'post-purchase-engagement',
      retention: 'loyalty-and-retention',
      expansion: 'loyalty-and-retention',
      decision: 'decision',
    },
  ],
  ['support-led', { adoption: 'adoption-and-engagement', expansion: null, advocacy: 'loyalty-and-advocacy' }],
  [
    'lifecycle',
    {
      decision: 'purchase',
      onboarding: 'post-purchase',
      adoption: 'post-purchase',
      retention: 'loyalty',
      expansion: null,
    },
  ],
])('from the default to %s', (key, moves) => {
  expect(movesOf(planPreset(preset(key), stagesOf(preset('default'))))).toMatchObject(moves);
});

test.each(PRESETS.flatMap((from) => PRESETS.map((to) => [from.key, to.key] as const)))(
  'from %s to %s, only expansion may be left without a successor',
  (from, to) => {
    const moves = movesOf(planPreset(preset(to), stagesOf(preset(from))));
    expect(Object.keys(moves).filter((key) => moves[key] === null && key !== 'expansion')).toEqual([]);
  }
);

test('stages of one’s own are known by name or alias, within their journey', () => {
  const present = [
    aStage('start', 'customer', { name: 'Set up' }),
    aStage('win', 'buyer', { aliases: ['bofu'] }),
    aStage('partner', 'customer'),
    aStage('usage', 'buyer'),
  ];
  expect(movesOf(planPreset(preset('default'), present))).toEqual({
    start: 'onboarding',
    win: 'decision',
    partner: null,
    usage: null,
  });
});

test('the preview says what stays, moves, retires and is new, with counts', () => {
  const present = [aStage('decision', 'buyer', { name: 'Choice' }), aStage('purchase', 'buyer', { retired: true })];
  const preview = previewPlan(planPreset(preset('lifecycle'), present), () => 4);
  expect(preview.moves).toEqual([
    {
      from: { key: 'decision', name: 'Choice', journey: 'buyer' },
      to: { key: 'purchase', name: 'Purchase', journey: 'buyer' },
      entries: 4,
    },
  ]);
  expect(preview.added.map(({ key }) => key)).toContain('purchase');
});

test('whatever the stages are, each live one gets exactly one answer', () => {
  const stage = fc.record({
    key: fc.stringMatching(/^[a-z]{1,12}$/),
    journey: fc.constantFrom('buyer' as const, 'customer' as const),
    retired: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.uniqueArray(stage, { selector: ({ key }) => key }), fc.constantFrom(...PRESETS), (some, to) => {
      const present = some.map(({ key, journey, retired }) => aStage(key, journey, { retired }));
      const plan = planPreset(to, present);
      expect(plan.moves.map(({ from }) => from.key)).toEqual(
        some.filter(({ retired }) => !retired).map(({ key }) => key)
      );
      expect(plan.stages).toHaveLength(to.stages.length);
    })
  );
});
