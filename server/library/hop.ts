import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/** One step along a to-one relation to a scalar of its target. */
export interface Hop {
  /** The value for each of the rows that has one, in one query. */
  readonly load: (rowIds: readonly number[]) => Promise<ReadonlyMap<number, string>>;
  /** Keeps of a query of the type's rows those whose target may have one of some values. */
  readonly narrow: (query: Knex.QueryBuilder, values: readonly string[]) => void;
}

/** The type to which a relation leads, or `null` where the field is none. */
export const relationTarget = (strapi: Core.Strapi, uid: string, relation: string): string | null => {
  const attribute = strapi.db.metadata.get(uid).attributes[relation] as Relation | undefined;
  return attribute?.type === 'relation' ? (attribute.target ?? null) : null;
};

/** The hop from a type over a relation to a field of its target, or `null` where there is no such relation or field. */
export const hopTo = (strapi: Core.Strapi, uid: string, relation: string, field: string): Hop | null => {
  const attribute = strapi.db.metadata.get(uid).attributes[relation] as Relation | undefined;
  if (attribute?.type !== 'relation' || attribute.target === undefined) return null;
  const target = strapi.db.metadata.get(attribute.target);
  const column = field === 'id' ? 'id' : (target.attributes[field] as { columnName?: string } | undefined)?.columnName;
  if (column === undefined) return null;
  const own = strapi.db.metadata.get(uid).tableName;
  const { joinTable, joinColumn } = attribute;

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
  readonly type: string;
  readonly target?: string;
  readonly joinTable?: {
    readonly name: string;
    readonly joinColumn: { readonly name: string };
    readonly inverseJoinColumn: { readonly name: string };
  };
  readonly joinColumn?: { readonly name: string };
}
