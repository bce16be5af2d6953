import type { Knex } from 'knex';
import type { Day } from '../../core/evidence/day';
import type { Span } from '../../core/evidence/span';
import { importSource } from './keys';
import type { CountedImport } from './sources';
import { CONSUMPTION_TABLES as T } from './tables';

/** What a source counted of one type and locale over all time. */
export interface SourceTotal {
  readonly source: string;
  readonly uid: string;
  readonly locale: string;
  readonly views: number;
  readonly from: Day;
  readonly to: Day;
}

/** Of all trackers. */
export const trackerTotals = async (trx: Knex.Transaction): Promise<readonly SourceTotal[]> => {
  const rows: readonly Row[] = await trx(T.days)
    .groupBy('source', 'uid', 'locale')
    .orderBy(['source', 'uid', 'locale'])
    .select('source', 'uid', 'locale')
    .sum({ views: 'events' })
    .min({ from_day: 'day' })
    .max({ to_day: 'day' });
  return rows.map(totalOf);
};

/** When the last event of each type and locale came, in milliseconds, of whichever tracker. */
export const lastEvents = async (
  trx: Knex.Transaction
): Promise<readonly { readonly uid: string; readonly locale: string; readonly at: number }[]> => {
  const rows: readonly { readonly uid: string; readonly locale: string; readonly at?: number | string | null }[] =
    await trx(T.days).groupBy('uid', 'locale').select('uid', 'locale').max({ at: 'last_at' });
  return rows.map(({ uid, locale, at }) => ({ uid, locale, at: Number(at ?? 0) }));
};

/** Events per day of all trackers within some days. */
export const trackerDaysWithin = async (
  trx: Knex.Transaction,
  { from, to }: Span
): Promise<readonly { source: string; uid: string; locale: string; day: Day; views: number }[]> => {
  const rows: readonly Row[] = await trx(T.days)
    .whereBetween('day', [from, to])
    .orderBy('day')
    .select('source', 'uid', 'locale', 'day', { views: 'events' });
  return rows.map(({ source, uid, locale, day, views }) => ({
    source,
    uid,
    locale,
    day: Number(day),
    views: Number(views),
  }));
};

/** An import that counts, and what it counted. */
export interface ImportTotals extends Span {
  readonly source: string;
  readonly name: string;
  /** Of which it tells. */
  readonly days: readonly Span[];
  readonly totals: readonly SourceTotal[];
  /** Types and locales of which it measured each of them. */
  readonly complete: readonly { readonly uid: string; readonly locale: string }[];
}

/** Of all imports that are not undone; oldest first. */
export const importTotals = async (
  trx: Knex.Transaction,
  imports: readonly CountedImport[]
): Promise<readonly ImportTotals[]> => {
  const found: ImportTotals[] = [];
  for (const { id, name, format, isComplete, from, to, days } of [...imports].sort(byAge)) {
    const source = importSource(id);
    const rows: readonly Row[] = await trx(T.views)
      .where({ source })
      .groupBy('uid', 'locale')
      .orderBy(['uid', 'locale'])
      .select('uid', 'locale')
      .sum({ views: 'views' });
    const scopes: readonly Pick<Row, 'uid' | 'locale'>[] = await trx(T.importScopes)
      .where({ import_id: id })
      .orderBy(['uid', 'locale'])
      .select('uid', 'locale');
    const totals = rows.map((row) => totalOf({ ...row, source, from_day: from, to_day: to }));
    found.push({ source, name: name ?? format, from, to, days, totals, complete: isComplete ? scopes : [] });
  }
  return found;
};

const byAge = (a: CountedImport, b: CountedImport): number => a.from - b.from || a.id - b.id;

/** Events that were dropped within some days, by reason and type. */
export const dropsWithin = async (
  trx: Knex.Transaction,
  { from, to }: Span
): Promise<readonly { reason: string; uid: string; events: number }[]> => {
  const rows: readonly { reason: string; uid: string; events?: number | string }[] = await trx(T.drops)
    .whereBetween('day', [from, to])
    .groupBy('reason', 'uid')
    .orderBy(['reason', 'uid'])
    .select('reason', 'uid')
    .sum({ events: 'events' });
  return rows.map((row) => ({ ...row, events: Number(row.events) }));
};

const totalOf = ({ source, uid, locale, views, from_day, to_day }: Row): SourceTotal => ({
  source,
  uid,
  locale,
  views: Number(views),
  from: Number(from_day),
  to: Number(to_day),
});

/** PostgreSQL and MySQL answer sums as texts. */
interface Row {
  readonly source: string;
  readonly uid: string;
  readonly locale: string;
  readonly views?: number | string;
  readonly day?: number;
  readonly from_day?: number | string;
  readonly to_day?: number | string;
}
