import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Day } from '../../core/evidence/day';
import type { EntryRange } from '../audit/inventory-writer';
import { insertRows, type Column } from '../columns';
import { versionKey } from './keys';
import { CONSUMPTION_TABLES } from './tables';

/** The day on which a version was first published. */
export interface Publication {
  readonly uid: string;
  readonly documentId: string;
  readonly locale: string;
  readonly day: Day;
}

/** The first publications recorded of a stretch of one type's entries, by `versionKey`. */
export const readPublications = async (
  strapi: Core.Strapi,
  uid: string,
  range: EntryRange
): Promise<ReadonlyMap<string, Day>> => {
  const rows: readonly { readonly document_id: string; readonly locale: string; readonly day: number }[] =
    await strapi.db
      .connection(CONSUMPTION_TABLES.publications)
      .where({ uid })
      .where('document_id', '>', range.after)
      .modify((query) => {
        if (range.upTo !== null) void query.where('document_id', '<=', range.upTo);
      })
      .select('document_id', 'locale', 'day');
  return new Map(rows.map(({ document_id, locale, day }) => [versionKey(document_id, locale), day]));
};

/** Records first publications, over what was recorded before. */
export const writePublications = async (trx: Knex.Transaction, publications: readonly Publication[]): Promise<void> => {
  for (const [uid, ofType] of grouped(publications, (one) => one.uid)) {
    for (const [locale, some] of grouped(ofType, (one) => one.locale)) {
      for (let from = 0; from < some.length; from += AT_ONCE) {
        const ids = some.slice(from, from + AT_ONCE).map(({ documentId }) => documentId);
        await trx(CONSUMPTION_TABLES.publications).where({ uid, locale }).whereIn('document_id', ids).delete();
      }
    }
  }
  const rows = publications.map(({ uid, documentId, locale, day }) => [uid, documentId, locale, day]);
  await insertRows(trx, CONSUMPTION_TABLES.publications, COLUMNS, rows);
};

/** Documents named by one statement. */
const AT_ONCE = 500;

const COLUMNS: readonly Column[] = [
  { name: 'uid', type: 'key' },
  { name: 'document_id', type: 'key' },
  { name: 'locale', type: 'key' },
  { name: 'day', type: 'integer' },
];

const grouped = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
};
