import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { Refusal } from '../core/refusal';
import type { EntryRef } from '../core/vocabulary';
import type { UserAbility } from '../library/access';
import { anyRow, lockRow } from '../library/entries';
import { readableDocuments } from '../library/entry-access';
import { enterGate } from '../stores/operations/tables';
import { inTransaction } from '../stores/transaction';
import { service } from '.';

/** Plans and writes under a lock on the entry, so that what was planned on is still so when it is written. */
export const withEntryLocked = async (
  strapi: Core.Strapi,
  entry: EntryRef,
  write: (trx: Knex.Transaction) => Promise<void>,
  gate: 'one' | 'many' = 'one'
): Promise<void> => {
  await service(strapi, 'contentTypes').requireAudited(entry.uid);
  // Publishing replaces rows: one that went away in between is looked up again.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const row = await anyRow(strapi, entry);
    if (row === null) break;
    const isWritten = await inTransaction(strapi, async (trx) => {
      if (!(await lockRow(strapi, trx, entry, row))) return false;
      await enterGate(trx, gate);
      await write(trx);
      return true;
    });
    if (isWritten) return;
  }
  throw noSuchEntry(entry);
};

/** Refuses an entry that the user may not read exactly as one that does not exist. */
export const requireReadableEntry = async (
  strapi: Core.Strapi,
  entry: EntryRef,
  ability: UserAbility
): Promise<void> => {
  await service(strapi, 'contentTypes').requireAudited(entry.uid);
  const readable = await readableDocuments(strapi, ability, entry.uid, [entry.documentId]);
  if (!readable.has(entry.documentId)) throw noSuchEntry(entry);
};

export const noSuchEntry = ({ uid, documentId }: EntryRef): Refusal =>
  new Refusal('not-found', `\`documentId\`: there is no entry "${documentId}" of "${uid}", or you may not read it.`, {
    field: 'documentId',
  });
