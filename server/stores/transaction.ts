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
  if (strapi.db.inTransaction()) return joined(strapi, work);
  try {
    return await committed(strapi, work);
  } catch (error) {
    if (!isContention(error)) throw error;
    return committed(strapi, work);
  }
};

/**
 * Runs a write that must not harm the host's: within its transaction in a savepoint, because PostgreSQL refuses every
 * later statement of a transaction in which one has failed.
 */
export const inSavepoint = async <T>(strapi: Core.Strapi, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> =>
  strapi.db.inTransaction()
    ? joined(strapi, async (trx) => await trx.transaction((inner) => work(inner)))
    : inTransaction(strapi, work);

/** What tells the host's transaction from others; `null` outside of one. */
export const ambientTransaction = async (strapi: Core.Strapi): Promise<object | null> =>
  strapi.db.inTransaction() ? joined(strapi, (trx) => Promise.resolve(trx)) : null;

/** Within the host's transaction, which the host commits. */
const joined = <T>(strapi: Core.Strapi, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> =>
  strapi.db.transaction(({ trx }) => work(trx as Knex.Transaction)) as Promise<T>;

/**
 * In a transaction of its own, which has committed when this resolves. Knex's `commit` resolves as well when the
 * connection broke at it and nothing is stored: only the transaction's own promise tells.
 */
const committed = async <T>(strapi: Core.Strapi, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> => {
  let commit: Promise<unknown> | undefined;
  const result = await joined(strapi, (trx) => {
    commit = trx.executionPromise;
    return work(trx);
  });
  await commit;
  return result;
};

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
