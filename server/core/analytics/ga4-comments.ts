import type { Span } from '../evidence/span';
import { fold } from '../import/words';
import { readDay } from './cells';
import type { AnalyticsTable } from './format';
import { ALL_VISITORS } from './words';

/** What GA4's comment lines say, in whatever language: only their order and the days in them are relied on. */
export type Ga4Comments = Pick<AnalyticsTable, 'site' | 'period' | 'segment'> & {
  readonly report: 'pages' | 'explore' | null;
};

/** Lines without their `#`. */
export const readGa4Comments = (comments: readonly string[]): Ga4Comments => {
  const lines = comments.map((line) => line.trim());
  const [head, rest] = split(lines);
  const explored = head.map(spanIn).find((span) => span !== null) ?? null;
  if (explored !== null) return { site: head[0] ?? '', period: explored, segment: null, report: 'explore' };
  const days = lines.flatMap((line) => dayIn(line) ?? []);
  const [from, to] = days;
  return {
    // "Pages and screens: …", "Account: …", "Property: …"
    site: valueOf(head[2] ?? ''),
    period: from === undefined || to === undefined || to < from ? null : { from, to },
    segment: segmentIn(rest),
    report: days.length > 0 ? 'pages' : null,
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
  const [from, to] = [readDay(first), readDay(second)];
  return from === null || to === null || to < from ? null : { from, to };
};

/** `Start date: 20250101` */
const dayIn = (line: string) => readDay(/[:：]\s*(\d{8})$/.exec(line)?.[1] ?? '');

const valueOf = (line: string): string => line.replace(/^[^:：]*[:：]\s*/, '');

/** The line before the days names whose views these are. */
const segmentIn = (lines: readonly string[]): string | null => {
  const name = lines.find((line) => line !== '' && dayIn(line) === null);
  return name === undefined || ALL_VISITORS.has(fold(name)) ? null : name;
};
