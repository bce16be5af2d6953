import type { Knex } from 'knex';

/** A stretch of one type's entries in the database's own order of document IDs; `upTo` `null` is to the end. */
export interface EntryRange {
  readonly after: string;
  readonly upTo: string | null;
}

/** Keeps of a query the rows of a stretch, by the column that holds their document's ID. */
export const inRange = (
  query: Knex.QueryBuilder,
  { after, upTo }: EntryRange,
  column = 'document_id'
): Knex.QueryBuilder => {
  void query.where(column, '>', after);
  return upTo === null ? query : query.where(column, '<=', upTo);
};
