import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Day } from '../../core/evidence/day';
import { grouped } from '../../core/grouped';
import { insertRows, type Column } from '../columns';
import { inRange, type EntryRange } from '../entry-range';
import { versionKey } from './keys';
import { CONSUMPTION_TABLES } from './tables';

/** When a version was published. */
export interface Publication extends PublicationDays {
  readonly uid: string;
  readonly documentId: string;
  readonly locale: string;
}

export interface PublicationDays {
  /** The first time. */
  readonly day: Day;
  /** The last time, where it had been seen unpublished for more than an hour; `null` where it never was. */
  readonly readableFrom: Day | null;
}

/** The publications recorded of a stretch of one type's entries, by `versionKey`. */
export const readPublications = async (
  strapi: Core.Strapi,
  uid: string,
  range: EntryRange
): Promise<ReadonlyMap<string, PublicationDays>> => {
  const rows: readonly Row[] = await inRange(
    strapi.db.connection(CONSUMPTION_TABLES.publications).where({ uid }),
    range
  ).select('document_id', 'locale', 'day', 'readable_from');
  return new Map(
    rows.map(({ document_id, locale, day, readable_from }) => [
      versionKey(document_id, locale),
      { day, readableFrom: readable_from },
    ])
  );
};

/** Records publications, over what was recorded before. */
export const writePublications = async (trx: Knex.Transaction, publications: readonly Publication[]): Promise<void> => {
  for (const [uid, ofType] of grouped(publications, (one) => one.uid)) {
    for (const [locale, some] of grouped(ofType, (one) => one.locale)) {
      for (let from = 0; from < some.length; from += AT_ONCE) {
        const ids = some.slice(from, from + AT_ONCE).map(({ documentId }) => documentId);
        await trx(CONSUMPTION_TABLES.publications).where({ uid, locale }).whereIn('document_id', ids).delete();
      }
    }
  }
  const rows = publications.map((one) => [one.uid, one.documentId, one.locale, one.day, one.readableFrom]);
  await insertRows(trx, CONSUMPTION_TABLES.publications, COLUMNS, rows);
};

/** Documents named by one statement. */
const AT_ONCE = 500;

const COLUMNS: readonly Column[] = [
  { name: 'uid', type: 'key' },
  { name: 'document_id', type: 'key' },
  { name: 'locale', type: 'key' },
  { name: 'day', type: 'integer' },
  { name: 'readable_from', type: 'integer', nullable: true },
];

interface Row {
  readonly document_id: string;
  readonly locale: string;
  readonly day: number;
  readonly readable_from: number | null;
}
