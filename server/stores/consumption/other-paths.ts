import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { READDRESSED } from '../../core/analytics/match';
import type { VersionRef } from '../../core/analytics/versions';
import type { Cell, Column } from '../columns';
import { inRange, type EntryRange } from '../entry-range';
import { pathHash } from './path-hash';
import { CONSUMPTION_TABLES } from './tables';

/** A path of an import that a version has not now, and whether it was counted for it. */
export interface OtherPath {
  readonly version: VersionRef;
  readonly path: string;
  readonly how: (typeof READDRESSED)[number] | 'doubt';
  readonly views: number;
}

/** As it is stored; `uid` is known to who asks. */
export interface StoredOtherPath extends Omit<OtherPath, 'version'> {
  readonly importId: number;
  readonly documentId: string;
  readonly locale: string;
}

/** Doubts of the versions in a stretch of one type's entries, of all imports. */
export const readDoubtedPaths = (
  strapi: Core.Strapi,
  uid: string,
  range: EntryRange
): Promise<readonly StoredOtherPath[]> =>
  read(inRange(strapi.db.connection(table).where({ uid, how: 'doubt' }), range));

/** The same of some documents. */
export const readDoubtedPathsOf = (
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[]
): Promise<readonly StoredOtherPath[]> =>
  read(
    strapi.db
      .connection(table)
      .where({ uid, how: 'doubt' })
      .whereIn('document_id', [...documentIds])
  );

/** All such paths of some documents, most views first. */
export const readOtherPathsOf = (
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[]
): Promise<readonly StoredOtherPath[]> =>
  read(
    strapi.db
      .connection(table)
      .where({ uid })
      .whereIn('document_id', [...documentIds])
      .orderBy([{ column: 'views', order: 'desc' }, { column: 'path_key' }])
  );

const read = async (query: Knex.QueryBuilder): Promise<readonly StoredOtherPath[]> => {
  const rows = await query.select<Row[]>('import_id', 'document_id', 'locale', 'path', 'how', 'views');
  return rows.map(({ import_id, document_id, views, ...row }) => ({
    ...row,
    importId: import_id,
    documentId: document_id,
    views: Number(views),
  }));
};

const { otherPaths: table } = CONSUMPTION_TABLES;

export const OTHER_PATHS: readonly Column[] = [
  { name: 'import_id', type: 'integer' },
  { name: 'uid', type: 'key' },
  { name: 'document_id', type: 'key' },
  { name: 'locale', type: 'key' },
  { name: 'path_key', type: 'key' },
  { name: 'path', type: 'text' },
  { name: 'how', type: 'key' },
  { name: 'views', type: 'bigint' },
];

/** In their order. */
export const otherPathCells = (importId: number, { version, path, how, views }: OtherPath): readonly Cell[] => [
  importId,
  version.uid,
  version.documentId,
  version.locale,
  pathHash(path),
  path,
  how,
  views,
];

/** Big integers are strings on PostgreSQL. */
interface Row {
  readonly import_id: number;
  readonly document_id: string;
  readonly locale: string;
  readonly path: string;
  readonly how: OtherPath['how'];
  readonly views: number | string;
}
