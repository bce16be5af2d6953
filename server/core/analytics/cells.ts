import { parseDay, type Day } from '../evidence/day';

/** More in one cell is no count, and so many cells cannot overflow a sum. */
const MOST_VIEWS = 10_000_000_000;

/**
 * A count as tools of any language write it: `1234`, `1,234`, `1.234`, `1'234`, `1 234`, `1234.0`. Views are whole, so
 * that three digits behind one separator are thousands.
 */
export const readViews = (cell: string): number | { readonly reason: string } => {
  const text = cell.trim();
  if (text === '') return { reason: 'it is empty, and a number of views belongs there' };
  if (/^[-−]/.test(text)) return { reason: 'nobody views a page less than zero times' };
  const digits = GROUPED.test(text) ? text.replaceAll(/[.,'’\s]/g, '') : text.replace(/[.,]0{1,2}$/, '');
  if (!/^\d+$/.test(digits)) return { reason: 'it is no whole number of views' };
  const views = Number(digits);
  return views <= MOST_VIEWS ? views : { reason: 'no page has more than 10,000,000,000 views' };
};

const GROUPED = /^\d{1,3}(?:([.,'’\s])\d{3})(?:\1\d{3})*$/;

/** A day as `20260826`, `2026-08-26` (with a time or without) or `26.08.2026`; `null`: none. */
export const readDay = (cell: string): Day | null => {
  const text = cell.trim();
  const [, year, month, day] = /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?:[T ].*)?$/.exec(text) ?? [];
  if (year !== undefined) return parseDay(`${year}-${String(month)}-${String(day)}`);
  const [, first, second, third] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  return first === undefined ? null : parseDay(`${String(third)}-${padded(second)}-${padded(first)}`);
};

const padded = (digits = ''): string => digits.padStart(2, '0');
