import type { Knex } from 'knex';
import type { MovedSection } from '../../core/analytics/moved-section';
import { pathHash } from './path-hash';
import { CONSUMPTION_TABLES } from './tables';

/** A section that moved, as somebody said; `at` in milliseconds. */
export interface StoredMove extends MovedSection {
  readonly userId: number | null;
  readonly at: number;
}

/** All of them, newest first: people write them one by one. */
export const readMoves = async (trx: Knex.Transaction): Promise<readonly StoredMove[]> => {
  const rows: readonly Row[] = await trx(table)
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'move_key', order: 'asc' },
    ])
    .select('from_path', 'to_path', 'user_id', 'at');
  return rows.map(({ from_path, to_path, user_id, at }) => ({
    from: from_path,
    to: to_path,
    userId: user_id,
    at: Number(at),
  }));
};

/** Writes one, once. */
export const writeMove = async (
  trx: Knex.Transaction,
  move: MovedSection,
  by: { readonly userId: number | null; readonly at: number }
): Promise<void> => {
  const { from, to } = move;
  await removeMove(trx, move);
  await trx(table).insert({ move_key: keyOf(move), from_path: from, to_path: to, user_id: by.userId, at: by.at });
};

/** Takes one back; `false`: there is none. */
export const removeMove = async (trx: Knex.Transaction, move: MovedSection): Promise<boolean> =>
  (await trx(table)
    .where({ move_key: keyOf(move) })
    .delete()) > 0;

const keyOf = ({ from, to }: MovedSection): string => pathHash(`${from} ${to}`);

const { moves: table } = CONSUMPTION_TABLES;

interface Row {
  readonly from_path: string;
  readonly to_path: string;
  readonly user_id: number | null;
  readonly at: number | string;
}
