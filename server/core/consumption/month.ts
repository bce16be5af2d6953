import type { ViewRow } from './tally';
import { dayAt, startOf, type Day } from '../evidence/day';
import type { ViewCount } from '../evidence/evidence';
import type { Span } from '../evidence/span';

/** A calendar month in UTC, counted from January 1970. */
export type Month = number;

/** The month of a day. */
export const monthOf = (day: Day): Month => {
  const date = new Date(startOf(day));
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
};

/** Its first and last day. */
export const daysOf = (month: Month): Span => ({
  from: dayAt(Date.UTC(1970, month, 1)),
  to: dayAt(Date.UTC(1970, month + 1, 1)) - 1,
});

/** The last day of the newest month of which every day is older than `keepDays`: up to it days become months. */
export const rolledUpTo = (today: Day, keepDays: number): Day => {
  const newest = today - keepDays - 1;
  const { from, to } = daysOf(monthOf(newest));
  return to === newest ? to : from - 1;
};

/**
 * Counts of sources that count by day, summed by source and month, the month under way up to `today`; of others as they
 * are. Repeated ones apart. In order.
 */
export const byCalendarMonth = (
  counts: readonly ViewCount[],
  today: Day,
  countsByDay: (source: string) => boolean
): readonly ViewCount[] => {
  const summed = new Map<string, ViewCount>();
  for (const one of counts) {
    const { from, to } = countsByDay(one.source) ? daysOf(monthOf(one.from)) : one;
    const key = [one.source, from, to, one.isRepeated].join('\n');
    const views = one.views + (summed.get(key)?.views ?? 0);
    summed.set(key, { ...one, from, to: Math.min(to, Math.max(today, one.to)), views });
  }
  return [...summed.values()].sort((a, b) => a.from - b.from || a.to - b.to || (a.source < b.source ? -1 : 1));
};

/** Views of single days as views of their months; each asset and source once. */
export const byMonth = (rows: readonly ViewRow[]): readonly ViewRow[] => {
  const months = new Map<string, ViewRow>();
  for (const row of rows) {
    const { from, to } = daysOf(monthOf(row.from_day));
    const key = [row.uid, row.document_id, row.locale, row.source, from].join('\n');
    const views = row.views + (months.get(key)?.views ?? 0);
    months.set(key, { ...row, from_day: from, to_day: to, views });
  }
  return [...months.values()];
};
