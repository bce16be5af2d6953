import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Day } from '../../core/evidence/day';
import { inRange, type EntryRange } from '../entry-range';
import { versionKey } from './keys';
import { CONSUMPTION_TABLES } from './tables';

/** The last days on which versions in a stretch of one type's entries may have been read, by `versionKey`. */
export const readDoubts = (strapi: Core.Strapi, uid: string, range: EntryRange): Promise<ReadonlyMap<string, Day>> =>
  doubtsIn(inRange(strapi.db.connection(CONSUMPTION_TABLES.doubts).where({ uid }), range));

/** The same of one document. */
export const readDoubtsOf = (strapi: Core.Strapi, uid: string, documentId: string): Promise<ReadonlyMap<string, Day>> =>
  doubtsIn(strapi.db.connection(CONSUMPTION_TABLES.doubts).where({ uid, document_id: documentId }));

const doubtsIn = async (query: Knex.QueryBuilder): Promise<ReadonlyMap<string, Day>> => {
  const rows = await query.select<Row[]>('document_id', 'locale', 'last_day');
  return new Map(rows.map(({ document_id, locale, last_day }) => [versionKey(document_id, locale), last_day]));
};

interface Row {
  readonly document_id: string;
  readonly locale: string;
  readonly last_day: Day;
}
