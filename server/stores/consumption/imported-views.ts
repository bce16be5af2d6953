import { setImmediate as turn } from 'node:timers/promises';
import type { Knex } from 'knex';
import { versionKey, type VersionRef } from '../../core/analytics/versions';
import type { Span } from '../../core/evidence/span';
import { insertRows, type Cell, type Column } from '../columns';
import { importSource } from './keys';
import { OTHER_PATHS, otherPathCells, type OtherPath } from './other-paths';
import { CONSUMPTION_TABLES } from './tables';

/** What an import tells of versions of entries. */
export interface ImportedViews {
  readonly period: Span;
  readonly views: Iterable<VersionRef & { readonly views: number }>;
  /** Versions of which it cannot tell. */
  readonly obstacles: Iterable<VersionRef>;
  /** Paths that its versions have not now. */
  readonly otherPaths: Iterable<OtherPath>;
}

/** One transaction; between two of them the host has its turn. */
export type InTurn = <T>(work: (trx: Knex.Transaction) => Promise<T>) => Promise<T>;

/** Writes the views of an import, the types and locales that it tells of, and the versions of which it cannot. */
export const writeImportedViews = async (
  inTurn: InTurn,
  id: number,
  { period: { from, to }, views, obstacles, otherPaths }: ImportedViews
): Promise<void> => {
  const insert = async <Row>(
    table: string,
    columns: readonly Column[],
    rows: Iterable<Row>,
    cells: (row: Row) => readonly Cell[]
  ): Promise<void> => {
    let batch: (readonly Cell[])[] = [];
    const write = async (): Promise<void> => {
      const written = batch;
      batch = [];
      if (written.length > 0) await inTurn((trx) => insertRows(trx, table, columns, written));
    };
    for (const row of rows) if (batch.push(cells(row)) === AT_ONCE) await write();
    await write();
  };
  const scopes = new Map<string, { readonly uid: string; readonly locale: string; entries: number }>();
  const sorted = await inOrder(views, ({ uid, locale }) => {
    const key = `${uid} ${locale}`;
    const scope = scopes.get(key) ?? { uid, locale, entries: 0 };
    scope.entries += 1;
    scopes.set(key, scope);
  });
  await insert(T.importScopes, SCOPES, scopes.values(), ({ uid, locale, entries }) => [id, uid, locale, entries]);
  const apart = await inOrder(obstacles);
  await insert(T.obstacles, OBSTACLES, apart, (one) => [id, one.uid, one.documentId, one.locale]);
  await insert(T.otherPaths, OTHER_PATHS, otherPaths, (one) => otherPathCells(id, one));
  const source = importSource(id);
  await insert(T.views, VIEWS, sorted, (one) => [one.uid, one.documentId, one.locale, source, from, to, one.views]);
};

/** Removes what an import wrote, its views in turn with the host's queries. */
export const removeImportedViews = async (inTurn: InTurn, id: number): Promise<void> => {
  let isMore = true;
  while (isMore) isMore = await inTurn((trx) => removeSome(trx, importSource(id)));
  await inTurn(async (trx) => {
    for (const table of [T.obstacles, T.otherPaths, T.importScopes]) await trx(table).where({ import_id: id }).delete();
  });
};

/** By document, so that the primary key finds them; `false` when none is left. */
const removeSome = async (trx: Knex.Transaction, source: string): Promise<boolean> => {
  const [first]: readonly VersionRow[] = await trx(T.views).where({ source }).limit(1).select('uid', 'locale');
  if (first === undefined) return false;
  const alike = { source, uid: first.uid, locale: first.locale };
  const ids: readonly string[] = await trx(T.views).where(alike).limit(AT_ONCE).pluck('document_id');
  await trx(T.views)
    .where(alike)
    .whereIn('document_id', [...ids])
    .delete();
  return true;
};

interface VersionRow {
  readonly uid: string;
  readonly locale: string;
}

/** Rows of one transaction. */
const AT_ONCE = 500;

/** So many rows are put into order before the host has its turn. */
const IN_A_TURN = 1000;

/**
 * In the order of their keys, so that each commit touches few pages of the index; never so many at once that the host
 * would feel it. `see` is called for each.
 */
const inOrder = async <Version extends VersionRef>(
  versions: Iterable<Version>,
  see?: (version: Version) => void
): Promise<Iterable<Version>> => {
  const alike = new Map<string, Version[]>();
  let done = 0;
  for (const version of versions) {
    see?.(version);
    const key = `${version.uid} ${version.documentId.slice(0, 2)}`;
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [version]);
    else known.push(version);
    done += 1;
    if (done % IN_A_TURN === 0) await turn();
  }
  return sortedParts([...alike.keys()].sort().map((key) => alike.get(key) ?? []));
};

function* sortedParts<Version extends VersionRef>(parts: readonly (readonly Version[])[]): Generator<Version> {
  for (const part of parts) {
    const byKey = part.map((version) => [versionKey(version), version] as const);
    for (const [, version] of byKey.sort(([a], [b]) => (a < b ? -1 : 1))) yield version;
  }
}

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
