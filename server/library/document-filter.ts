import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { collationOf, type Collation } from './collation';

/** A condition on entries, as the host's own filters take it. */
export type DocumentFilter = Readonly<Record<string, unknown>>;

/** Which entries a condition leaves: those of a subquery's `column`, or all but those. */
export interface DocumentChoice {
  readonly operator: '$in' | '$notIn';
  /** Selects nothing yet. */
  readonly entries: Knex.QueryBuilder;
  readonly column: string;
}

/**
 * Conditions on document IDs by subquery, never by a list of IDs. `ownUid` is the content type whose table is as new
 * as those of the subqueries.
 */
export const createDocumentFilters = (strapi: Core.Strapi, ownUid: string) => {
  // Collations do not change while a host runs, and asking for them costs a query each.
  const collations = new Map<string, Promise<Collation | null>>();
  const collation = (uid: string): Promise<Collation | null> => {
    const known = collations.get(uid) ?? collationOf(strapi, uid);
    collations.set(uid, known);
    return known;
  };

  return async (uid: string, { operator, entries, column }: DocumentChoice): Promise<DocumentFilter> => {
    const [theirs, ours] = [await collation(uid), await collation(ownUid)];
    const isSame = theirs?.name === ours?.name;
    const selected = isSame || theirs === null ? column : converted(strapi, column, theirs);
    return { documentId: { [operator]: opaque(entries.select(selected)) } };
  };
};

/** MySQL refuses to compare texts of different collations; of ours and the host's, ours has to give way to its index. */
const converted = (strapi: Core.Strapi, column: string, { charset, name }: Collation): Knex.Raw =>
  strapi.db.connection.raw(`convert(?? using ${word(charset)}) collate ${word(name)}`, [column]);

/** Names of the database's own, which it takes nowhere as parameters. */
const word = (name: string): string => name.replace(/\W/g, '');

/**
 * Strapi walks into a filter's value when one of its keys is also a field of the content type, and knex's queries have
 * a `client`, as a case study may have; and others print filters as JSON, which a connection is not. A query without
 * visible keys is left alone.
 */
const opaque = (query: Knex.QueryBuilder): Knex.QueryBuilder => {
  for (const key of Object.keys(query)) Object.defineProperty(query, key, { enumerable: false });
  return query;
};
