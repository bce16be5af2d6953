import type { Core } from '@strapi/strapi';
import type { OwnerFacts, VariantFacts } from '../core/audit/facts';
import { renderPath } from '../core/path-pattern';
import { toInstant } from './instant';
import { scalarColumn, typeColumns, type AuditedType, type TypeColumns } from './type-columns';

/** What the host's library says of one entry. `creatorId` is the admin user who made its first version's row. */
export interface LibraryEntry {
  readonly documentId: string;
  readonly variants: readonly VariantFacts[];
}

/** Some entries in document ID order. `upTo` is the last one's ID where more may follow, `null` at the end. */
export interface LibraryChunk {
  readonly entries: readonly LibraryEntry[];
  readonly upTo: string | null;
  /** Database rows read. */
  readonly rows: number;
}

/** Reads one content type in place, by keyset: the database orders the keys, JavaScript never compares them. */
export interface LibraryReader {
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
  const rank = ({ locale }: VariantFacts): number => order.get(locale) ?? order.size;

  const read = async (after: string, limit: number): Promise<LibraryChunk> => {
    const rows: readonly Row[] = await strapi.db
      .getConnection(columns.table)
      .select(select)
      .where('document_id', '>', after)
      .orderBy('document_id')
      .limit(limit);
    const documents = groupByDocument(rows);
    const isLast = rows.length < limit;
    // One document alone may fill the chunk: read on with a larger one.
    if (!isLast && documents.length < 2) return read(after, limit * 2);
    const whole = isLast ? documents : documents.slice(0, -1);
    const values = await loadValues(columns, whole.flat());
    return {
      entries: whole.map((versions) => ({
        documentId: versions[0].document_id,
        variants: byLocale(versions)
          .map((pair) => toVariant(pair, type, columns, values, context.owners))
          .sort((a, b) => rank(a) - rank(b)),
      })),
      upTo: isLast ? null : (whole.at(-1)?.[0].document_id ?? null),
      rows: whole.reduce((sum, { length }) => sum + length, 0),
    };
  };

  return {
    read,
    countRows: async () => {
      const [counted] = await strapi.db.getConnection(columns.table).count({ total: '*' });
      return Number(counted?.['total'] ?? 0);
    },
  };
};

type Row = Readonly<Record<string, unknown>> & { readonly id: number; readonly document_id: string };
type Document = readonly [Row, ...Row[]];
/** The rows of one locale. */
interface Versions {
  readonly draft: Row | undefined;
  readonly published: Row | undefined;
}
/** One-hop values of a chunk: by hop name, then by row. */
type HopValues = ReadonlyMap<string, ReadonlyMap<number, string>>;
const OWNER = 'owner';

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

const loadValues = async ({ pathHops, owner }: TypeColumns, rows: readonly Row[]): Promise<HopValues> => {
  const ids = rows.map(({ id }) => id);
  const hops = owner !== null && 'hop' in owner ? [...pathHops, [OWNER, owner.hop] as const] : [...pathHops];
  const values = new Map<string, ReadonlyMap<number, string>>();
  for (const [name, hop] of hops) values.set(name, await hop.load(ids));
  return values;
};

const byLocale = (rows: Document): readonly Versions[] => {
  const locales = new Map<unknown, Versions>();
  for (const row of rows) {
    const versions = locales.get(row['locale']) ?? { draft: undefined, published: undefined };
    locales.set(
      row['locale'],
      row['published_at'] === null ? { ...versions, draft: row } : { ...versions, published: row }
    );
  }
  return [...locales.values()];
};

/** Facts come from the published row where there is one: an audit describes what customers can read. */
const toVariant = (
  { draft, published }: Versions,
  type: AuditedType,
  columns: TypeColumns,
  values: HopValues,
  owners: ReadonlyMap<number, OwnerFacts>
): VariantFacts => {
  const row = published ?? draft;
  if (row === undefined) throw new Error('A version has a draft or a published row');
  const draftEdited = toInstant(draft?.['updated_at']) ?? 0;
  const publishedEdited = toInstant(published?.['updated_at']) ?? 0;
  const isModified = draft !== undefined && draftEdited > publishedEdited;
  const text = (value: unknown): string | null =>
    value === null || value === undefined || value === '' ? null : String(value);
  const locale = type.localized ? (text(row['locale']) ?? '') : '';
  return {
    locale,
    status: published === undefined ? 'draft' : isModified ? 'modified' : 'published',
    title: text(row['title']),
    path:
      columns.path === null
        ? null
        : renderPath(columns.path, (token) => {
            if (token.kind === 'locale') return locale;
            if (token.kind === 'field') return text(row[`path_${token.field}`]);
            return values.get(`${token.relation}.${token.field}`)?.get(row.id) ?? null;
          }),
    owner: ownerOf(row, draft ?? row, columns, values, owners),
    createdAt: toInstant(row['created_at']) ?? 0,
    updatedAt: Math.max(draftEdited, publishedEdited),
    contentDate: toInstant(row['content_date']),
    expiresAt: toInstant(row['expires_at']),
  };
};

const ownerOf = (
  row: Row,
  draft: Row,
  { owner }: TypeColumns,
  values: HopValues,
  owners: ReadonlyMap<number, OwnerFacts>
): OwnerFacts | null => {
  if (owner === null) return owners.get(Number(draft['created_by_id'] ?? 0)) ?? null;
  const value = 'column' in owner ? row['owner_value'] : values.get(OWNER)?.get(row.id);
  if (value === null || value === undefined || value === '') return null;
  if ('hop' in owner && owner.isAdminUser) return owners.get(Number(value)) ?? null;
  return { id: null, name: String(value), state: 'active' };
};
