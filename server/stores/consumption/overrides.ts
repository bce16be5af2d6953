import type { Knex } from 'knex';
import type { VersionRef } from '../../core/analytics/versions';
import type { EntriesInSight } from '../../library/entries-in-sight';
import { inSight } from '../in-sight';
import { CONSUMPTION_TABLES } from './tables';

/** What people said of paths, by `overrideKey`: whose they are, or `null`: of no entry. */
export type Overrides = ReadonlyMap<string, VersionRef | null>;

/** All of them. */
export const readOverrides = (trx: Knex.Transaction): Promise<Overrides> => targetsOf(trx(table));

/** Of these, some that are asked for by `overrideKey`. */
export const readOverridesOf = (trx: Knex.Transaction, keys: readonly string[]): Promise<Overrides> =>
  targetsOf(trx(table).whereIn('path', [...keys]));

/** What a user may know of: paths of entries in sight, and those that the user said are of none. */
interface OverridesInSight extends EntriesInSight {
  readonly userId: number | null;
}

/** A page of those that a user may know of, newest first; `at` in milliseconds. */
export const listOverrides = async (
  trx: Knex.Transaction,
  { limit, offset }: { readonly limit: number; readonly offset: number },
  sight: OverridesInSight
): Promise<{ readonly overrides: readonly StoredOverride[]; readonly total: number }> => {
  const rows: readonly (OverrideRow & { readonly user_id: number | null; readonly at: number | string })[] = await trx(
    table
  )
    .modify(known(sight))
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'path', order: 'asc' },
    ])
    .limit(limit)
    .offset(offset)
    .select('path', 'uid', 'document_id', 'locale', 'user_id', 'at');
  const [counted]: readonly { total: number | string }[] = await trx(table).modify(known(sight)).count({ total: '*' });
  return {
    overrides: rows.map(({ path, uid, document_id, locale, user_id, at }) => ({
      key: path,
      target: targetOf(uid, document_id, locale),
      userId: user_id,
      at: Number(at),
    })),
    total: Number(counted?.total ?? 0),
  };
};

/** Whether something is said of a path, and whether a user may know it. */
export const standingOf = async (
  trx: Knex.Transaction,
  path: string,
  sight: OverridesInSight
): Promise<'free' | 'seen' | 'hidden'> => {
  if ((await trx(table).where({ path }).first('path')) === undefined) return 'free';
  const seen: unknown = await trx(table).where({ path }).modify(known(sight)).first('path');
  return seen === undefined ? 'hidden' : 'seen';
};

const targetsOf = async (query: Knex.QueryBuilder): Promise<Overrides> => {
  const found = await query.select<OverrideRow[]>('path', 'uid', 'document_id', 'locale');
  return new Map(found.map(({ path, uid, document_id, locale }) => [path, targetOf(uid, document_id, locale)]));
};

/** Maps a path by hand (`null`: it is of no entry), whatever was said of it before. */
export const writeOverride = async (
  trx: Knex.Transaction,
  path: string,
  target: VersionRef | null,
  by: { readonly userId: number | null; readonly at: number }
): Promise<void> => {
  await removeOverride(trx, path);
  const { uid, documentId, locale } = target ?? { uid: '', documentId: '', locale: '' };
  await trx(table).insert({ path, uid, document_id: documentId, locale, user_id: by.userId, at: by.at });
};

/** Leaves a path to the patterns again. */
export const removeOverride = async (trx: Knex.Transaction, path: string): Promise<void> => {
  await trx(table).where({ path }).delete();
};

const targetOf = (uid: string, documentId: string, locale: string): VersionRef | null =>
  uid === '' ? null : { uid, documentId, locale };

const known =
  ({ userId, ...sight }: OverridesInSight) =>
  (query: Knex.QueryBuilder): void => {
    if (sight.isAll) return;
    // Of a path that somebody else said is of no entry nobody can tell whose address it was.
    void query.where((some) => void some.where(inSight(sight, COLUMNS)).orWhere({ uid: '', user_id: userId ?? -1 }));
  };

const { overrides: table } = CONSUMPTION_TABLES;

const COLUMNS = { uid: 'uid', documentId: 'document_id' };

interface StoredOverride {
  readonly key: string;
  readonly target: VersionRef | null;
  readonly userId: number | null;
  readonly at: number;
}

interface OverrideRow {
  readonly path: string;
  readonly uid: string;
  readonly document_id: string;
  readonly locale: string;
}
