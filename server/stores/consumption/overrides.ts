import type { Knex } from 'knex';
import type { VersionRef } from '../../core/analytics/versions';
import type { EntriesInSight } from '../../library/entries-in-sight';
import { inSight } from '../in-sight';
import { CONSUMPTION_TABLES } from './tables';

/** Paths that people mapped by hand, by `overrideKey`. */
export const readOverrides = (trx: Knex.Transaction): Promise<ReadonlyMap<string, VersionRef>> => targetsOf(trx(table));

/** Of these, some that are asked for by `overrideKey`. */
export const readOverridesOf = (
  trx: Knex.Transaction,
  keys: readonly string[]
): Promise<ReadonlyMap<string, VersionRef>> => targetsOf(trx(table).whereIn('path', [...keys]));

/** A page of those whose entries a user may read, newest first; `at` in milliseconds. */
export const listOverrides = async (
  trx: Knex.Transaction,
  { limit, offset }: { readonly limit: number; readonly offset: number },
  sight: EntriesInSight
): Promise<{ readonly overrides: readonly StoredOverride[]; readonly total: number }> => {
  const rows: readonly (OverrideRow & { readonly user_id: number | null; readonly at: number | string })[] = await trx(
    table
  )
    .modify(inSight(sight, COLUMNS))
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'path', order: 'asc' },
    ])
    .limit(limit)
    .offset(offset)
    .select('path', 'uid', 'document_id', 'locale', 'user_id', 'at');
  const [counted]: readonly { total: number | string }[] = await trx(table)
    .modify(inSight(sight, COLUMNS))
    .count({ total: '*' });
  return {
    overrides: rows.map(({ path, uid, document_id, locale, user_id, at }) => ({
      key: path,
      target: { uid, documentId: document_id, locale },
      userId: user_id,
      at: Number(at),
    })),
    total: Number(counted?.total ?? 0),
  };
};

/** Whether a path is mapped by hand, and whether to an entry that a user may read. */
export const standingOf = async (
  trx: Knex.Transaction,
  path: string,
  sight: EntriesInSight
): Promise<'free' | 'seen' | 'hidden'> => {
  if ((await trx(table).where({ path }).first('path')) === undefined) return 'free';
  const seen: unknown = await trx(table).where({ path }).modify(inSight(sight, COLUMNS)).first('path');
  return seen === undefined ? 'hidden' : 'seen';
};

const targetsOf = async (query: Knex.QueryBuilder): Promise<ReadonlyMap<string, VersionRef>> => {
  const found = await query.select<OverrideRow[]>('path', 'uid', 'document_id', 'locale');
  return new Map(found.map(({ path, uid, document_id, locale }) => [path, { uid, documentId: document_id, locale }]));
};

/** Maps a path by hand, or leaves it to the patterns again. */
export const writeOverride = async (
  trx: Knex.Transaction,
  path: string,
  target: VersionRef | null,
  by: { readonly userId: number | null; readonly at: number }
): Promise<void> => {
  await trx(table).where({ path }).delete();
  if (target === null) return;
  const { uid, documentId, locale } = target;
  await trx(table).insert({ path, uid, document_id: documentId, locale, user_id: by.userId, at: by.at });
};

const { overrides: table } = CONSUMPTION_TABLES;

const COLUMNS = { uid: 'uid', documentId: 'document_id' };

interface StoredOverride {
  readonly key: string;
  readonly target: VersionRef;
  readonly userId: number | null;
  readonly at: number;
}

interface OverrideRow {
  readonly path: string;
  readonly uid: string;
  readonly document_id: string;
  readonly locale: string;
}
