import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { segmentsOf } from '../../core/analytics/moved-section';
import { overrideKey, type VersionRef } from '../../core/analytics/versions';
import type { Day } from '../../core/evidence/day';
import { grouped } from '../../core/grouped';
import type { EntryRef } from '../../core/vocabulary';
import { pathHash } from './path-hash';
import { CONSUMPTION_TABLES } from './tables';

/** A path that a version had before. */
export interface FormerPath extends VersionRef {
  readonly path: string;
}

/** Notes paths that versions have no longer; what was noted before stays. */
export const writeFormerPaths = async (trx: Knex.Transaction, paths: readonly FormerPath[]): Promise<void> => {
  for (let from = 0; from < paths.length; from += AT_ONCE) {
    const rows = paths.slice(from, from + AT_ONCE).map(({ uid, documentId, locale, path }) => ({
      uid,
      document_id: documentId,
      locale,
      path_key: pathHash(path),
      end_key: endHash(path),
      path,
    }));
    await trx(table).insert(rows).onConflict(['uid', 'document_id', 'locale', 'path_key']).ignore();
  }
};

/** Versions that had some paths before, published or not, by `overrideKey`. */
export const readFormerPaths = async (
  strapi: Core.Strapi,
  paths: Iterable<string>
): Promise<ReadonlyMap<string, readonly FormerPath[]>> => {
  const found = await findBy(strapi, 'path_key', paths, pathHash);
  return grouped(found, ({ path }) => overrideKey(path));
};

/** Former paths whose last segment is that of one of some paths. */
export const readFormerPathsByEnd = (strapi: Core.Strapi, paths: Iterable<string>): Promise<readonly FormerPath[]> =>
  findBy(strapi, 'end_key', paths, endHash);

/** Former paths of some documents that trackers sent. */
export const readViewedFormerPaths = async (
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[]
): Promise<readonly FormerPath[]> => {
  const rows = await strapi.db
    .connection(table)
    .where({ uid })
    .whereIn('document_id', [...documentIds])
    .whereNotNull('viewed_on')
    .orderBy('viewed_on', 'desc')
    .select<Row[]>(COLUMNS);
  return rows.map(toFormerPath);
};

/** Notes that a tracker sent a former path. */
export const noteViewed = async (trx: Knex.Transaction, paths: readonly FormerPath[], day: Day): Promise<void> => {
  for (const { uid, documentId, locale, path } of paths) {
    await trx(table)
      .where({ uid, document_id: documentId, locale, path_key: pathHash(path) })
      .where((old) => void old.whereNull('viewed_on').orWhere('viewed_on', '<', day))
      .update({ viewed_on: day });
  }
};

/** Forgets those of a document that is gone for good. */
export const forgetFormerPaths = async (trx: Knex.Transaction, { uid, documentId }: EntryRef): Promise<void> => {
  await trx(table).where({ uid, document_id: documentId }).delete();
};

const findBy = async (
  strapi: Core.Strapi,
  column: 'path_key' | 'end_key',
  paths: Iterable<string>,
  keyOf: (path: string) => string
): Promise<readonly FormerPath[]> => {
  const found: FormerPath[] = [];
  // Most libraries have none: a file's paths, a hundred thousand perhaps, need not be asked for.
  if ((await strapi.db.connection(table).first('locale')) === undefined) return found;
  let keys = new Set<string>();
  const ask = async (): Promise<void> => {
    const rows = await strapi.db
      .connection(table)
      .whereIn(column, [...keys])
      .select<Row[]>(COLUMNS);
    keys = new Set();
    for (const row of rows) found.push(toFormerPath(row));
  };
  for (const path of paths) {
    keys.add(keyOf(path));
    if (keys.size >= KEYS) await ask();
  }
  if (keys.size > 0) await ask();
  return found;
};

const endHash = (path: string): string => pathHash(segmentsOf(path).at(-1) ?? '');

const toFormerPath = ({ uid, document_id, locale, path }: Row): FormerPath => ({
  uid,
  documentId: document_id,
  locale,
  path,
});

const { former: table } = CONSUMPTION_TABLES;

const COLUMNS = ['uid', 'document_id', 'locale', 'path'];

/** Rows of one statement: SQLite takes so many values. */
const AT_ONCE = 100;
const KEYS = 500;

interface Row {
  readonly uid: string;
  readonly document_id: string;
  readonly locale: string;
  readonly path: string;
}
