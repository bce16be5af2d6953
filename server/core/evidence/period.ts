import { daysOf, monthOf } from '../consumption/month';
import type { Day } from './day';
import type { Span } from './span';

/** Of which days views can be asked for besides all that are known. */
export const PERIODS = ['30-days', '90-days', '12-months'] as const;
export type PeriodKey = (typeof PERIODS)[number];

/** As of an audit. */
export interface PeriodSpan extends Span {
  readonly key: PeriodKey;
}

/**
 * Its days as of `today`: whole ones only, up to yesterday. Twelve months begin with the first day of a month, as the
 * files of analytics do: views of a file that reaches beyond a period are of no known day of it.
 */
export const spanOf = (key: PeriodKey, today: Day): PeriodSpan => {
  const to = today - 1;
  return { key, from: FROM[key](to), to };
};

const FROM: Readonly<Record<PeriodKey, (to: Day) => Day>> = {
  '30-days': (to) => to - 29,
  '90-days': (to) => to - 89,
  '12-months': (to) => daysOf(monthOf(to) - 12).from,
};

/** What was counted in a period. */
export interface CountedInPeriod {
  readonly span: Span;
  readonly views: number;
  /** Its days of which every view is known: disjoint, in order. */
  readonly known: readonly Span[];
}

/** Views of an asset in a period. */
export interface PeriodViews {
  /** `null`: not known. More than 0 with `missingDays` are at least so many. */
  readonly views: number | null;
  /** Days on which it could be viewed and of which nobody knows its views; 0 where enough of them are known. */
  readonly missingDays: number;
  /** How long the period is. */
  readonly days: number;
}

/** Zero views need `measuredShare` of the days known since which it can be read; else they are not known. */
export const periodViews = (
  { span, views, known }: CountedInPeriod,
  since: Day,
  { measuredShare }: { readonly measuredShare: number }
): PeriodViews => {
  const from = Math.max(span.from, since);
  const readable = Math.max(span.to - from + 1, 0);
  const told = known.reduce((sum, one) => sum + Math.max(one.to - Math.max(one.from, from) + 1, 0), 0);
  const missingDays = told >= measuredShare * readable ? 0 : readable - told;
  return { views: views > 0 || missingDays === 0 ? views : null, missingDays, days: span.to - span.from + 1 };
};

/** Of an entry over its versions; `isUnknown`: of one that can be read nothing is known at all. */
export const overallPeriods = (
  versions: readonly (readonly PeriodViews[])[],
  isUnknown: boolean
): readonly PeriodViews[] => {
  const [first = []] = versions;
  return first.map(({ days }, at) => {
    const each = versions.flatMap((periods) => periods[at] ?? []);
    const counted = each.flatMap(({ views }) => views ?? []);
    return {
      views: counted.length === 0 ? null : counted.reduce((sum, views) => sum + views, 0),
      missingDays: isUnknown ? days : Math.max(...each.map(({ missingDays }) => missingDays)),
      days,
    };
  });
};
