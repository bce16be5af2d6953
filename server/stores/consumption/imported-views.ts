import type { Knex } from 'knex';
import { versionKey, type VersionRef } from '../../core/analytics/versions';
import type { Span } from '../../core/evidence/span';
import { insertRows, type Cell, type Column } from '../columns';
import { importSource } from './keys';
import { CONSUMPTION_TABLES } from './tables';

/** What an import tells of versions of entries. */
export interface ImportedViews {
  readonly period: Span;
  readonly views: Iterable<VersionRef & { readonly views: number }>;
  /** Versions of which it cannot tell. */
  readonly obstacles: Iterable<VersionRef>;
}

/** Writes the views of an import, the types and locales that it tells of, and the versions of which it cannot. */
export const writeImportedViews = async (
  trx: Knex.Transaction,
  id: number,
  { period: { from, to }, views, obstacles }: ImportedViews
): Promise<void> => {
  const sorted = inOrder(views);
  const scopes = new Map<string, { readonly uid: string; readonly locale: string; entries: number }>();
  for (const { uid, locale } of sorted) {
    const key = `${uid} ${locale}`;
    const scope = scopes.get(key) ?? { uid, locale, entries: 0 };
    scope.entries += 1;
    scopes.set(key, scope);
  }
  await insert(
    trx,
    T.importScopes,
    SCOPES,
    [...scopes.values()].map(({ uid, locale, entries }) => [id, uid, locale, entries])
  );
  await insert(
    trx,
    T.obstacles,
    OBSTACLES,
    inOrder(obstacles).map((one) => [id, one.uid, one.documentId, one.locale])
  );
  await insert(
    trx,
    T.views,
    VIEWS,
    sorted.map((one) => [one.uid, one.documentId, one.locale, importSource(id), from, to, one.views])
  );
};

/** Rows that one statement writes: some databases take no larger packets. */
const AT_ONCE = 2000;

const insert = async (
  trx: Knex.Transaction,
  table: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[]
): Promise<void> => {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await insertRows(trx, table, columns, rows.slice(from, from + AT_ONCE));
  }
};

/** In the order of their keys, as all who write there. */
const inOrder = <Version extends VersionRef>(versions: Iterable<Version>): readonly Version[] => {
  const byKey = new Map([...versions].map((version) => [versionKey(version), version]));
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
};

const T = CONSUMPTION_TABLES;

const VERSION = [
  { name: 'uid', type: 'key' },
  { name: 'document_id', type: 'key' },
  { name: 'locale', type: 'key' },
] as const satisfies readonly Column[];

const VIEWS: readonly Column[] = [
  ...VERSION,
  { name: 'source', type: 'key' },
  { name: 'from_day', type: 'integer' },
  { name: 'to_day', type: 'integer' },
  { name: 'views', type: 'bigint' },
];

const SCOPES: readonly Column[] = [
  { name: 'import_id', type: 'integer' },
  { name: 'uid', type: 'key' },
  { name: 'locale', type: 'key' },
  { name: 'entries', type: 'integer' },
];

const OBSTACLES: readonly Column[] = [{ name: 'import_id', type: 'integer' }, ...VERSION];
