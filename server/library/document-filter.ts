import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { remembered } from '../core/remembered';
import { collationOf, inCollation, type Collation } from './collation';

/** A condition on entries, as the host's own filters take it. */
export type DocumentFilter = Readonly<Record<string, unknown>>;

/** Where the document IDs of subqueries stand: a column of a table that is as new as the plugin. */
interface OwnColumn {
  readonly uid: string;
  readonly column: string;
}

/**
 * Conditions on entries by subquery, never by a list of IDs: those that a query on one of our tables finds, or all but
 * those. The query selects nothing yet.
 */
export const createDocumentFilters = (strapi: Core.Strapi, own: OwnColumn) => {
  // Collations do not change while a host runs, and asking for them costs a query each.
  const collation = remembered((uid: string) => collationOf(strapi, uid));

  return async (uid: string, operator: '$in' | '$notIn', entries: Knex.QueryBuilder): Promise<DocumentFilter> => {
    const [theirs, ours] = [await collation(uid), await collation(own.uid)];
    const isSame = theirs === null || theirs.name === ours?.name;
    void entries.select(isSame ? own.column : converted(strapi, own.column, theirs));
    return { documentId: { [operator]: opaque(entries) } };
  };
};

/** MySQL refuses to compare texts of different collations; of ours and the host's, ours has to give way to its index. */
const converted = (strapi: Core.Strapi, column: string, theirs: Collation): Knex.Raw =>
  strapi.db.connection.raw(inCollation(theirs), [column]);

/**
 * Strapi walks into a filter's value when one of its keys is also a field of the content type, and knex's queries have
 * a `client`, as a case study may have; and others print filters as JSON, which a connection is not. A query without
 * visible keys is left alone.
 */
const opaque = (query: Knex.QueryBuilder): Knex.QueryBuilder => {
  for (const key of Object.keys(query)) Object.defineProperty(query, key, { enumerable: false });
  return query;
};
