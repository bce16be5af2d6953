import type { Knex } from 'knex';
import type { EntryRef } from '../../core/vocabulary';
import type { EntryState, StateChange } from '../entry-states';
import { OPERATION_TABLES } from './tables';

/** What one operation did to one entry. */
export interface JournalEntry extends EntryRef, StateChange {}

/** Writes down entries of an operation, counted on from `firstNo`. */
export const writeJournal = async (
  trx: Knex.Transaction,
  operationId: number,
  firstNo: number,
  entries: readonly JournalEntry[]
): Promise<void> => {
  if (entries.length === 0) return;
  await trx(journal).insert(
    entries.map(({ uid, documentId, before, after }, at) => ({
      operation_id: operationId,
      no: firstNo + at,
      entry_uid: uid,
      entry_document_id: documentId,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
    }))
  );
};

/** An entry of an operation, with its number in it. */
export type NumberedEntry = JournalEntry & { readonly no: number };

/** The next entries of an operation after a number, in order. */
export const readJournal = async (
  trx: Knex.Transaction,
  operationId: number,
  afterNo: number,
  limit: number
): Promise<readonly NumberedEntry[]> => {
  const found: readonly JournalRow[] = await trx(journal)
    .where({ operation_id: operationId })
    .where('no', '>', afterNo)
    .orderBy('no')
    .limit(limit);
  return found.map((row) => ({
    no: row.no,
    uid: row.entry_uid,
    documentId: row.entry_document_id,
    before: readState(row.before),
    after: readState(row.after),
  }));
};

/** Rows from before there were decisions have none. */
const readState = (json: string): EntryState => ({
  decision: null,
  ...(JSON.parse(json) as Omit<EntryState, 'decision'>),
});

/** Forgets that an operation touched some entries. */
export const dropFromJournal = async (
  trx: Knex.Transaction,
  operationId: number,
  entries: readonly Pick<NumberedEntry, 'no'>[]
): Promise<void> => {
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const some = entries.slice(from, from + AT_ONCE).map(({ no }) => no);
    await trx(journal).where({ operation_id: operationId }).whereIn('no', some).delete();
  }
};

const AT_ONCE = 500;

const { journal } = OPERATION_TABLES;

interface JournalRow {
  readonly no: number;
  readonly entry_uid: string;
  readonly entry_document_id: string;
  readonly before: string;
  readonly after: string;
}
