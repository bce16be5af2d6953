import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { AUDIT_DEFINITIONS, TABLES } from '../audit/tables';
import { CONSUMPTION_DEFINITIONS } from '../consumption/tables';
import { OPERATION_DEFINITIONS } from '../operations/tables';
import { inTransaction } from '../transaction';
import { createTable } from './definition';
import { alone, openMeta } from './lock';
import { BASE, STEPS } from './steps';

const DEFINITIONS = [...AUDIT_DEFINITIONS, ...OPERATION_DEFINITIONS, ...CONSUMPTION_DEFINITIONS];

/** The plain tables of ours, by name. */
export const PLAIN_TABLES: readonly string[] = [TABLES.meta, ...DEFINITIONS.map(({ name }) => name)];

/** The schema that this version knows. */
const NEWEST = Math.max(BASE, ...STEPS.map(({ no }) => no));

/**
 * Makes the plain tables on the first start, and leads those of an earlier version on to the present schema, a step in
 * a transaction. Of several instances that start together one works and the others find it done.
 */
export const prepareTables = async (strapi: Core.Strapi): Promise<void> => {
  await openMeta(strapi);
  for (let more = true; more;) more = await inTransaction(strapi, (trx) => alone(trx, () => advance(trx)));
};

/** Removes them for good. */
export const dropTables = async (strapi: Core.Strapi): Promise<void> => {
  for (const table of PLAIN_TABLES) await strapi.db.connection.schema.dropTableIfExists(table);
};

/** Takes one step; `false` when none was left. */
const advance = async (trx: Knex.Transaction): Promise<boolean> => {
  const row: { readonly schema_no: number } | undefined = await trx(TABLES.meta).first('schema_no');
  if (row === undefined) {
    for (const definition of DEFINITIONS) await createTable(trx, definition);
    await trx(TABLES.meta).insert({ schema_no: NEWEST, library_id: '' });
    return false;
  }
  if (row.schema_no < BASE) {
    // Before the first release these were derived data, made anew with every change.
    for (const { name } of AUDIT_DEFINITIONS) await trx.schema.dropTableIfExists(name);
    for (const definition of DEFINITIONS) await createTable(trx, definition);
    await trx(TABLES.meta).update({ schema_no: BASE });
    return true;
  }
  if (row.schema_no > NEWEST) throw new Error(tooNew(row.schema_no));
  const step = STEPS.find(({ no }) => no > row.schema_no);
  if (step === undefined) return false;
  await step.run(trx);
  await trx(TABLES.meta).update({ schema_no: step.no });
  return true;
};

const tooNew = (no: number): string =>
  `Content Strategy: a newer version of the plugin has used this database (schema ${no}; this version knows ${NEWEST}). ` +
  'Nothing was changed. Install the newer version again, or start with the plugin switched off: it keeps its data.';
