import type { Knex } from 'knex';
import { isOneOf } from '../library/access';
import type { EntriesInSight } from '../library/entries-in-sight';

/** Keeps of a query on a table about entries the rows about those that a user may read; for `modify` and `where`. */
export const inSight =
  ({ isAll, whole, parts }: EntriesInSight, { uid = 'entry_uid', documentId = 'entry_document_id' } = {}) =>
  (query: Knex.QueryBuilder): void => {
    if (isAll) return;
    void query.where((some) => {
      void some.whereIn(uid, [...whole]);
      for (const [type, documents] of parts) {
        void some.orWhere((one) => void one.where(uid, type).whereRaw(...isOneOf(documentId, documents)));
      }
    });
  };
