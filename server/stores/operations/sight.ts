import type { Knex } from 'knex';
import type { EntriesInSight } from '../../library/entries-in-sight';
import { inSight } from '../in-sight';
import { OPERATION_TABLES } from './tables';

const { operations, journal } = OPERATION_TABLES;

/** Keeps of a query of operations those that changed an entry that the user may read; for `modify`. */
export const touchesSeen =
  (trx: Knex.Transaction, sight: EntriesInSight) =>
  (query: Knex.QueryBuilder): void => {
    if (sight.isAll) return;
    const seen = trx(journal)
      .modify(inSight(sight))
      .whereRaw('?? = ??', ['operation_id', `${operations}.id`]);
    void query.whereExists(seen.select(trx.raw('1')));
  };

/** How many entries some operations changed, and how many of these the user may read. */
export const changedInSight = async (
  trx: Knex.Transaction,
  ids: readonly number[],
  sight: EntriesInSight
): Promise<ReadonlyMap<number, { readonly all: number; readonly seen: number }>> => {
  const count = async (narrow: (query: Knex.QueryBuilder) => void): Promise<ReadonlyMap<number, number>> => {
    const rows: readonly { readonly id: number | string; readonly n: number | string }[] = await trx(journal)
      .whereIn('operation_id', [...ids])
      .modify(narrow)
      .groupBy('operation_id')
      .select({ id: 'operation_id' })
      .count({ n: '*' });
    return new Map(rows.map(({ id, n }) => [Number(id), Number(n)]));
  };
  const [all, seen] = [await count(() => undefined), await count(inSight(sight))];
  return new Map(ids.map((id) => [id, { all: all.get(id) ?? 0, seen: seen.get(id) ?? 0 }]));
};
