import type { Knex } from 'knex';
import { formerPath } from '../../core/analytics/former-path';
import { OPEN, TABLES } from '../audit/tables';
import { writeFormerPaths, type FormerPath } from '../consumption/former-paths';

/** Former paths that the inventory still knows, of entries that are still there. */
export const takeFromHistory = async (trx: Knex.Transaction): Promise<void> => {
  const names = new Map<number, string>();
  const dimensions: readonly { no: number; name: string }[] = await trx(TABLES.dimensions)
    .whereIn('kind', ['type', 'locale'])
    .select('no', 'name');
  for (const { no, name } of dimensions) names.set(no, name);
  for (let after = 0; ;) {
    const rows: readonly Row[] = await trx(`${TABLES.inventory} as past`)
      .join(`${TABLES.inventory} as now`, function sameVersion() {
        this.on('now.type_no', 'past.type_no')
          .on('now.document_id', 'past.document_id')
          .on('now.locale_no', 'past.locale_no');
      })
      .where('now.valid_to', '>', OPEN - 1)
      .where('past.valid_to', '<', OPEN)
      .where('past.id', '>', after)
      .whereNotNull('past.first_published')
      .whereNotNull('past.path')
      // The line of an entry over its versions tells of no address.
      .where((version) => void version.where('past.locale_no', '>', 0).orWhere('past.locales', ''))
      .orderBy('past.id')
      .limit(ROWS)
      .select({
        id: 'past.id',
        type_no: 'past.type_no',
        document_id: 'past.document_id',
        locale_no: 'past.locale_no',
        path: 'past.path',
        now_path: 'now.path',
        now_published: 'now.first_published',
      });
    await writeFormerPaths(
      trx,
      rows.flatMap((row) => formerOf(row, names) ?? [])
    );
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS) return;
    after = Number(last.id);
  }
};

const formerOf = (row: Row, names: ReadonlyMap<number, string>): FormerPath | null => {
  const path = formerPath(
    { path: row.path, isPublished: true },
    { path: row.now_path, isPublished: row.now_published !== null }
  );
  const [uid, locale] = [names.get(row.type_no), row.locale_no === 0 ? '' : names.get(row.locale_no)];
  return path === null || uid === undefined || locale === undefined
    ? null
    : { uid, documentId: row.document_id, locale, path };
};

const ROWS = 1000;

interface Row {
  readonly id: number | string;
  readonly type_no: number;
  readonly document_id: string;
  readonly locale_no: number;
  readonly path: string;
  readonly now_path: string | null;
  readonly now_published: number | null;
}
