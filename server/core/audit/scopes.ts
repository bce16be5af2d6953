import type { AxesIndex } from '../axes';
import { NOT_SET } from '../vocabulary';
import type { AssessedEntry, Judged, TagFacts } from './facts';
import { isLive } from './place';

/** A scope is a list that can be asked for by one key: a cell, a persona, a stage, a journey, what is to place, a finding. */
export const ALL = 'all';
export const TO_PLACE = 'to-place';
export const EXCLUDED = 'excluded';
export const PLACED = 'placed';
export const personaScope = (persona: string): string => `persona:${persona}`;
export const stageScope = (stage: string): string => `stage:${stage}`;
export const journeyScope = (journey: string): string => `journey:${journey}`;
/** Either side may be `NOT_SET`. */
export const cellScope = (persona: string, stage: string): string => `cell:${persona}/${stage}`;
export const findingScope = (finding: string): string => `finding:${finding}`;

/** The scopes of an entry that come from its tags and are shared by all of its versions, each once. */
export const tagScopes = ({ placement, tags }: AssessedEntry, axes: AxesIndex): readonly string[] => {
  const scopes = new Set([ALL, placement]);
  // Excluding takes all tags away, but an import may bring both: what is no part of a journey stands in no cell.
  if (placement === 'excluded') return [...scopes];
  for (const tag of tags) if (isLive(tag, axes)) for (const scope of scopesOfTag(tag, axes)) scopes.add(scope);
  return [...scopes];
};

/** The scopes of one version, or of the entry as a whole. */
export const findingScopes = ({ findings }: Judged): readonly string[] => findings.map(findingScope);

const scopesOfTag = ({ persona, stage }: TagFacts, { journeyOf }: AxesIndex): readonly string[] => {
  const journey = stage === null ? undefined : journeyOf.get(stage);
  return [
    cellScope(persona ?? NOT_SET, stage ?? NOT_SET),
    personaScope(persona ?? NOT_SET),
    stageScope(stage ?? NOT_SET),
    ...(journey === undefined ? [] : [journeyScope(journey)]),
  ];
};
