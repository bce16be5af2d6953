import type { OpenReason, Placement } from '../api';
import type { AxesIndex } from '../axes';
import type { Policy } from '../policy';
import { EVERYONE, type ExclusionReason } from '../vocabulary';
import type { TagFacts } from './facts';

/** Where an entry stands, and why it stands nowhere. */
export interface Placed {
  readonly placement: Placement;
  readonly openReason: OpenReason | null;
  readonly scope: 'dedicated' | 'shared' | null;
}

/** Placed is: in a cell, for everyone at a stage, or excluded. Tags of retired personas and stages place nothing. */
export const place = (
  tags: readonly TagFacts[],
  excluded: ExclusionReason | null,
  axes: AxesIndex,
  { dedicatedLimit }: Pick<Policy, 'dedicatedLimit'>
): Placed => {
  if (excluded !== null) return { placement: 'excluded', openReason: null, scope: null };
  if (tags.length === 0) return { placement: 'to-place', openReason: 'no-tags', scope: null };
  const live = tags.filter((tag) => isLive(tag, axes));
  const full = live.filter(({ persona, stage }) => persona !== null && stage !== null);
  if (full.length === 0) return { placement: 'to-place', openReason: openReasonOf(live), scope: null };
  const personas = new Set(full.map(({ persona }) => persona));
  const stages = new Set(full.map(({ stage }) => stage));
  const shared = personas.has(EVERYONE) || personas.size > dedicatedLimit || stages.size > dedicatedLimit;
  return { placement: 'placed', openReason: null, scope: shared ? 'shared' : 'dedicated' };
};

/** A tag counts while neither of its sides is retired. */
export const isLive = ({ persona, stage }: TagFacts, { livePersonas, liveStages }: AxesIndex): boolean =>
  (persona === null || livePersonas.has(persona)) && (stage === null || liveStages.has(stage));

const openReasonOf = (live: readonly TagFacts[]): OpenReason => {
  if (live.length === 0) return 'retired';
  return live.some(({ persona }) => persona !== null) ? 'stage-open' : 'persona-open';
};
