import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { EXCLUSION_REASONS, type EntryRef, type Exclusion, type ExclusionReason } from '../core/vocabulary';
import { ownUid, rows, strapiColumns } from './tables';

/** Entries that are no part of a journey. */
export const createExclusionStore = (strapi: Core.Strapi) => ({
  /** By document ID; those not excluded are absent. */
  of: async (uid: string, documentIds: readonly string[]): Promise<ReadonlyMap<string, Exclusion>> => {
    const found: readonly Row[] = await strapi.db.query(ownUid('exclusion')).findMany({
      where: { entryUid: uid, entryDocumentId: { $in: [...documentIds] } },
      select: ['entryDocumentId', 'reason'],
    });
    return new Map(found.map(({ entryDocumentId, reason }) => [entryDocumentId, { reason: readReason(reason) }]));
  },
  set: async (
    trx: Knex.Transaction,
    entry: EntryRef,
    reason: ExclusionReason,
    userId: number | null,
    now: Date
  ): Promise<void> => {
    await rows(strapi, trx, 'exclusion')
      .insert({ ...entryColumns(entry), reason, rule: '', ...strapiColumns(userId, now) })
      .onConflict(['entry_uid', 'entry_document_id'])
      .merge(['reason', 'rule', 'updated_at', 'updated_by_id']);
  },
  clear: async (trx: Knex.Transaction, entry: EntryRef): Promise<void> => {
    await rows(strapi, trx, 'exclusion').where(entryColumns(entry)).delete();
  },
});

/** An entry as both of our tables about entries name it. */
export const entryColumns = ({ uid, documentId }: EntryRef) => ({ entry_uid: uid, entry_document_id: documentId });

const readReason = (value: string): ExclusionReason => EXCLUSION_REASONS.find((reason) => reason === value) ?? 'other';

interface Row {
  readonly entryDocumentId: string;
  readonly reason: string;
}
