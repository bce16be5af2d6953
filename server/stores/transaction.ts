import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/**
 * Runs a write in the host's transaction if there is one, else in one of its own, which is tried once more when
 * another writer got in between (deadlock, serialization, two first rows at once).
 */
export const inTransaction = async <T>(
  strapi: Core.Strapi,
  work: (trx: Knex.Transaction) => Promise<T>
): Promise<T> => {
  const run = async (): Promise<T> => await strapi.db.transaction(({ trx }) => work(trx as Knex.Transaction));
  if (strapi.db.inTransaction()) return run();
  try {
    return await run();
  } catch (error) {
    if (!isContention(error)) throw error;
    return run();
  }
};

/**
 * Runs a write that must not harm the host's: within its transaction in a savepoint, because PostgreSQL refuses every
 * later statement of a transaction in which one has failed.
 */
export const inSavepoint = async <T>(strapi: Core.Strapi, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> =>
  strapi.db.inTransaction()
    ? await strapi.db.transaction(({ trx }) => (trx as Knex.Transaction).transaction((inner) => work(inner)))
    : inTransaction(strapi, work);

const CONTENTION = new Set([
  '40001',
  '40P01',
  '23505',
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD',
  'ER_DUP_ENTRY',
  'SQLITE_BUSY',
  'SQLITE_CONSTRAINT_UNIQUE',
]);

const isContention = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && CONTENTION.has(String(error.code));
