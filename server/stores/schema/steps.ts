import type { Knex } from 'knex';
import { TABLES } from '../audit/tables';
import { addColumns } from '../columns';
import { CONSUMPTION_DEFINITIONS, CONSUMPTION_TABLES } from '../consumption/tables';
import { OPERATION_TABLES } from '../operations/tables';
import { createTable } from './definition';
import { takeFromHistory } from './former-paths';

/** The schema of the first databases that steps lead on from. */
export const BASE = 8;

/**
 * What changed since, in order and for good: a step that was released never changes. Each is safe to take again, because
 * MySQL keeps what a step did before the server was killed.
 */
export const STEPS: readonly Step[] = [
  {
    no: 9,
    run: async (db) => {
      // Counters and operations of early databases lack these.
      const { days, publications } = CONSUMPTION_TABLES;
      await addColumn(db, days, 'named', (table) => table.bigInteger('named').notNullable().defaultTo(0));
      await addColumn(db, publications, 'readable_from', (table) => table.integer('readable_from').nullable());
      await addColumn(db, OPERATION_TABLES.operations, 'applied_no', (table) => table.integer('applied_no').nullable());
    },
  },
  {
    no: 10,
    run: async (db) => {
      // Empty until the next audit: not known.
      for (const period of ['30_days', '90_days', '12_months']) {
        const columns = [
          { name: `views_${period}`, type: 'bigint', nullable: true },
          { name: `missing_${period}`, type: 'integer', nullable: true },
        ] as const;
        for (const column of columns) {
          await addColumn(db, TABLES.views, column.name, (table) => addColumns(db, table, [column]));
        }
      }
    },
  },
  {
    no: 11,
    run: async (db) => {
      const { moves, former, otherPaths } = CONSUMPTION_TABLES;
      for (const definition of CONSUMPTION_DEFINITIONS) {
        if ([moves, former, otherPaths].some((name) => name === definition.name)) await createTable(db, definition);
      }
      await takeFromHistory(db);
    },
  },
];

interface Step {
  readonly no: number;
  readonly run: (db: Knex.Transaction) => Promise<void>;
}

/** Rows that are there already get the default, or nothing where the column may be empty. */
const addColumn = async (
  db: Knex,
  table: string,
  column: string,
  build: (table: Knex.AlterTableBuilder) => unknown
): Promise<void> => {
  if (await db.schema.hasColumn(table, column)) return;
  await db.schema.alterTable(table, (altered) => void build(altered));
};
