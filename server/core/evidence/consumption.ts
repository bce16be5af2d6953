import type { Policy } from '../policy';
import type { Day } from './day';
import { sumViews, type Evidence, type Measurements, type ViewCount } from './evidence';
import { readableSince } from './first-publication';
import { overallPeriods, periodViews, type CountedInPeriod, type PeriodViews } from './period';
import { daysIn, union, within, without } from './span';

/** What was counted of an asset, as lists show it beside the grade. */
export interface Consumption {
  /** Over all time and sources, what several counted once; `null` while nothing could have counted any. */
  readonly views: number | null;
  /** The days of which `views` tells. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly lastViewed: Day | null;
  /** Of the days in the grade's window, `windowDays` up to `windowTo`; `null`: up to the day before it was graded. */
  readonly measuredDays: number;
  readonly windowDays: number;
  readonly windowTo: Day | null;
  /** Keys of the sources that counted or measured it, in order. */
  readonly sources: readonly string[];
  /** In each of the periods, in their order. */
  readonly periods: readonly PeriodViews[];
}

/** Sums up what is known of an asset that `sources` measure; `null` where no source says anything of it. */
export const consumption = (
  measurements: Measurements & { readonly periods: readonly CountedInPeriod[] },
  sources: readonly string[],
  graded: Evidence,
  policy: Pick<Policy, 'dormantDays' | 'measuredShare'>,
  today: Day
): Consumption | null => {
  const { counts, measured } = measurements;
  const since = readableSince(measurements);
  if (since === null || (sources.length === 0 && counts.length === 0)) return null;
  const viewed = counts.filter(({ views }) => views > 0);
  const lastDays = { from: today - policy.dormantDays, to: today - 1 };
  // What was measured before it could be read says nothing about it.
  const readable = within(measured, { from: since, to: today });
  const [replaced, summed] = [viewed.filter(isReplaced), viewed.filter((one) => !isReplaced(one))];
  const known = union([...(replaced.length === 0 ? readable : without(readable, replaced)), ...summed]);
  const { views, lastViewed } = sumViews(viewed);
  return {
    views: known.length === 0 ? null : views,
    from: known[0]?.from ?? null,
    to: known.at(-1)?.to ?? null,
    lastViewed,
    measuredDays: 'measuredDays' in graded ? graded.measuredDays : daysIn(within(measured, lastDays)),
    windowDays: 'windowDays' in graded ? graded.windowDays : policy.dormantDays,
    windowTo: 'windowTo' in graded && graded.windowTo < today - 1 ? graded.windowTo : null,
    sources: [...new Set([...sources, ...viewed.map(({ source }) => source)])].sort(),
    periods: measurements.periods.map((one) => periodViews(one, since, policy)),
  };
};

const isReplaced = (one: ViewCount): boolean => one.isReplaced === true;

/** What is known of an entry over those of its versions of which something is; `isUnknown`: of a published one nothing is. */
export const overallConsumption = (
  versions: readonly (Consumption | null)[],
  graded: Evidence,
  isUnknown: boolean
): Consumption | null => {
  const known = versions.filter((one) => one !== null);
  const [first, second] = known;
  if (first === undefined) return null;
  if (second === undefined && versions.length === 1) return first;
  const sum = (views: readonly (number | null)[]): number | null =>
    views.every((one) => one === null) ? null : views.reduce<number>((total, one) => total + (one ?? 0), 0);
  const over = (pick: (one: Consumption) => Day | null, best: (...days: number[]) => number): Day | null => {
    const days = known.flatMap((one) => pick(one) ?? []);
    return days.length === 0 ? null : best(...days);
  };
  return {
    views: sum(known.map(({ views }) => views)),
    from: over(({ from }) => from, Math.min),
    to: over(({ to }) => to, Math.max),
    lastViewed: over(({ lastViewed }) => lastViewed, Math.max),
    measuredDays: 'measuredDays' in graded ? graded.measuredDays : Math.max(...known.map((one) => one.measuredDays)),
    windowDays: 'windowDays' in graded ? graded.windowDays : Math.max(...known.map((one) => one.windowDays)),
    windowTo: 'windowTo' in graded ? (known.find((one) => one.windowTo === graded.windowTo)?.windowTo ?? null) : null,
    sources: [...new Set(known.flatMap(({ sources }) => sources))].sort(),
    periods: overallPeriods(
      known.map(({ periods }) => periods),
      isUnknown
    ),
  };
};
