import { foldHeader } from '../import/words';
import type { Span } from '../evidence/span';
import { hostOf, pathOf, pathOfAddress } from '../import/url';
import { dayOrderOf, readDay, readViews, type DayOrder } from './cells';
import type { Columns } from './columns';
import type { AnalyticsRow, TableHead } from './format';
import { NOT_SET, OTHERS, TOTAL } from './words';

/** How the rows of a tool differ from others'. */
export interface RowHabits {
  /** Cells without a number stand for no view. */
  readonly blankIsZero?: boolean;
  /** What the tool calls a page instead of by its address. */
  readonly clean?: (path: string) => string;
}

/** Reads the rows under a header. */
export const rowReader = (
  { header, sample }: Pick<TableHead, 'header' | 'sample'>,
  columns: Columns,
  { blankIsZero = false, clean = (path) => path }: RowHabits = {}
) => {
  // Spreadsheets that have saved the file again fill the header up.
  const width = header.reduce((last, name, at) => (name.trim() === '' ? last : at + 1), 0);
  const order = dayOrderOf(
    [columns.date, columns.from, columns.to].flatMap((at) => sample.map((row) => row[at] ?? ''))
  );
  return (cells: readonly string[]): AnalyticsRow => {
    const text = (cells[columns.page] ?? '').trim();
    const isLonger = cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '');
    const isUndated = columns.date !== -1 && (cells[columns.date] ?? '').trim() === '';
    const cell = (cells[columns.views] ?? '').trim();
    const views = cell === '' && blankIsZero ? 0 : readViews(cell);
    // GA4's explorations end their line of totals, which names nothing, with a cell that the header does not have.
    if (isTotal(text) || (text === '' && (isLonger || isUndated)))
      return { kind: 'total', views: typeof views === 'number' ? views : 0 };
    if (isLonger) return { kind: 'bad', column: width, reason: 'the row has more cells than the header' };
    if (typeof views !== 'number') return { kind: 'bad', column: columns.views, reason: views.reason };
    if (text === '') return { kind: 'not-set', views };
    if (text.startsWith('(') && text.endsWith(')'))
      return { kind: NOT_SET.has(foldHeader(text)) ? 'not-set' : 'other', views };
    if (isOthers(text)) return { kind: 'other', views };
    const days = readDays(cells, columns, order);
    if ('reason' in days) return { kind: 'bad', ...days };
    const host = columns.host === -1 ? '' : (cells[columns.host] ?? '').trim();
    return {
      kind: 'views',
      // A path is no address: two slashes at its beginning are a slip, and no host follows.
      path: clean(columns.isAddress ? pathOfAddress(text) : pathOf(text.replace(/^\/{2,}/, '/'))),
      host: hostOf(columns.isAddress ? text : host) || host.toLowerCase(),
      views,
      days: days.span,
      segment: columns.segment === -1 ? null : (cells[columns.segment] ?? '').trim(),
    };
  };
};

const isTotal = (text: string): boolean => isWord(text) && TOTAL.has(foldHeader(text));

/** Matomo's row for all pages beyond its limit. */
const isOthers = (text: string): boolean => isWord(text) && OTHERS.has(foldHeader(text));

const isWord = (text: string): boolean => text !== '' && text.length < 40 && !text.includes('/');

const readDays = (
  cells: readonly string[],
  { from, to, date }: Columns,
  order: DayOrder
): { readonly span: Span | null } | { readonly column: number; readonly reason: string } => {
  const both = from !== -1 && to !== -1 ? [from, to] : date !== -1 ? [date, date] : [];
  const [first = -1, second = -1] = both;
  if (first === -1) return { span: null };
  const [start, end] = [readDay(cells[first] ?? '', order), readDay(cells[second] ?? '', order)];
  if (start === null) return { column: first, reason: NO_DAY };
  if (end === null) return { column: second, reason: NO_DAY };
  return end < start
    ? { column: second, reason: 'the period ends before it begins' }
    : { span: { from: start, to: end } };
};

const NO_DAY = 'it is no day; write it as 2026-12-31';
