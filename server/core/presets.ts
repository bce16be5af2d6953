import { DEFAULT_STAGES, DEFAULT_TARGET, EMPTY_PLAYBOOK, type StageTemplate } from './default-stages';
import type { Journey, Playbook } from './vocabulary';

/** A stage of a preset, and the keys of the stages whose tags it takes over. */
export interface PresetStage extends StageTemplate {
  readonly succeeds: readonly string[];
}

export interface Preset {
  readonly key: string;
  readonly name: string;
  readonly stages: readonly PresetStage[];
}

const usual = (key: string, succeeds: readonly string[] = []): PresetStage[] =>
  DEFAULT_STAGES.filter((stage) => stage.key === key).map((stage) => ({ ...stage, succeeds }));

/** A stage of the preset's own; what is known about the stages it joins is its playbook. */
const own = (
  journey: Journey,
  key: string,
  name: string,
  joins: readonly string[],
  succeeds: readonly string[] = joins
): PresetStage => {
  const joined = DEFAULT_STAGES.filter((stage) => joins.includes(stage.key));
  return {
    key,
    name,
    journey,
    target: Math.max(DEFAULT_TARGET, ...joined.map(({ target }) => target)),
    aliases: [...new Set(joined.flatMap((stage) => [stage.name.toLowerCase(), ...stage.aliases]))].filter(
      (alias) => alias !== name.toLowerCase()
    ),
    playbook: joinPlaybooks(joined.map(({ playbook }) => playbook)),
    succeeds,
  };
};

const joinPlaybooks = (playbooks: readonly Playbook[]): Playbook => {
  const all = (field: 'owners' | 'content' | 'metrics'): readonly string[] => [
    ...new Set(playbooks.flatMap((playbook) => playbook[field])),
  ];
  return {
    question: playbooks[0]?.question ?? EMPTY_PLAYBOOK.question,
    goal: playbooks.map(({ goal }) => goal).join('; '),
    owners: all('owners'),
    content: all('content'),
    metrics: all('metrics'),
  };
};

const BUYER = [...usual('awareness'), ...usual('consideration'), ...usual('decision', ['purchase'])];

/** Ways to cut the two journeys into stages that are in use elsewhere. */
export const PRESETS: readonly Preset[] = [
  {
    key: 'default',
    name: 'Eight stages',
    stages: [
      ...BUYER,
      ...usual('onboarding', ['post-purchase', 'post-purchase-engagement']),
      ...usual('adoption', ['adoption-and-engagement']),
      ...usual('retention', ['loyalty-and-retention', 'loyalty']),
      ...usual('expansion'),
      ...usual('advocacy', ['loyalty-and-advocacy']),
    ],
  },
  {
    key: 'three-phase',
    name: 'Three customer phases',
    stages: [
      ...BUYER,
      own(
        'customer',
        'post-purchase-engagement',
        'Post-purchase engagement',
        ['onboarding', 'adoption'],
        ['onboarding', 'adoption', 'post-purchase', 'adoption-and-engagement']
      ),
      own(
        'customer',
        'loyalty-and-retention',
        'Loyalty and retention',
        ['retention', 'expansion'],
        ['retention', 'expansion', 'loyalty']
      ),
      ...usual('advocacy', ['loyalty-and-advocacy']),
    ],
  },
  {
    key: 'support-led',
    name: 'Support-led',
    stages: [
      ...BUYER,
      ...usual('onboarding', ['post-purchase', 'post-purchase-engagement']),
      own('customer', 'adoption-and-engagement', 'Adoption and engagement', ['adoption']),
      ...usual('retention', ['loyalty-and-retention']),
      own('customer', 'loyalty-and-advocacy', 'Loyalty and advocacy', ['advocacy'], ['advocacy', 'loyalty']),
    ],
  },
  {
    key: 'lifecycle',
    name: 'Lifecycle',
    stages: [
      ...usual('awareness'),
      ...usual('consideration'),
      own('buyer', 'purchase', 'Purchase', ['decision']),
      own(
        'customer',
        'post-purchase',
        'Post-purchase',
        ['onboarding', 'adoption'],
        ['onboarding', 'adoption', 'post-purchase-engagement', 'adoption-and-engagement']
      ),
      own('customer', 'loyalty', 'Loyalty', ['retention'], ['retention', 'loyalty-and-retention']),
      ...usual('advocacy', ['loyalty-and-advocacy']),
    ],
  },
];
