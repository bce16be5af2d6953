import { foldHeader } from '../import/words';
import { readDay } from './cells';
import { findColumns } from './columns';
import type { AnalyticsFormat, TableHead } from './format';
import type { Span } from '../evidence/span';
import { rowReader } from './table';
import { PLAIN_COLUMNS } from './words';

/** Plausible's pages, of its dashboard (`pages.csv`, of a period that only the archive's name tells) or its full export. */
export const plausible: AnalyticsFormat = {
  report: 'plausible',
  tool: 'plausible',
  open: (head) => {
    const words = new Set(head.header.map(foldHeader));
    if (!HEADERS.some((names) => names.every((name) => words.has(name)))) return null;
    const columns = findColumns(head.header, head.sample, PLAIN_COLUMNS);
    if (columns === null) return null;
    const period = columns.date === -1 ? periodOf(head) : null;
    return { site: '', period, segment: null, header: head.header, read: rowReader(head, columns) };
  },
};

/** Folded names that stand in no other tool's file together. */
const HEADERS: readonly (readonly string[])[] = [
  ['name', 'visitors', 'pageviews', 'bounce rate'],
  ['date', 'hostname', 'page', 'visits', 'visitors', 'pageviews'],
];

/** `Plausible export example.com 2026-06-01 to 2026-06-30 .zip` */
const periodOf = ({ names }: TableHead): Span | null => {
  for (const name of names) {
    const [, first = '', second = ''] = /(\d{4}-\d{2}-\d{2})\s+to\s+(\d{4}-\d{2}-\d{2})/.exec(name) ?? [];
    const [from, to] = [readDay(first), readDay(second)];
    if (from !== null && to !== null && from <= to) return { from, to };
  }
  return null;
};
