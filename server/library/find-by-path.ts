import type { Core } from '@strapi/strapi';
import type { Asset } from '../core/consumption/event';
import { frontValues, pathValues, spellings } from '../core/consumption/path-values';
import { pathOf } from '../core/import/url';
import { typeColumns, type AuditedType, type TypeColumns } from './type-columns';
import { loadHops, pathOfRow, type Row } from './variant';

/** Of a pattern that is the same for all entries so many rows are tried. */
const ROWS = 1000;

/**
 * The published versions of a type that have one of these paths (as `pathOf` makes them), in one query: the pattern is
 * read backwards, because reading the whole type for every visit would be the end of the host.
 */
export const findByPath = async (
  strapi: Core.Strapi,
  type: AuditedType,
  paths: readonly string[]
): Promise<readonly (Asset & { readonly path: string })[]> => {
  const columns = await typeColumns(strapi, type);
  const { path: tokens } = columns;
  if (tokens === null) return [];
  const fitting = paths.flatMap((path) => [pathValues(tokens, path) ?? [], frontValues(tokens, path)].flat());
  if (fitting.length === 0) return [];
  const sought = new Set(paths);
  const rows = await readRows(strapi, type, columns, fitting);
  const hops = await loadHops(
    columns.pathHops,
    rows.map(({ id }) => id)
  );
  return rows.flatMap((row) => {
    const path = pathOf(pathOfRow(row, type, columns, hops) ?? '');
    const { document_id: documentId, locale } = row;
    const asset = { uid: type.uid, documentId, locale: type.localized ? String(locale ?? '') : '' };
    return sought.has(path) ? [{ ...asset, path }] : [];
  });
};

/** Every part of the pattern narrows them down: of many entries with the same year, say, few have the same category. */
const readRows = async (
  strapi: Core.Strapi,
  { uid }: AuditedType,
  { table, pathColumns, pathHops }: TypeColumns,
  fitting: readonly ReadonlyMap<string, string>[]
): Promise<readonly Row[]> => {
  const valuesOf = (name: string): readonly string[] => [
    ...new Set(fitting.flatMap((found) => spellings(found.get(name) ?? ''))),
  ];
  const query = strapi.db.getConnection(table).whereNotNull('published_at').orderBy('id');
  if (pathColumns.size + pathHops.size === 0) void query.limit(ROWS);
  for (const [field, column] of pathColumns) {
    const values = valuesOf(field);
    void query.whereIn(column, isNumber(strapi, uid, field) ? values.filter(isInteger) : values);
  }
  for (const [name, hop] of pathHops) hop.narrow(query, valuesOf(name));
  const selected = [...pathColumns].map(([name, own]) => [`path_${name}`, own] as const);
  return query.select<Row[]>({
    id: 'id',
    document_id: 'document_id',
    locale: 'locale',
    ...Object.fromEntries(selected),
  });
};

/** PostgreSQL compares a number with no text. */
const isNumber = (strapi: Core.Strapi, uid: string, field: string): boolean =>
  (strapi.db.metadata.get(uid).attributes[field] as { readonly type?: string } | undefined)?.type === 'integer';

const isInteger = (text: string): boolean => /^\d{1,9}$/.test(text);
