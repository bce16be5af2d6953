import type { LibraryFacts, OwnerFacts } from '../core/audit/facts';
import { renderPath } from '../core/path-pattern';
import type { Hop } from './hop';
import { toInstant } from './instant';
import type { AuditedType, TypeColumns } from './type-columns';

/** A row of the host's table under the names that the reader gave its columns. */
export type Row = Readonly<Record<string, string | number | boolean | Date | null>> & {
  readonly id: number;
  readonly document_id: string;
};

/** The rows of one locale. */
export interface Versions {
  readonly draft: Row | undefined;
  readonly published: Row | undefined;
}

/** One-hop values of a chunk: by hop name, then by row. */
export type HopValues = ReadonlyMap<string, ReadonlyMap<number, string>>;

/** The hop that leads to the mapped owner. */
export const OWNER_HOP = 'owner';

/** Draft and published row of each locale. */
export const byLocale = (rows: readonly Row[]): readonly Versions[] => {
  const found: { readonly locale: unknown; draft: Row | undefined; published: Row | undefined }[] = [];
  for (const row of rows) {
    const locale = row['locale'];
    let versions = found.find((one) => one.locale === locale);
    if (versions === undefined) found.push((versions = { locale, draft: undefined, published: undefined }));
    if (row['published_at'] === null) versions.draft = row;
    else versions.published = row;
  }
  return found;
};

/** Facts come from the published row where there is one: an audit describes what customers can read. */
export const toVariant = (
  { draft, published }: Versions,
  type: AuditedType,
  columns: TypeColumns,
  values: HopValues,
  owners: ReadonlyMap<number, OwnerFacts>
): LibraryFacts => {
  const row = published ?? draft;
  if (row === undefined) throw new Error('A version has a draft or a published row');
  const draftEdited = toInstant(draft?.['updated_at']) ?? 0;
  const publishedEdited = toInstant(published?.['updated_at']) ?? 0;
  const isModified = draft !== undefined && draftEdited > publishedEdited;
  const locale = localeOf(row, type);
  return {
    locale,
    status: published === undefined ? 'draft' : isModified ? 'modified' : 'published',
    title: text(row['title']),
    path: pathOfRow(row, type, columns, values),
    owner: ownerOf(row, draft ?? row, columns, values, owners),
    createdAt: toInstant(row['created_at']) ?? 0,
    updatedAt: Math.max(draftEdited, publishedEdited),
    contentDate: toInstant(row['content_date']),
    expiresAt: toInstant(row['expires_at']),
    publishedAt: toInstant(published?.['published_at']),
  };
};

/** The version that a row is of; `''` for types without locales. */
export const localeOf = (row: Row, { localized }: Pick<AuditedType, 'localized'>): string =>
  localized ? (text(row['locale']) ?? '') : '';

/** The path of a row by its type's pattern; `null` where it has none or a part of it is missing. */
export const pathOfRow = (
  row: Row,
  { localized }: AuditedType,
  { path }: TypeColumns,
  values: HopValues
): string | null =>
  path &&
  renderPath(path, (token) => {
    if (token.kind === 'locale') return localized ? (text(row['locale']) ?? '') : '';
    if (token.kind === 'field') return text(row[`path_${token.field}`]);
    return values.get(`${token.relation}.${token.field}`)?.get(row.id) ?? null;
  });

/** The one-hop values of some rows, by a query for each hop. */
export const loadHops = async (
  hops: Iterable<readonly [string, Hop]>,
  rowIds: readonly number[]
): Promise<HopValues> => {
  const values = new Map<string, ReadonlyMap<number, string>>();
  for (const [name, hop] of hops) values.set(name, await hop.load(rowIds));
  return values;
};

const ownerOf = (
  row: Row,
  draft: Row,
  { owner }: TypeColumns,
  values: HopValues,
  owners: ReadonlyMap<number, OwnerFacts>
): OwnerFacts | null => {
  if (owner === null) return owners.get(Number(draft['created_by_id'] ?? 0)) ?? null;
  const value = 'column' in owner ? text(row['owner_value']) : (values.get(OWNER_HOP)?.get(row.id) ?? null);
  if (value === null) return null;
  if ('hop' in owner && owner.isAdminUser) return owners.get(Number(value)) ?? null;
  return { id: null, name: value, state: 'active' };
};

const text = (value: Row[string] | undefined): string | null =>
  value === null || value === undefined || value === '' ? null : String(value);
