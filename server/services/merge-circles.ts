import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { leadsBack } from '../core/merge-circle';
import { entryKey, type EntryRef } from '../core/vocabulary';
import { readMergesFrom } from '../stores/merges';

/** Tells of entries whether, merged into a target, they would in the end go into themselves, as is decided now. */
export const circlesThrough = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  target: EntryRef | null | undefined
): Promise<(entry: EntryRef) => boolean> => {
  if (!target) return () => false;
  const merges = await readMergesFrom(strapi, trx, [target]);
  return (entry) => leadsBack(entry, target, (one) => merges.get(entryKey(one)));
};
