import { UNDECIDED, type InventoryQuery } from '../../core/api';
import { causeScope, evidenceScope, journeyCellScope, reasonScope, silenceScope } from '../../core/audit/scopes';
import { mayBeTold } from '../../core/audit/findings';
import { countScopes } from '../../core/coverage/snapshot';
import { asksForEvidence, MEASURED, MEASURED_GRADES, type EvidenceQuery } from '../../core/evidence/state';
import { scopesOf } from './scopes-of';
import type { Axes } from '../../core/axes';
import type { View } from './view';

/** The number of entries of a list that the snapshot knows, or `null` where only counting rows tells. */
export const snapshotTotal = (view: View, query: InventoryQuery): number | null => {
  const { snapshot } = view;
  const measured = query.evidence === MEASURED ? MEASURED_GRADES : null;
  const alone = measured ?? [query.evidence];
  const scopes = alone.flatMap((evidence) => countedScope({ ...query, evidence }, snapshot.axes) ?? []);
  if (scopes.length < alone.length) return null;
  const { status, owner, search, decision, due, operation } = query;
  const isCounted = [status, owner, search, due, operation, query.import].every((asked) => asked === undefined);
  if (!isCounted || decision === UNDECIDED) return null;
  // Findings and evidence are judged over all versions of an entry.
  const isJudged = query.finding !== undefined || asksForEvidence(query);
  if (isJudged && !view.isWhole) return null;
  // The heatmap counts entries that conditions hide too; what it does not count is counted among the rows in sight.
  if ((isJudged || decision !== undefined) && !view.isOpen) return null;
  if (query.finding !== undefined && !isToldOfAll(view, query.finding)) return null;
  const counts = countScopes(snapshot, view.counting(query.counted ?? 'all'));
  return scopes.reduce((total, scope) => {
    const { current, old } = counts.get(scope) ?? { current: 0, old: 0 };
    return total + (query.age === undefined ? current + old : query.age === 'current' ? current : old);
  }, 0);
};

/** Whether a user may be told a finding of the entries of each type. */
export const isToldOfAll = ({ types }: View, finding: string): boolean =>
  types.every(({ visible }) => mayBeTold(finding, visible));

/** The one scope whose count is the list's total. */
export const countedScope = (query: InventoryQuery, axes: Axes): string | null => {
  const { persona, journey, stage, placement, finding, decision } = query;
  const scopes = scopesOf(query, axes);
  if (scopes === null) return null;
  if (asksForEvidence(query)) {
    const isAlone = [persona, journey, stage, placement, finding, decision].every((asked) => asked === undefined);
    return isAlone ? evidenceScopeOf(query) : null;
  }
  if (persona !== undefined && journey !== undefined && (stage ?? placement ?? finding ?? decision) === undefined) {
    return journeyCellScope(persona, journey);
  }
  return scopes.length === 1 ? (scopes[0]?.[0] ?? null) : null;
};

/** What counts the entries of a query for evidence alone; of unlikely combinations nothing does. */
export const evidenceScopeOf = ({ evidence, evidenceReason, silence }: EvidenceQuery): string | null => {
  if (silence === undefined) {
    // Several lists together: who asks adds them up.
    if (evidence === MEASURED) return null;
    if (evidenceReason === undefined) return evidence === undefined ? null : evidenceScope(evidence);
    return evidence === undefined || evidence === 'unmeasured' ? reasonScope(evidenceReason) : null;
  }
  if (evidence !== undefined) return null;
  if (evidenceReason === undefined) return silenceScope(silence);
  return silence === 'cannot-judge' ? causeScope(evidenceReason) : null;
};
