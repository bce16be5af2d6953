import type { Knex } from 'knex';
import type { Day } from '../../core/evidence/day';
import { CONSUMPTION_TABLES as T } from './tables';

/** A day of one tracker. */
export interface TrackedDay {
  readonly source: string;
  readonly day: Day;
}

/** Days of which more was counted than when their entries were. */
export const unsettledDays = async (trx: Knex.Transaction): Promise<readonly TrackedDay[]> =>
  trx(T.days).whereRaw('settled_events <> events').distinct('source', 'day').orderBy(['day', 'source']);

/** Counts the distinct entries of a day, by type and locale. What is counted meanwhile leaves the day unsettled. */
export const settleDay = async (trx: Knex.Transaction, { source, day }: TrackedDay): Promise<void> => {
  const sent: readonly SentRow[] = await trx(T.days)
    .where({ source, day })
    .orderBy(['uid', 'locale'])
    .select('uid', 'locale', 'events');
  const counted: readonly CountedRow[] = await trx(T.views)
    .where({ source, from_day: day, to_day: day })
    .groupBy('uid', 'locale')
    .select('uid', 'locale')
    .count({ entries: '*' });
  for (const { uid, locale, events } of sent) {
    const entries = Number(counted.find((one) => one.uid === uid && one.locale === locale)?.entries ?? 0);
    await trx(T.days).where({ source, day, uid, locale }).update({ entries, settled_events: events });
  }
};

interface SentRow {
  readonly uid: string;
  readonly locale: string;
  readonly events: number | string;
}

interface CountedRow {
  readonly uid: string;
  readonly locale: string;
  readonly entries?: number | string;
}
