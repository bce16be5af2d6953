import { OPERATION_TABLES } from '../../../server/stores/operations/tables';
import { CONSUMPTION_TABLES } from '../../../server/stores/consumption/tables';
import { ownTable } from '../../../server/stores/tables';
import type { Host } from '../host';

/** Remembers what people have decided; answers how to have it that way again, whatever requests have changed since. */
export const keepDecided = async ({ strapi }: Host): Promise<() => Promise<void>> => {
  const db = strapi.db.connection;
  const tables = [
    ...(['tag', 'exclusion', 'decision'] as const).map((name) => ownTable(strapi, name)),
    OPERATION_TABLES.operations,
    OPERATION_TABLES.journal,
    CONSUMPTION_TABLES.overrides,
    CONSUMPTION_TABLES.moves,
    CONSUMPTION_TABLES.imports,
  ];
  const kept = new Map<string, readonly object[]>();
  for (const table of tables) kept.set(table, await db(table));
  return async () => {
    for (const [table, rows] of kept) {
      await db(table).delete();
      for (const row of rows) await db(table).insert(row);
    }
  };
};
