import type { Core } from '@strapi/strapi';
import type { Asset } from '../core/consumption/event';
import { pathValues, spellings } from '../core/consumption/path-values';
import { pathOf } from '../core/import/url';
import { typeColumns, type AuditedType, type TypeColumns } from './type-columns';
import { loadHops, pathOfRow, type Row } from './variant';

/** Of a pattern without fields of its own so many rows are tried: more entries than that share a path. */
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
  const fitting = paths.flatMap((path) => pathValues(tokens, path) ?? []);
  if (fitting.length === 0) return [];
  const sought = new Set(paths);
  const field = [...columns.pathColumns.keys()].at(-1);
  const values = fitting.flatMap((found) => spellings(found.get(field ?? '') ?? ''));
  const rows = await readRows(strapi, type, columns, field, values);
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

const readRows = async (
  strapi: Core.Strapi,
  { uid }: AuditedType,
  { table, pathColumns }: TypeColumns,
  field: string | undefined,
  values: readonly string[]
): Promise<readonly Row[]> => {
  const query = strapi.db.getConnection(table).whereNotNull('published_at').limit(ROWS).orderBy('id');
  const column = pathColumns.get(field ?? '');
  if (field !== undefined && column !== undefined) {
    void query.clear('limit').whereIn(column, isNumber(strapi, uid, field) ? values.filter(isInteger) : values);
  }
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
