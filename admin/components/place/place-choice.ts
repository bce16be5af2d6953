import type { BulkChange } from '../../../server/core/placing-api';
import { EVERYONE, type ExclusionReason } from '../../../server/core/vocabulary';

/** What can be done with many entries at once. */
export const PLACE_MODES = ['add', 'remove', 'replace', 'exclude'] as const;
export type PlaceMode = (typeof PLACE_MODES)[number];

/** What has been chosen in the dialog so far; personas and stages outlive a look at another mode. */
export interface PlaceChoice {
  readonly mode: PlaceMode;
  readonly personas: readonly string[];
  readonly stages: readonly string[];
  readonly reason: ExclusionReason | null;
}

export const NOTHING_CHOSEN: PlaceChoice = { mode: 'add', personas: [], stages: [], reason: null };

/** The choice to begin with where it is known for whom and when the entries are looked for. */
export const chosenFor = ({ persona, stage }: { readonly persona: string; readonly stage: string }): PlaceChoice => ({
  ...NOTHING_CHOSEN,
  personas: [persona],
  stages: [stage],
});

/** The choice as the server takes it; `null` while there is nothing to do. */
export const changeOf = ({ mode, personas, stages, reason }: PlaceChoice): BulkChange | null => {
  if (mode === 'exclude') return reason === null ? null : { mode, reason };
  return personas.length + stages.length === 0 ? null : { mode, personas, stages };
};

/** Chooses a persona or takes it back; `everyone` stands beside nobody, but may be taken away with others. */
export const withPersona = (choice: PlaceChoice, key: string): PlaceChoice => {
  if (choice.personas.includes(key)) return { ...choice, personas: choice.personas.filter((other) => other !== key) };
  const beside = choice.mode === 'remove' || !(key === EVERYONE || choice.personas.includes(EVERYONE));
  return { ...choice, personas: beside ? [...choice.personas, key] : [key] };
};

/** Chooses a stage or takes it back. */
export const withStage = (choice: PlaceChoice, key: string): PlaceChoice => ({
  ...choice,
  stages: choice.stages.includes(key) ? choice.stages.filter((other) => other !== key) : [...choice.stages, key],
});

/** Turns to another mode; what nobody may choose there is dropped. */
export const withMode = (
  { personas, stages, ...choice }: PlaceChoice,
  mode: PlaceMode,
  retired: ReadonlySet<string>
): PlaceChoice => {
  const kept = (keys: readonly string[]) => (mode === 'remove' ? keys : keys.filter((key) => !retired.has(key)));
  const left = kept(personas);
  const alone = mode !== 'remove' && left.includes(EVERYONE);
  return { ...choice, mode, personas: alone ? [EVERYONE] : left, stages: kept(stages) };
};
