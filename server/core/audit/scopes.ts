import { PLACEMENTS, type Placement } from '../api';
import type { AxesIndex } from '../axes';
import { DECISION_KINDS, type Decision, type DecisionKind } from '../decision';
import { GRADES, type Grade, type UnmeasuredReason } from '../evidence/evidence';
import type { Silence } from '../evidence/silence';
import { STATES, type EvidenceState } from '../evidence/state';
import { NOT_SET, type Stage } from '../vocabulary';
import type { Judged, TagFacts } from './facts';

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
/** A persona in a journey, all of its stages together: counted, and not a list of its own. */
export const journeyCellScope = (persona: string, journey: string): string => `journey-cell:${persona}/${journey}`;
/** Entries of which something is decided. */
export const DECIDED = 'decided';
export const decisionScope = (kind: DecisionKind): string => `decision:${kind}`;
export const findingScope = (finding: string): string => `finding:${finding}`;
export const evidenceScope = (grade: Grade): string => `evidence:${grade}`;
/** Counted, and no lists of their own: rows hold the evidence's number beside the grade. */
export const reasonScope = (reason: UnmeasuredReason): string => `evidence:unmeasured/${reason}`;
export const silenceScope = (silence: Silence): string => `silence:${silence}`;
export const causeScope = (reason: UnmeasuredReason): string => `silence:cannot-judge/${reason}`;

/** The scopes of an entry that come from its tags and are shared by all of its versions, each once. */
export const tagScopes = (
  placement: Placement,
  tags: readonly TagFacts[],
  { scopesOf }: Pick<AxesIndex, 'scopesOf'>
): readonly string[] => {
  const scopes = new Set([ALL, placement]);
  // Excluding takes all tags away, but an import may bring both: what is no part of a journey stands in no cell.
  if (placement === 'excluded') return [...scopes];
  for (const { persona, stage } of tags) {
    for (const scope of scopesOf.get(persona)?.get(stage) ?? []) scopes.add(scope);
  }
  return [...scopes];
};

/** The scopes of an entry of which something may be decided. */
export const decisionScopes = (decision: Pick<Decision, 'kind'> | null): readonly string[] =>
  decision === null ? [] : [DECIDED, decisionScope(decision.kind)];

/** Every scope in which an entry could stand. */
export const everyScope = (
  { scopesOf }: Pick<AxesIndex, 'scopesOf'>,
  findings: readonly string[]
): ReadonlySet<string> =>
  new Set([
    ALL,
    ...PLACEMENTS,
    ...[...scopesOf.values()].flatMap((stages) => [...stages.values()].flat()),
    DECIDED,
    ...DECISION_KINDS.map(decisionScope),
    ...findings.map(findingScope),
    ...GRADES.map(evidenceScope),
  ]);

/** The lists of one version, or of the entry as a whole. */
export const judgedScopes = ({ findings, evidenceNo }: Pick<Judged, 'findings' | 'evidenceNo'>): readonly string[] => [
  ...findings.map(findingScope),
  EVIDENCE_SCOPES[evidenceNo] ?? evidenceScope('unpublished'),
];

/** What counts an entry by its evidence besides the list of its grade. */
export const evidenceCounts = ({ evidenceNo }: Pick<Judged, 'evidenceNo'>): readonly string[] =>
  COUNTS[evidenceNo] ?? [];

/** The scopes to which one tag leads. */
export const scopesOfPair = (
  persona: string | null,
  stage: Pick<Stage, 'key' | 'journey'> | null
): readonly string[] => [
  cellScope(persona ?? NOT_SET, stage?.key ?? NOT_SET),
  personaScope(persona ?? NOT_SET),
  stageScope(stage?.key ?? NOT_SET),
  ...(stage === null ? [] : [journeyScope(stage.journey)]),
];

const countsOf = ({ reason, silence }: EvidenceState): readonly string[] => [
  ...(reason === null ? [] : [reasonScope(reason)]),
  ...(silence === null ? [] : [silenceScope(silence)]),
  ...(silence === 'cannot-judge' && reason !== null ? [causeScope(reason)] : []),
];

/** Looked up for every row that there is. */
const EVIDENCE_SCOPES = STATES.map(({ grade }) => evidenceScope(grade));
const COUNTS = STATES.map(countsOf);
