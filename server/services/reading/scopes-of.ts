import { UNDECIDED, type InventoryQuery } from '../../core/api';
import {
  ALL,
  cellScope,
  DECIDED,
  decisionScope,
  evidenceScope,
  findingScope,
  journeyScope,
  personaScope,
  stageScope,
} from '../../core/audit/scopes';
import type { Axes } from '../../core/axes';
import type { Grade } from '../../core/evidence/evidence';
import type { Silence } from '../../core/evidence/silence';
import { MEASURED } from '../../core/evidence/state';
import { assertKnown } from '../../core/known-keys';
import { EVERYONE, NOT_SET } from '../../core/vocabulary';

/** The lists whose intersection a query asks for: the first drives, of each other the row must stand in one. `null`: nothing can match. */
export const scopesOf = (query: InventoryQuery, axes: Axes): readonly (readonly string[])[] | null => {
  const { persona, stage, journey, placement, finding, decision, due } = query;
  assertKnown('persona', asked(persona), [EVERYONE, ...axes.personas.map(({ key }) => key), NOT_SET]);
  assertKnown('stage', asked(stage), [...axes.stages.map(({ key }) => key), NOT_SET]);
  const ofJourney = axes.stages.filter((one) => one.journey === journey).map(({ key }) => key);
  if (journey !== undefined && stage !== undefined && !ofJourney.includes(stage)) return null;
  const scopes: (readonly string[])[] = [];
  if (decision !== undefined && decision !== UNDECIDED) scopes.push([decisionScope(decision)]);
  else if (due !== undefined) scopes.push([DECIDED]);
  if (finding !== undefined) scopes.push([findingScope(finding)]);
  if (persona !== undefined) scopes.push([stage === undefined ? personaScope(persona) : cellScope(persona, stage)]);
  else if (stage !== undefined) scopes.push([stageScope(stage)]);
  else if (journey !== undefined) scopes.push([journeyScope(journey)]);
  // A persona in a journey is a tag with both: standing in each of the two lists is not enough.
  if (persona !== undefined && stage === undefined && journey !== undefined) {
    scopes.push(ofJourney.map((key) => cellScope(persona, key)));
  }
  if (placement !== undefined) scopes.push([placement]);
  // The shortest list last, and alone where nothing else is asked for: rows hold the rest of it as a number.
  const grade = query.evidence ?? (query.evidenceReason && 'unmeasured') ?? SILENT[query.silence ?? 'watching'];
  if (grade !== null && grade !== MEASURED && scopes.length === 0) scopes.push([evidenceScope(grade)]);
  return scopes.length === 0 ? [[ALL]] : scopes;
};

/** The grade of a group that has only one. */
const SILENT = {
  'never-viewed': 'never-consumed',
  'cannot-judge': 'unmeasured',
  watching: null,
  kept: null,
} satisfies Record<Silence, Grade | null>;

const asked = (key: string | undefined): readonly string[] => (key === undefined ? [] : [key]);
