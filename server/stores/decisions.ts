import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { DECISION_KINDS, type Decision } from '../core/decision';
import { entryKey, type EntryRef } from '../core/vocabulary';
import { entryColumns } from './exclusions';
import { rows, strapiColumns } from './tables';

/** A decision as the journal keeps it: enough to take it once more. */
export interface KeptDecision extends Decision {
  readonly userId: number | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A decision that is no longer in force, and who ended it. */
export interface EndedDecision extends KeptDecision {
  readonly endedBy: number | null;
  /** ISO 8601 */
  readonly endedAt: string;
}

/** What is decided of an entry from now on; `null`: nothing. */
export interface NewDecision {
  readonly documentId: string;
  readonly decision: KeptDecision | null;
}

/** Stands for "in force" in `ended_at`. */
export const IN_FORCE = '';

/** The decisions in force about some entries of one type, by document ID. */
export const readDecisionsOf = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  uid: string,
  documentIds: readonly string[]
): Promise<ReadonlyMap<string, KeptDecision>> => {
  const found: readonly DecisionRow[] = await rows(strapi, trx, 'decision')
    .where({ entry_uid: uid, ended_at: IN_FORCE })
    .whereIn('entry_document_id', [...documentIds])
    .select(...COLUMNS);
  return new Map(found.map((row) => [row.entry_document_id, kept(row)]));
};

/** Ends what is in force about some entries of one type and puts something else in its place. */
export const writeDecisions = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  uid: string,
  decided: readonly NewDecision[],
  by: { readonly userId: number | null; readonly at: number }
): Promise<void> => {
  const now = new Date(by.at);
  await rows(strapi, trx, 'decision')
    .where({ entry_uid: uid, ended_at: IN_FORCE })
    .whereIn(
      'entry_document_id',
      decided.map(({ documentId }) => documentId)
    )
    .update({ ended_at: now.toISOString(), updated_at: now, updated_by_id: by.userId });
  const added = decided.flatMap(({ documentId, decision }) =>
    decision === null
      ? []
      : [
          {
            ...entryColumns({ uid, documentId }),
            ...columnsOf(decision),
            ...strapiColumns(decision.userId, new Date(decision.at)),
          },
        ]
  );
  if (added.length > 0) await rows(strapi, trx, 'decision').insert(added);
};

/** What was decided of an entry, newest first; the first may be in force still. */
export const readHistory = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  entry: EntryRef,
  limit: number
): Promise<{ readonly current: KeptDecision | null; readonly past: readonly EndedDecision[] }> => {
  const of = () => rows(strapi, trx, 'decision').where(entryColumns(entry));
  const [current]: readonly DecisionRow[] = await of()
    .where({ ended_at: IN_FORCE })
    .select(...COLUMNS);
  const past: readonly DecisionRow[] = await of()
    .whereNot({ ended_at: IN_FORCE })
    .orderBy('ended_at', 'desc')
    .limit(limit)
    .select(...COLUMNS);
  return {
    current: current ? kept(current) : null,
    past: past.map((row) => ({ ...kept(row), endedBy: row.updated_by_id, endedAt: row.ended_at })),
  };
};

/** Where some entries are to be merged into, and those in turn, by key; those to be merged into none are absent. */
export const readMergesFrom = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  entries: readonly EntryRef[]
): Promise<ReadonlyMap<string, EntryRef>> => {
  const merges = new Map<string, EntryRef>();
  const seen = new Set<string>();
  for (let asked = entries; asked.length > 0;) {
    const fresh = asked.filter((entry) => !seen.has(entryKey(entry)));
    for (const entry of fresh) seen.add(entryKey(entry));
    const next: EntryRef[] = [];
    for (const uid of new Set(fresh.map((entry) => entry.uid))) {
      const ids = fresh.flatMap((entry) => (entry.uid === uid ? entry.documentId : []));
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const found = await readDecisionsOf(strapi, trx, uid, ids.slice(from, from + AT_ONCE));
        for (const [documentId, { mergeInto }] of found) {
          if (mergeInto === null) continue;
          merges.set(entryKey({ uid, documentId }), mergeInto);
          next.push(mergeInto);
        }
      }
    }
    asked = next;
  }
  return merges;
};

/** Documents that one query asks for. */
const AT_ONCE = 500;

/** Forgets all that was decided of an entry. */
export const forgetDecisions = async (strapi: Core.Strapi, trx: Knex.Transaction, entry: EntryRef): Promise<void> => {
  await rows(strapi, trx, 'decision').where(entryColumns(entry)).delete();
};

/** Those who see to something in entries of some types, by name. */
export const readDecisionOwners = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  uids: readonly string[],
  limit: number
): Promise<readonly string[]> => {
  const found: readonly Pick<DecisionRow, 'owner'>[] = await rows(strapi, trx, 'decision')
    .whereIn('entry_uid', [...uids])
    .where({ ended_at: IN_FORCE })
    .whereNot({ owner: '' })
    .distinct('owner')
    .orderBy('owner')
    .limit(limit);
  return found.map(({ owner }) => owner);
};

const columnsOf = ({ kind, mergeInto, note, owner, due }: Decision) => ({
  kind,
  merge_uid: mergeInto?.uid ?? '',
  merge_document_id: mergeInto?.documentId ?? '',
  note,
  owner,
  due: due ?? '',
  ended_at: IN_FORCE,
});

const kept = (row: DecisionRow): KeptDecision => ({
  ...readDecision(row),
  userId: row.created_by_id,
  at: new Date(row.created_at).getTime(),
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

const COLUMNS = [
  'entry_document_id',
  ...DECISION_COLUMNS,
  'ended_at',
  'created_at',
  'created_by_id',
  'updated_by_id',
] as const satisfies readonly (keyof DecisionRow)[];

interface DecisionRow extends DecisionColumns {
  readonly entry_document_id: string;
  readonly ended_at: string;
  readonly created_at: string | number | Date;
  readonly created_by_id: number | null;
  readonly updated_by_id: number | null;
}
