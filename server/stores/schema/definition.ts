import type { Knex } from 'knex';

/** A plain table of ours as a new database gets it, with the row that it never is without. */
export interface TableDefinition {
  readonly name: string;
  readonly build: (table: Knex.CreateTableBuilder, db: Knex) => void;
  readonly firstRow?: Readonly<Record<string, string | number>>;
}

/**
 * Makes a table. An empty one is made anew: MySQL makes a table and its indexes one after another, and a start that was
 * killed in between leaves some out.
 */
export const createTable = async (db: Knex, { name, build, firstRow }: TableDefinition): Promise<void> => {
  if (await db.schema.hasTable(name)) {
    if ((await db(name).first()) !== undefined) return;
    await db.schema.dropTable(name);
  }
  await db.schema.createTable(name, (table) => build(table, db));
  if (firstRow !== undefined) await db(name).insert(firstRow);
};
