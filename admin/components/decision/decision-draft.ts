import type { DecisionKind } from '../../../server/core/decision';
import type { DecisionInput, MergeTarget, NamedDecision } from '../../../server/core/decisions-api';
import type { NamedEntry } from '../../../server/core/placing-api';

/** What has been chosen so far; note, owner and day outlive a look at another kind. */
export interface DecisionDraft {
  /** `none`: takes the decision back. `null`: nothing chosen yet. */
  readonly kind: DecisionKind | 'none' | null;
  readonly mergeInto: NamedEntry | null;
  /** It goes into an entry already that the user may not read, and goes there still where no other is chosen. */
  readonly hasHiddenTarget: boolean;
  readonly note: string;
  readonly owner: string;
  /** `YYYY-MM-DD` */
  readonly due: string | null;
}

/** A decision as a form's start. */
export const draftOf = (decision: NamedDecision | null): DecisionDraft => ({
  kind: decision?.kind ?? null,
  mergeInto: decision?.mergeInto ? entryOf(decision.mergeInto) : null,
  hasHiddenTarget: decision?.kind === 'merge' && decision.mergeInto === null,
  note: decision?.note ?? '',
  owner: decision?.owner ?? '',
  due: decision?.due ?? null,
});

const entryOf = ({ uid, documentId, title }: MergeTarget): NamedEntry => ({
  uid,
  documentId,
  ...(title !== null && { title }),
});

/** Names under which the form's fields show the server's errors. */
export const DECISION_FIELDS = ['kind', 'mergeInto', 'note', 'owner', 'due'] as const;

/** The choice as the server takes it; `null` while something that it needs is missing. */
export const decisionOf = ({ kind, mergeInto, hasHiddenTarget, ...details }: DecisionDraft): DecisionInput | null => {
  if (kind === null) return null;
  if (kind === 'none') return { kind: null };
  if (kind !== 'merge') return { kind, ...details };
  if (mergeInto === null) return hasHiddenTarget ? { kind, ...details } : null;
  return { kind, mergeInto: { uid: mergeInto.uid, documentId: mergeInto.documentId }, ...details };
};

/** The choice for many entries: of what is left blank, each keeps its own. */
export const decisionForMany = (draft: DecisionDraft): DecisionInput | null => {
  const decision = decisionOf(draft);
  if (decision === null || decision.kind === null) return decision;
  const { note, owner, due, ...rest } = decision;
  return { ...rest, ...(note && { note }), ...(owner && { owner }), ...(due && { due }) };
};
