import type { Core } from '@strapi/strapi';
import type { Published } from '../../core/evidence/evidence';
import { OPEN, TABLES } from './tables';

/** A published version as the newest audit knows it. */
export interface PublishedVersion extends Published {
  readonly documentId: string;
  /** `0`: of a type without locales. */
  readonly localeNo: number;
  readonly path: string | null;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** Those of some entries. */
export interface PublishedStretch {
  readonly versions: readonly PublishedVersion[];
  /** The last of the entries; `null`: there are no more. */
  readonly upTo: string | null;
}

/** The published versions of a type's next entries, in the database's own order, every version of an entry together. */
export const readPublishedVersions = async (
  strapi: Core.Strapi,
  { typeNo, localized }: { readonly typeNo: number; readonly localized: boolean },
  after: string
): Promise<PublishedStretch> => {
  const rows: readonly Row[] = await strapi.db
    .connection(TABLES.inventory)
    .where({ type_no: typeNo })
    .where('document_id', '>', after)
    .where('valid_to', '>', OPEN - 1)
    .where('locale_no', localized ? '>' : '=', 0)
    .whereNotNull('first_published')
    .orderBy('document_id')
    .limit(ROWS)
    .select('document_id', 'locale_no', 'path', 'created_at', 'first_published', 'readable_from');
  const last = rows.length < ROWS ? undefined : rows.at(-1)?.document_id;
  // Of the last entry there may be more.
  const whole = last === undefined ? rows : rows.filter(({ document_id }) => document_id !== last);
  return {
    versions: whole.map((row) => ({
      documentId: row.document_id,
      localeNo: row.locale_no,
      path: row.path,
      createdAt: Number(row.created_at),
      publishedOn: row.first_published,
      readableFrom: row.readable_from,
    })),
    upTo: last === undefined ? null : (whole.at(-1)?.document_id ?? null),
  };
};

/** More than an entry has versions. */
const ROWS = 1000;

/** Big integers are strings on PostgreSQL. */
interface Row {
  readonly document_id: string;
  readonly locale_no: number;
  readonly path: string | null;
  readonly created_at: number | string;
  readonly first_published: number | null;
  readonly readable_from: number | null;
}
