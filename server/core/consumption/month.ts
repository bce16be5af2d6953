import type { ViewRow } from './tally';
import { dayAt, startOf, type Day } from '../evidence/day';
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
