import type { Knex } from 'knex';
import type { AuditBody } from '../../core/api';
import { isOver } from '../../core/elapsed';
import { OPEN, TABLES } from './tables';

/** At most this many rows go in one transaction, so that the host's writes never wait long. */
export const BATCH = 500;

/** Undoes a batch of what an audit that died had written; `false` when nothing of it is left. */
export const sweepBatch = async (trx: Knex.Transaction, auditId: number): Promise<boolean> => {
  const added = await ids(trx(TABLES.inventory).where('valid_from', auditId));
  await removeRows(trx, added);
  const closed = await ids(trx(TABLES.inventory).where('valid_to', auditId));
  if (closed.length > 0) {
    await trx(TABLES.inventory).whereIn('id', closed).update({ valid_to: OPEN });
    await trx(TABLES.scopes).whereIn('inventory_id', closed).update({ valid_to: OPEN });
  }
  return added.length + closed.length > 0;
};

/** A replaced audit stays this long, in milliseconds: somebody may be paging through it or downloading its CSV. */
const GRACE = 10 * 60_000;

/**
 * The audits to forget: unnamed ones beyond the newest `keep`, automatic ones that a newer finished one replaced
 * a while ago, and failed ones that a newer one followed. `now` by the database's clock, in milliseconds.
 */
export const forgettable = (
  audits: readonly Pick<AuditBody, 'id' | 'status' | 'trigger' | 'name' | 'finishedAt'>[],
  keep: number,
  now: number
): readonly number[] => {
  const finished = audits.filter(({ status }) => status === 'finished').sort((a, b) => b.id - a.id);
  const newest = finished[0]?.id ?? 0;
  const unnamed = finished.filter(({ name }) => name === null);
  const isReplaced = ({ id }: Pick<AuditBody, 'id'>): boolean =>
    finished.some((other) => other.id > id && isOver(Date.parse(other.finishedAt ?? ''), GRACE, now));
  const replaced = unnamed.filter((audit) => audit.trigger !== 'manual' && isReplaced(audit));
  const rest = unnamed.filter((audit) => !replaced.includes(audit)).slice(keep);
  const failed = audits.filter(({ id, status }) => status === 'failed' && id < newest);
  return [...replaced, ...rest, ...failed].map(({ id }) => id);
};

/** Removes a batch of rows that no kept audit can see; `false` when none is left. `kept` ascending. */
export const pruneBatch = async (trx: Knex.Transaction, kept: readonly number[]): Promise<boolean> => {
  for (const [at, id] of kept.entries()) {
    const before = kept[at - 1] ?? 0;
    const invisible = await ids(
      trx(TABLES.inventory).where('valid_from', '>', before).where('valid_to', '<=', id).where('valid_to', '>', before)
    );
    if (invisible.length === 0) continue;
    await removeRows(trx, invisible);
    return true;
  }
  return false;
};

const removeRows = async (trx: Knex.Transaction, rows: readonly number[]): Promise<void> => {
  if (rows.length === 0) return;
  await trx(TABLES.scopes).whereIn('inventory_id', rows).delete();
  await trx(TABLES.inventory).whereIn('id', rows).delete();
};

const ids = async (query: Knex.QueryBuilder): Promise<readonly number[]> => {
  const rows: readonly { id: number | string }[] = await query.limit(BATCH).select('id');
  return rows.map(({ id }) => Number(id));
};
