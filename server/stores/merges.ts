import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { entryKey, type EntryRef } from '../core/vocabulary';
import { readDecisionsOf } from './decisions';

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
