import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/** What people did to many entries at once: no derived data, so these tables are migrated and never dropped but by purge. */
export const OPERATION_TABLES = {
  operations: 'cs_operations',
  journal: 'cs_operation_entries',
  gate: 'cs_placing_gate',
} as const;

const { operations, journal, gate } = OPERATION_TABLES;

/** Creates what is missing. In no transaction: MySQL would commit it at every table. */
export const createOperationTables = async (strapi: Core.Strapi): Promise<void> => {
  const db = strapi.db.connection;
  await createMissing(db, operations, (table) => {
    table.increments('id');
    table.string('kind', 16).notNullable();
    table.string('name', 255).nullable();
    table.string('status', 16).notNullable();
    table.integer('user_id').nullable();
    table.bigInteger('at').notNullable();
    table.bigInteger('undone_at').nullable();
    table.text('counts').notNullable();
  });
  if (!(await db.schema.hasColumn(operations, 'applied_no'))) {
    await db.schema.alterTable(operations, (table) => void table.integer('applied_no').nullable());
  }
  await createMissing(db, journal, (table) => {
    table.integer('operation_id').notNullable();
    table.integer('no').notNullable();
    table.string('entry_uid', 255).notNullable();
    table.string('entry_document_id', 255).notNullable();
    table.text('before', 'mediumtext').notNullable();
    table.text('after', 'mediumtext').notNullable();
    table.primary(['operation_id', 'no']);
  });
  await createMissing(db, gate, (table) => {
    table.integer('id').primary();
  });
  await db(gate).insert({ id: 1 }).onConflict('id').ignore();
};

/** Removes them for good. */
export const dropOperationTables = async (strapi: Core.Strapi): Promise<void> => {
  for (const table of Object.values(OPERATION_TABLES)) await strapi.db.connection.schema.dropTableIfExists(table);
};

/**
 * Entries are placed one by one beside each other, but many at once alone: locking all of their rows instead could
 * deadlock with the host's own publishing.
 */
export const enterGate = async (trx: Knex.Transaction, mode: 'one' | 'many'): Promise<void> => {
  const row = trx(gate).where({ id: 1 }).select('id');
  await (mode === 'many' ? row.forUpdate() : row.forShare());
};

const createMissing = async (
  db: Knex,
  name: string,
  build: (table: Knex.CreateTableBuilder) => void
): Promise<void> => {
  if (!(await db.schema.hasTable(name))) await db.schema.createTable(name, build);
};
