import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { TABLES } from '../audit/tables';
import { clientOf } from '../columns';

/** SQLite locks by writing, for which something has to be there. Elsewhere a lock comes first. */
export const openMeta = async (strapi: Core.Strapi): Promise<void> => {
  const db = strapi.db.connection;
  if (clientOf(db) === 'sqlite') await createMeta(db);
};

/** Does work on the tables while no other instance does. */
export const alone = async <T>(trx: Knex.Transaction, work: () => Promise<T>): Promise<T> => {
  const client = clientOf(trx);
  if (client === 'mysql') return byName(trx, work);
  if (client === 'sqlite') await trx(TABLES.meta).update({ schema_no: trx.ref('schema_no') });
  else {
    await trx.raw('select pg_advisory_xact_lock(?)', [LOCK]);
    await createMeta(trx);
  }
  return work();
};

/** Any number that others are not likely to lock by: "cstr". */
const LOCK = 0x63737472;

/** MySQL commits at every table, and its locks with it; this one stays until it is given back. */
const byName = async <T>(trx: Knex.Transaction, work: () => Promise<T>): Promise<T> => {
  const [[row]] = (await trx.raw(`select get_lock(${NAME}, ${PATIENCE}) as taken`)) as [[{ readonly taken: unknown }]];
  if (Number(row.taken) !== 1) throw new Error('Content Strategy: another instance is changing the tables still.');
  try {
    await createMeta(trx);
    return await work();
  } finally {
    await trx.raw(`select release_lock(${NAME})`);
  }
};

/** Names are the server's, not the database's, and short. */
const NAME = `concat('content-strategy ', md5(database()))`;
/** In seconds: a step may go through a large table. */
const PATIENCE = 600;

const createMeta = async (db: Knex): Promise<void> => {
  await db.raw('create table if not exists ?? (schema_no integer not null, library_id varchar(64) not null)', [
    TABLES.meta,
  ]);
};
