import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { CONSUMPTION_TABLES } from './consumption/tables';
import { rows } from './tables';

/** What people decided about entries, by the entry's type. */
const DECIDED = ['tag', 'exclusion', 'decision'] as const;

/** Content types about whose entries people have decided something, on the host or not. */
export const decidedTypes = async (strapi: Core.Strapi, trx: Knex.Transaction): Promise<ReadonlySet<string>> => {
  const types = new Set<string>();
  for (const name of DECIDED) {
    const found: readonly { readonly entry_uid: string }[] = await rows(strapi, trx, name).distinct('entry_uid');
    for (const { entry_uid } of found) types.add(entry_uid);
  }
  const mapped: readonly { readonly uid: string }[] = await trx(CONSUMPTION_TABLES.overrides).distinct('uid');
  // Paths that are of no entry have none.
  for (const { uid } of mapped) if (uid !== '') types.add(uid);
  return types;
};

/** Forgets where the entries of a type stand, what was decided of them, and paths mapped to them. */
export const forgetType = async (strapi: Core.Strapi, trx: Knex.Transaction, uid: string): Promise<void> => {
  for (const name of DECIDED) await rows(strapi, trx, name).where({ entry_uid: uid }).delete();
  await trx(CONSUMPTION_TABLES.overrides).where({ uid }).delete();
  await trx(CONSUMPTION_TABLES.former).where({ uid }).delete();
};
