import type { PresetPreview } from './api';
import type { Preset, PresetStage } from './presets';
import type { Stage } from './vocabulary';

/** What applying a preset does, from the preview to the database. */
export interface PresetPlan {
  readonly preset: string;
  /** What becomes of each live stage; `to` is a key of `stages`, the stage's own where it stays. */
  readonly moves: readonly { readonly from: Stage; readonly to: PresetStage | null }[];
  /** Every stage of the preset in its order, and whether a stage of that key stands already, live or retired. */
  readonly stages: readonly { readonly stage: PresetStage; readonly present: 'live' | 'retired' | 'no' }[];
}

/**
 * Plans the way from the present stages to a preset's. A stage stays by its key, is succeeded by key or by alias within
 * its journey, or retires and keeps its tags: nothing is ever deleted.
 */
export const planPreset = (preset: Preset, present: readonly Stage[]): PresetPlan => ({
  preset: preset.key,
  moves: present.filter(({ retired }) => !retired).map((from) => ({ from, to: successor(preset, from) })),
  stages: preset.stages.map((stage) => {
    const same = present.find(({ key }) => key === stage.key);
    return { stage, present: same ? (same.retired ? 'retired' : 'live') : 'no' };
  }),
});

/** The plan as people see it before they agree. */
export const previewPlan = (
  { preset, moves, stages }: PresetPlan,
  entriesOf: (key: string) => number
): PresetPreview => ({
  preset,
  moves: moves.map(({ from, to }) => ({
    from: named(from),
    to: to && named(to.key === from.key ? from : to),
    entries: entriesOf(from.key),
  })),
  added: stages.filter(({ present }) => present !== 'live').map(({ stage }) => named(stage)),
});

const successor = ({ stages }: Preset, from: Stage): PresetStage | null => {
  const names = new Set([from.key, from.name, ...from.aliases].map(plain));
  const candidates = stages.filter(({ journey }) => journey === from.journey);
  return (
    stages.find(({ key }) => key === from.key) ??
    candidates.find(({ succeeds }) => succeeds.includes(from.key)) ??
    candidates.find(({ key, name, aliases }) => [key, name, ...aliases].some((word) => names.has(plain(word)))) ??
    null
  );
};

/** "Set-up", "set up" and "setup" are one word to people. */
const plain = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const named = ({ key, name, journey }: Pick<Stage, 'key' | 'name' | 'journey'>) => ({ key, name, journey });
