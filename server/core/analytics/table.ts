import type { Span } from '../evidence/span';
import { pathOf, pathOfAddress } from '../import/url';
import { fold } from '../import/words';
import { readDay, readViews } from './cells';
import type { AnalyticsRow } from './format';
import { NOT_SET, TOTAL } from './words';

type Role = 'path' | 'address' | 'views' | 'from' | 'to' | 'date' | 'segment';

/** Which columns mean what, by their place; -1: none. */
export type Columns = Readonly<Record<Role, number>>;

/** Recognises columns by their folded names; the first of a name counts. `null`: no column of paths, or none of views. */
export const findColumns = (
  header: readonly string[],
  names: Readonly<Partial<Record<Role, ReadonlySet<string>>>>
): Columns | null => {
  const words = header.map(fold);
  const at = (role: Role): number => words.findIndex((word) => names[role]?.has(word) === true);
  const columns: Columns = {
    path: at('path'),
    address: at('address'),
    views: at('views'),
    from: at('from'),
    to: at('to'),
    date: at('date'),
    segment: at('segment'),
  };
  return columns.views === -1 || (columns.path === -1 && columns.address === -1) ? null : columns;
};

/** Reads the rows under a header. */
export const rowReader = (header: readonly string[], columns: Columns) => {
  const place = columns.path === -1 ? columns.address : columns.path;
  // Spreadsheets that have saved the file again fill the header up.
  const width = header.reduce((last, name, at) => (name.trim() === '' ? last : at + 1), 0);
  return (cells: readonly string[]): AnalyticsRow => {
    const text = (cells[place] ?? '').trim();
    const isLonger = cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '');
    const isUndated = columns.date !== -1 && (cells[columns.date] ?? '').trim() === '';
    const views = readViews(cells[columns.views] ?? '');
    // GA4's explorations end their line of totals, which names nothing, with a cell that the header does not have.
    if (isTotal(text) || (text === '' && (isLonger || isUndated)))
      return { kind: 'total', views: typeof views === 'number' ? views : 0 };
    if (isLonger) return { kind: 'bad', column: width, reason: 'the row has more cells than the header' };
    if (typeof views !== 'number') return { kind: 'bad', column: columns.views, reason: views.reason };
    if (text === '') return { kind: 'not-set', views };
    if (text.startsWith('(') && text.endsWith(')'))
      return { kind: NOT_SET.has(fold(text)) ? 'not-set' : 'other', views };
    const days = readDays(cells, columns);
    if ('reason' in days) return { kind: 'bad', ...days };
    return {
      kind: 'views',
      // A path is no address: two slashes at its beginning are a slip, and no host follows.
      path: columns.path === -1 ? pathOfAddress(text) : pathOf(text.replace(/^\/{2,}/, '/')),
      views,
      days: days.span,
      segment: columns.segment === -1 ? null : (cells[columns.segment] ?? '').trim(),
    };
  };
};

const isTotal = (text: string): boolean =>
  text !== '' && text.length < 40 && !text.includes('/') && TOTAL.has(fold(text));

const readDays = (
  cells: readonly string[],
  { from, to, date }: Columns
): { readonly span: Span | null } | { readonly column: number; readonly reason: string } => {
  const both = from !== -1 && to !== -1 ? [from, to] : date !== -1 ? [date, date] : [];
  const [first = -1, second = -1] = both;
  if (first === -1) return { span: null };
  const [start, end] = [readDay(cells[first] ?? ''), readDay(cells[second] ?? '')];
  if (start === null) return { column: first, reason: NO_DAY };
  if (end === null) return { column: second, reason: NO_DAY };
  return end < start
    ? { column: second, reason: 'the period ends before it begins' }
    : { span: { from: start, to: end } };
};

const NO_DAY = 'it is no day; write it as 2026-12-31';
