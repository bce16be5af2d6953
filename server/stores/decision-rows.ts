import { DECISION_KINDS, type Decision } from '../core/decision';

/** Stands for "in force" in `ended_at`. */
export const IN_FORCE = '';

/** A decision in force as a row holds it. */
export const columnsOf = ({ kind, mergeInto, note, owner, due }: Decision) => ({
  kind,
  merge_uid: mergeInto?.uid ?? '',
  merge_document_id: mergeInto?.documentId ?? '',
  note,
  owner,
  due: due ?? '',
  ended_at: IN_FORCE,
});

/** The decision that a row holds. */
export const readDecision = (row: DecisionColumns): Decision => ({
  kind: DECISION_KINDS.find((kind) => kind === row.kind) ?? 'keep',
  mergeInto: row.merge_uid === '' ? null : { uid: row.merge_uid, documentId: row.merge_document_id },
  note: row.note ?? '',
  owner: row.owner,
  due: row.due || null,
});

export const DECISION_COLUMNS = [
  'kind',
  'merge_uid',
  'merge_document_id',
  'note',
  'owner',
  'due',
] as const satisfies readonly (keyof DecisionColumns)[];

/** The columns of a decision itself. */
export interface DecisionColumns {
  readonly kind: string;
  readonly merge_uid: string;
  readonly merge_document_id: string;
  readonly note: string | null;
  readonly owner: string;
  readonly due: string;
}
