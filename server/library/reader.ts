import type { Core } from '@strapi/strapi';
import type { LibraryFacts, OwnerFacts } from '../core/audit/facts';
import type { FactFields } from '../core/coverage/snapshot';
import { scalarColumn, typeColumns, type AuditedType, type TypeColumns } from './type-columns';
import { byLocale, loadHops, localeOf, OWNER_HOP, toVariant, type HopValues, type Row } from './variant';

/** What the host's library says of one entry. */
export interface LibraryEntry {
  readonly documentId: string;
  readonly variants: readonly LibraryFacts[];
}

/** Some entries in document ID order. `upTo` is the last one's ID where more may follow, `null` at the end. */
export interface LibraryChunk {
  /** Made one by one as they are asked for. */
  readonly entries: () => Iterable<LibraryEntry>;
  /** Of the entries' versions, each once; none for types without locales. */
  readonly locales: readonly string[];
  /** Shows every published version, without making entries of them. */
  readonly eachPublished: (see: (documentId: string, locale: string) => void) => void;
  readonly upTo: string | null;
  /** Database rows read. */
  readonly rows: number;
}

/** Reads one content type in place, by keyset: the database orders the keys, JavaScript never compares them. */
export interface LibraryReader {
  /** Through which fields the facts are read. */
  readonly fields: FactFields;
  readonly countRows: () => Promise<number>;
  /** Up to `limit` rows after an ID; the last document may be cut off by the limit and is left for the next chunk. */
  readonly read: (after: string, limit: number) => Promise<LibraryChunk>;
}

/** A reader of one type. `locales` in the order in which versions are shown, default first. */
export const createLibraryReader = async (
  strapi: Core.Strapi,
  type: AuditedType,
  context: { readonly locales: readonly string[]; readonly owners: ReadonlyMap<number, OwnerFacts> }
): Promise<LibraryReader> => {
  const columns = await typeColumns(strapi, type);
  const select = selectOf(strapi, type, columns);
  const order = new Map(context.locales.map((locale, at) => [locale, at]));
  const rank = ({ locale }: LibraryFacts): number => order.get(locale) ?? order.size;

  const read = async (after: string, limit: number): Promise<LibraryChunk> => {
    const rows = (await strapi.db
      .getConnection(columns.table)
      .select(select)
      .where('document_id', '>', after)
      .orderBy('document_id')
      .limit(limit)) as readonly Row[];
    const documents = groupByDocument(rows);
    const isLast = rows.length < limit;
    // One document alone may fill the chunk: read on with a larger one.
    if (!isLast && documents.length < 2) return read(after, limit * 2);
    const whole = isLast ? documents : documents.slice(0, -1);
    const values = await loadValues(columns, whole);
    return {
      *entries() {
        for (const versions of whole) {
          const variants = byLocale(versions).map((pair) => toVariant(pair, type, columns, values, context.owners));
          yield { documentId: versions[0].document_id, variants: variants.sort((a, b) => rank(a) - rank(b)) };
        }
      },
      locales: type.localized ? localesOf(rows) : [],
      eachPublished: (see) => {
        for (const row of whole.flat()) if (row['published_at'] !== null) see(row.document_id, localeOf(row, type));
      },
      upTo: isLast ? null : (whole.at(-1)?.[0].document_id ?? null),
      rows: whole.reduce((sum, { length }) => sum + length, 0),
    };
  };

  return {
    fields: columns.fields,
    read,
    countRows: async () => {
      const counting = strapi.db.getConnection(columns.table).count<{ total: number | string }[]>({ total: '*' });
      const [counted] = await counting;
      return Number(counted?.total ?? 0);
    },
  };
};

type Document = readonly [Row, ...Row[]];

const selectOf = (
  strapi: Core.Strapi,
  { uid }: AuditedType,
  columns: TypeColumns
): Readonly<Record<string, string>> => {
  const optional: readonly (readonly [string, string | null])[] = [
    ['title', columns.title],
    ['content_date', columns.contentDate],
    ['expires_at', columns.expiry],
    ['owner_value', columns.owner !== null && 'column' in columns.owner ? columns.owner.column : null],
    ...[...columns.pathColumns].map(([field, column]) => [`path_${field}`, column] as const),
  ];
  return {
    id: 'id',
    document_id: 'document_id',
    locale: 'locale',
    published_at: 'published_at',
    created_at: 'created_at',
    updated_at: 'updated_at',
    ...(hasCreator(strapi, uid) ? { created_by_id: 'created_by_id' } : {}),
    ...Object.fromEntries(optional.filter((pair): pair is readonly [string, string] => pair[1] !== null)),
  };
};

const hasCreator = (strapi: Core.Strapi, uid: string): boolean => {
  const attribute = strapi.db.metadata.get(uid).attributes['createdBy'];
  return attribute !== undefined && scalarColumn(strapi, uid, 'createdBy') === null;
};

const groupByDocument = (rows: readonly Row[]): readonly Document[] => {
  const documents: [Row, ...Row[]][] = [];
  for (const row of rows) {
    const last = documents.at(-1);
    if (last?.[0].document_id === row.document_id) last.push(row);
    else documents.push([row]);
  }
  return documents;
};

const localesOf = (rows: readonly Row[]): readonly string[] => {
  const locales = new Set(rows.map(({ locale }) => locale));
  return [...locales].filter((locale): locale is string => typeof locale === 'string' && locale !== '');
};

const loadValues = async ({ pathHops, owner }: TypeColumns, documents: readonly Document[]): Promise<HopValues> => {
  const hops = owner !== null && 'hop' in owner ? [...pathHops, [OWNER_HOP, owner.hop] as const] : [...pathHops];
  if (hops.length === 0) return new Map();
  return loadHops(
    hops,
    documents.flatMap((rows) => rows.map(({ id }) => id))
  );
};
