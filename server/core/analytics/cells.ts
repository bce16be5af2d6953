import { parseDay, type Day } from '../evidence/day';

/** More in one cell is no count, and so many cells cannot overflow a sum. */
const MOST_VIEWS = 10_000_000_000;

/**
 * A count as tools of any language write it: `1234`, `1,234`, `1.234`, `1'234`, `1 234`, `1234.0`, `1.234E3`. Views are
 * whole, so that three digits behind one separator are thousands.
 */
export const readViews = (cell: string): number | { readonly reason: string } => {
  const text = cell.trim();
  if (text === '') return { reason: 'it is empty, and a number of views belongs there' };
  if (/^[-−]/.test(text)) return { reason: 'nobody views a page less than zero times' };
  const views = SCIENTIFIC.test(text) ? Number(text.replace(',', '.')) : Number(digitsOf(text));
  if (Number.isNaN(views) || !(Number.isInteger(views) || views > MOST_VIEWS))
    return { reason: 'it is no whole number of views' };
  return views <= MOST_VIEWS ? views : { reason: 'no page has more than 10,000,000,000 views' };
};

/** As spreadsheets write what is large. */
const SCIENTIFIC = /^\d(?:[.,]\d{1,15})?E\+?\d{1,2}$/i;
const GROUPED = /^\d{1,3}(?:([.,'’\s])\d{3})(?:\1\d{3})*$/;

/** `NaN` where they are none: an empty text would be 0. */
const digitsOf = (text: string): string => {
  const digits = GROUPED.test(text) ? text.replaceAll(/[.,'’\s]/g, '') : text.replace(/[.,]0{1,2}$/, '');
  return /^\d+$/.test(digits) ? digits : 'none';
};

/** In which order a column writes what stands between slashes; `null`: nothing in it tells. */
export type DayOrder = 'month-first' | 'day-first' | null;

/** A day as `20260826`, `2026-08-26` (with a time or without), `26.08.2026`, or between slashes; `null`: none. */
export const readDay = (cell: string, order: DayOrder = null): Day | null => {
  const text = cell.trim();
  const [, year, month, day] = /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?:[T ].*)?$/.exec(text) ?? [];
  if (year !== undefined) return parseDay(`${year}-${String(month)}-${String(day)}`);
  const [, first, second, third] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  if (first !== undefined) return parseDay(`${String(third)}-${padded(second)}-${padded(first)}`);
  const slashed = SLASHED.exec(text);
  if (slashed === null || order === null) return null;
  const [inMonth, inDay] = order === 'month-first' ? [1, 2] : [2, 1];
  return parseDay(`${String(slashed[3])}-${padded(slashed[inMonth])}-${padded(slashed[inDay])}`);
};

/** By a day that can be no month. */
export const dayOrderOf = (cells: readonly string[]): DayOrder => {
  const pairs = cells.flatMap((cell) => {
    const [, first, second] = SLASHED.exec(cell.trim()) ?? [];
    return first === undefined ? [] : [[Number(first), Number(second)] as const];
  });
  if (pairs.some(([, second]) => second > 12)) return 'month-first';
  return pairs.some(([first]) => first > 12) ? 'day-first' : null;
};

/** `06/13/2026`, perhaps with a time */
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[, ].*)?$/;

const padded = (digits = ''): string => digits.padStart(2, '0');
