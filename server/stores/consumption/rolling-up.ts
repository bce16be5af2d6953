import type { Knex } from 'knex';
import { byMonth } from '../../core/consumption/month';
import type { ViewRow } from '../../core/consumption/tally';
import type { Day } from '../../core/evidence/day';
import { addTo } from './adding';
import type { TrackedDay } from './settling';
import { CONSUMPTION_TABLES as T } from './tables';

/** At most this many rows go in one transaction, so that the host's writes never wait long. */
const BATCH = 500;

/** Days up to one, of all trackers, whose views do not stand in their months yet; oldest first. */
export const daysToRollUp = async (trx: Knex.Transaction, upTo: Day): Promise<readonly TrackedDay[]> =>
  trx(T.days).where('day', '<=', upTo).where({ is_rolled_up: 0 }).distinct('source', 'day').orderBy(['day', 'source']);

/** Moves some of a day's views into their month; `false` when none is left. Only for the holder of the lease. */
export const rollUpBatch = async (trx: Knex.Transaction, { source, day }: TrackedDay): Promise<boolean> => {
  const ofDay = { source, from_day: day, to_day: day };
  const rows: readonly StoredRow[] = await trx(T.views).where(ofDay).orderBy(ASSET).limit(BATCH);
  await addTo(trx, T.views, { sums: ['views'] }, byMonth(rows.map((row) => ({ ...row, views: Number(row.views) }))));
  const last = rows.at(-1);
  // The rows up to the last: a list of all their keys takes SQLite a third of a second.
  const upTo = last && [last.uid, last.document_id, last.locale];
  const removed = upTo ? await trx(T.views).where(ofDay).whereRaw(UP_TO, upTo).delete() : 0;
  if (removed !== rows.length) throw new Error('Somebody else is rolling up the same day');
  if (rows.length === BATCH) return true;
  await trx(T.days).where({ source, day }).update({ is_rolled_up: 1 });
  return false;
};

const ASSET = ['uid', 'document_id', 'locale'];
const UP_TO = '(uid, document_id, locale) <= (?, ?, ?)';

/** PostgreSQL answers big integers as texts. */
interface StoredRow extends Omit<ViewRow, 'views'> {
  readonly views: number | string;
}
