import { foldHeader } from '../import/words';
import type { Span } from '../evidence/span';
import { readDay } from './cells';
import type { AnalyticsTable } from './format';
import { ALL_VISITORS } from './words';

/** What comment lines say in whatever language: only their order and the days in them are relied on. */
export type Comments = Pick<AnalyticsTable, 'site' | 'period' | 'segment'> & {
  readonly report: 'pages' | 'explore' | null;
  /** What the report lists, and by what: `Pages and screens: Page path and screen class`; `''` where it is not said. */
  readonly title: string;
  readonly dimension: string;
};

/** Lines without their `#`, as GA4 and Universal Analytics write them. What people write is no segment, and no site. */
export const readGa4Comments = (comments: readonly string[]): Comments => {
  const lines = comments.map((line) => line.trim());
  const [head, rest] = split(lines);
  const explored = head.map(spanIn).find((span) => span !== null) ?? null;
  if (explored !== null)
    return { site: head[0] ?? '', period: explored, segment: null, report: 'explore', title: '', dimension: '' };
  const days = lines.flatMap((line) => dayIn(line) ?? []);
  const [from, to] = days;
  const [, title = '', dimension = ''] = /^([^:：]*)[:：]\s*(.*)$/.exec(head[0] ?? '') ?? [];
  return {
    // "Pages and screens: …", "Account: …", "Property: …"
    site: valueOf(head[2] ?? ''),
    period: from === undefined || to === undefined || to < from ? spanOfPeople(lines) : { from, to },
    segment: days.length > 0 ? segmentIn(rest) : null,
    report: days.length > 0 ? 'pages' : null,
    title,
    dimension,
  };
};

/** What stands between the first two dashed lines, and what follows them. */
const split = (lines: readonly string[]): readonly [readonly string[], readonly string[]] => {
  const isRule = (line: string): boolean => /^-{5,}$/.test(line);
  const first = lines.findIndex(isRule);
  const length = lines.slice(first + 1).findIndex(isRule);
  if (first === -1 || length === -1) return [[], lines];
  return [lines.slice(first + 1, first + 1 + length), lines.slice(first + 2 + length)];
};

/** `20260723-20260922` */
const spanIn = (line: string): Span | null => {
  const [, first = '', second = ''] = /^(\d{8})\s*-\s*(\d{8})$/.exec(line) ?? [];
  return ordered(readDay(first), readDay(second));
};

/** `Start date: 20250101` */
const dayIn = (line: string) => readDay(/[:：]\s*(\d{8})$/.exec(line)?.[1] ?? '');

/** `Period: 2026-06-01 – 2026-06-30`, as other tools and people write it. One day by itself is when it was exported. */
const spanOfPeople = (lines: readonly string[]): Span | null => {
  const spans = lines.flatMap((line) => {
    const [from = '', to = '', ...others]: readonly string[] = line.match(DAYS) ?? [];
    const span = others.length === 0 ? ordered(readDay(from), readDay(to)) : null;
    return span === null ? [] : [span];
  });
  return spans.length === 1 ? (spans[0] ?? null) : null;
};

const DAYS = /\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})\b/g;

const ordered = (from: number | null, to: number | null): Span | null =>
  from === null || to === null || to < from ? null : { from, to };

const valueOf = (line: string): string => line.replace(/^[^:：]*[:：]\s*/, '');

/** The line before the days names whose views these are. */
const segmentIn = (lines: readonly string[]): string | null => {
  const name = lines.find((line) => line !== '' && dayIn(line) === null);
  return name === undefined || ALL_VISITORS.has(foldHeader(name)) ? null : name;
};
