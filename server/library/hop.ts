import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { NameablePath } from './nameable';

/** One step along a to-one relation to a value of its target. */
export interface Hop {
  /** The value for each of the rows that has one, in one query. */
  readonly load: (rowIds: readonly number[]) => Promise<ReadonlyMap<number, string>>;
  /** Keeps of a query of the type's rows those whose target may have one of some values. */
  readonly narrow: (query: Knex.QueryBuilder, values: readonly string[]) => void;
}

/** The hop along a path that may be named; `ids`: to the target itself, of which only the id is read. */
export const hopAlong = (strapi: Core.Strapi, path: NameablePath, to: 'value' | 'ids' = 'value'): Hop | null => {
  if (path.step?.kind !== 'relation') return null;
  const { joinTable, joinColumn } = strapi.db.metadata.get(path.uid).attributes[path.field] as Relation;
  const target = strapi.db.metadata.get(path.step.target);
  const { columnName } = target.attributes[path.step.inner] as { readonly columnName?: string };
  const column = to === 'ids' ? 'id' : columnName;
  if (column === undefined) return null;
  const own = strapi.db.metadata.get(path.uid).tableName;

  const rowsOf = (rowIds: readonly number[]): Promise<readonly { row_id: number; value: string | number | null }[]> => {
    if (joinTable !== undefined) {
      return strapi.db
        .getConnection(`${joinTable.name} as link`)
        .join(`${target.tableName} as target`, 'target.id', `link.${joinTable.inverseJoinColumn.name}`)
        .whereIn(`link.${joinTable.joinColumn.name}`, rowIds)
        .select({ row_id: `link.${joinTable.joinColumn.name}`, value: `target.${column}` });
    }
    if (joinColumn === undefined) return Promise.resolve([]);
    return strapi.db
      .getConnection(`${own} as own`)
      .join(`${target.tableName} as target`, 'target.id', `own.${joinColumn.name}`)
      .whereIn('own.id', rowIds)
      .select({ row_id: 'own.id', value: `target.${column}` });
  };

  const narrow = (query: Knex.QueryBuilder, values: readonly string[]): void => {
    const targets = strapi.db
      .getConnection(target.tableName)
      .whereIn(column, [...values])
      .select('id');
    if (joinTable !== undefined) {
      const links = strapi.db.getConnection(joinTable.name).whereIn(joinTable.inverseJoinColumn.name, targets);
      void query.whereIn('id', links.select(joinTable.joinColumn.name));
    } else if (joinColumn !== undefined) void query.whereIn(joinColumn.name, targets);
  };

  return {
    narrow,
    load: async (rowIds) => {
      const rows = rowIds.length === 0 ? [] : await rowsOf(rowIds);
      return new Map(rows.flatMap(({ row_id, value }) => (value === null ? [] : [[row_id, String(value)] as const])));
    },
  };
};

interface Relation {
  readonly joinTable?: {
    readonly name: string;
    readonly joinColumn: { readonly name: string };
    readonly inverseJoinColumn: { readonly name: string };
  };
  readonly joinColumn?: { readonly name: string };
}
