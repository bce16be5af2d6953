import type { Knex } from 'knex';
import type { TableDefinition } from '../schema/definition';

/** What people did to many entries at once: no derived data, so these tables are migrated and never dropped but by purge. */
export const OPERATION_TABLES = {
  operations: 'cs_operations',
  journal: 'cs_operation_entries',
  gate: 'cs_placing_gate',
} as const;

const { operations, journal, gate } = OPERATION_TABLES;

/** As the present version has them; `server/stores/schema/steps.ts` leads earlier ones here. */
export const OPERATION_DEFINITIONS: readonly TableDefinition[] = [
  {
    name: operations,
    build: (table) => {
      table.increments('id');
      table.string('kind', 16).notNullable();
      table.string('name', 255).nullable();
      table.string('status', 16).notNullable();
      table.integer('user_id').nullable();
      table.bigInteger('at').notNullable();
      table.bigInteger('undone_at').nullable();
      table.text('counts').notNullable();
      table.integer('applied_no').nullable();
    },
  },
  {
    name: journal,
    build: (table) => {
      table.integer('operation_id').notNullable();
      table.integer('no').notNullable();
      table.string('entry_uid', 255).notNullable();
      table.string('entry_document_id', 255).notNullable();
      table.text('before', 'mediumtext').notNullable();
      table.text('after', 'mediumtext').notNullable();
      table.primary(['operation_id', 'no']);
    },
  },
  {
    name: gate,
    build: (table) => {
      table.integer('id').primary();
    },
    firstRow: { id: 1 },
  },
];

/**
 * Entries are placed one by one beside each other, but many at once alone: locking all of their rows instead could
 * deadlock with the host's own publishing.
 */
export const enterGate = async (trx: Knex.Transaction, mode: 'one' | 'many'): Promise<void> => {
  const row = trx(gate).where({ id: 1 }).select('id');
  await (mode === 'many' ? row.forUpdate() : row.forShare());
};
