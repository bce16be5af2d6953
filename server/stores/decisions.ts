import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Decision } from '../core/decision';
import type { EntryRef } from '../core/vocabulary';
import { columnsOf, DECISION_COLUMNS, IN_FORCE, readDecision, type DecisionColumns } from './decision-rows';
import type { EntriesInSight } from '../library/entries-in-sight';
import { entryColumns } from './exclusions';
import { inSight } from './in-sight';
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

/** Forgets all that was decided of an entry. */
export const forgetDecisions = async (strapi: Core.Strapi, trx: Knex.Transaction, entry: EntryRef): Promise<void> => {
  await rows(strapi, trx, 'decision').where(entryColumns(entry)).delete();
};

/** Those who see to something in entries that a user may read, by name. */
export const readDecisionOwners = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  sight: EntriesInSight,
  limit: number
): Promise<readonly string[]> => {
  const found: readonly Pick<DecisionRow, 'owner'>[] = await rows(strapi, trx, 'decision')
    .modify(inSight(sight))
    .where({ ended_at: IN_FORCE })
    .whereNot({ owner: '' })
    .distinct('owner')
    .orderBy('owner')
    .limit(limit);
  return found.map(({ owner }) => owner);
};

const kept = (row: DecisionRow): KeptDecision => ({
  ...readDecision(row),
  userId: row.created_by_id,
  at: new Date(row.created_at).getTime(),
});

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
