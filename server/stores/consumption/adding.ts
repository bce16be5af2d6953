import type { Knex } from 'knex';
import type { Tally } from '../../core/consumption/tally';
import { clientOf } from '../columns';
import { CONSUMPTION_TABLES as T } from './tables';

/** Adds what was counted to the tables. Always in this order of tables and rows: instances that write at once wait in line. */
export const addTally = async (
  trx: Knex.Transaction,
  { views, days, drops, doubts }: Omit<Tally, 'formerPaths'>,
  now: number
): Promise<void> => {
  await addTo(trx, T.views, { sums: ['views'] }, views);
  const sent = days.map((row) => ({ ...row, last_at: now }));
  await addTo(trx, T.days, { sums: ['events', 'named'], latest: 'last_at' }, sent);
  await addTo(trx, T.drops, { sums: ['events'] }, drops);
  await addTo(trx, T.doubts, { sums: [], latest: 'last_day' }, doubts);
};

/** Columns that are added up, and one of which the higher value stays; all others are the key. */
interface Counters {
  readonly sums: readonly string[];
  readonly latest?: string;
}

/** SQLite takes no more than 500 rows in a statement. */
const ROWS = 200;

/** Inserts rows with different keys, or adds them to those that are there. */
export const addTo = async (
  trx: Knex.Transaction,
  table: string,
  { sums, latest }: Counters,
  rows: readonly object[]
): Promise<void> => {
  const { added, higher } = UPSERTS[clientOf(trx)];
  const counters = latest === undefined ? sums : [...sums, latest];
  const key = Object.keys(rows[0] ?? {}).filter((column) => !counters.includes(column));
  const merged = Object.fromEntries([
    ...sums.map((column) => [column, trx.raw(added, [`${table}.${column}`, column])] as const),
    ...(latest === undefined ? [] : [[latest, trx.raw(higher, [`${table}.${latest}`, latest])] as const]),
  ]);
  for (let at = 0; at < rows.length; at += ROWS) {
    await trx(table)
      .insert(rows.slice(at, at + ROWS))
      .onConflict(key)
      .merge(merged);
  }
};

const UPSERTS = {
  sqlite: { added: '?? + excluded.??', higher: 'max(??, excluded.??)' },
  postgres: { added: '?? + excluded.??', higher: 'greatest(??, excluded.??)' },
  mysql: { added: '?? + values(??)', higher: 'greatest(??, values(??))' },
} satisfies Record<ReturnType<typeof clientOf>, { added: string; higher: string }>;
