import { dayOf, type DecisionKind } from '../../../server/core/decision';
import type { DecisionInput, NamedDecision } from '../../../server/core/decisions-api';
import type { NamedEntry } from '../../../server/core/placing-api';

/** What has been chosen so far; note, owner and day outlive a look at another kind. */
export interface DecisionDraft {
  /** `none`: takes the decision back. `null`: nothing chosen yet. */
  readonly kind: DecisionKind | 'none' | null;
  readonly mergeInto: NamedEntry | null;
  readonly note: string;
  readonly owner: string;
  /** `YYYY-MM-DD` */
  readonly due: string | null;
}

/** A decision as a form's start. */
export const draftOf = (decision: NamedDecision | null): DecisionDraft => ({
  kind: decision?.kind ?? null,
  mergeInto: decision?.mergeInto ?? null,
  note: decision?.note ?? '',
  owner: decision?.owner ?? '',
  due: decision?.due ?? null,
});

/** Names under which the form's fields show the server's errors. */
export const DECISION_FIELDS = ['kind', 'mergeInto', 'note', 'owner', 'due'] as const;

/** The choice as the server takes it; `null` while something that it needs is missing. */
export const decisionOf = ({ kind, mergeInto, ...details }: DecisionDraft): DecisionInput | null => {
  if (kind === null) return null;
  if (kind === 'none') return { kind: null };
  if (kind !== 'merge') return { kind, ...details };
  return mergeInto && { kind, mergeInto: { uid: mergeInto.uid, documentId: mergeInto.documentId }, ...details };
};

/** The day that somebody chose in a calendar, which hands over its midnight in the time zone of the browser. */
export const chosenDay = (date: Date): string => dayOf(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()));
