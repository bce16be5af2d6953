import type { Core } from '@strapi/strapi';
import type { VersionPath } from '../core/analytics/versions';
import { pathOf } from '../core/import/url';
import { typeColumns, type AuditedType } from './type-columns';
import { loadHops, pathOfRow, type Row } from './variant';

/** So many rows are read at a time. */
const ROWS = 1000;

/** The published versions of a type with their paths, some at a time: what a visitor of the site can have seen. */
export async function* readPaths(strapi: Core.Strapi, type: AuditedType): AsyncGenerator<readonly VersionPath[]> {
  const columns = await typeColumns(strapi, type);
  const select = {
    id: 'id',
    document_id: 'document_id',
    locale: 'locale',
    ...Object.fromEntries([...columns.pathColumns].map(([field, column]) => [`path_${field}`, column])),
  };
  for (let after = 0; ;) {
    const rows = (await strapi.db
      .getConnection(columns.table)
      .select(select)
      .whereNotNull('published_at')
      .where('id', '>', after)
      .orderBy('id')
      .limit(ROWS)) as readonly Row[];
    const hops = await loadHops(
      columns.pathHops,
      rows.map(({ id }) => id)
    );
    yield rows.map((row) => ({
      uid: type.uid,
      documentId: row.document_id,
      locale: type.localized ? String(row['locale'] ?? '') : '',
      path: pathOf(pathOfRow(row, type, columns, hops) ?? '') || null,
    }));
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS) return;
    after = last.id;
  }
}
