import type { Core } from '@strapi/strapi';
import { entryKey, type EntryRef } from '../../core/vocabulary';
import type { UserAbility } from '../../library/access';
import { readableDocuments } from '../../library/entry-access';
import { placedDocuments } from '../../stores/placed-documents';
import { inTransaction } from '../../stores/transaction';
import { yieldToHost } from '../audit/pace';
import type { Staged } from './staging';

const CHUNK = 500;

/**
 * *Replace*: the placed entries of the sheet's content types that none of its rows is about, as far as the user may
 * read them. A row that is rejected spares its entry: what somebody meant to keep must not go for a typing error.
 */
export const findRemovals = async (
  strapi: Core.Strapi,
  ability: UserAbility,
  { entries, spared }: Staged
): Promise<readonly EntryRef[]> => {
  const removals: EntryRef[] = [];
  const kept = new Set(spared.map(entryKey));
  for (const uid of new Set([...entries.keys(), ...spared.map((one) => one.uid)])) {
    for (let after: string | undefined = ''; after !== undefined;) {
      const from: string = after;
      const placed = await inTransaction(strapi, (trx) =>
        placedDocuments(strapi, trx, uid, { after: from, limit: CHUNK })
      );
      const missing = placed.filter(
        (documentId) => !entries.get(uid)?.has(documentId) && !kept.has(entryKey({ uid, documentId }))
      );
      const readable = await readableDocuments(strapi, ability, uid, missing);
      for (const documentId of missing) if (readable.has(documentId)) removals.push({ uid, documentId });
      after = placed.length < CHUNK ? undefined : placed.at(-1);
      await yieldToHost();
    }
  }
  return removals;
};
