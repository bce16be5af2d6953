import type { Policy } from '../policy';
import type { Day } from './day';
import { daysIn, within, type Span } from './span';

/** How sure we are that an asset was consumed, best known first. Zero and unknown are never mixed. */
export const GRADES = ['consumed', 'dormant', 'never-consumed', 'too-new', 'unmeasured', 'unpublished'] as const;
export type Grade = (typeof GRADES)[number];

/** Why an asset could not be measured. */
export const UNMEASURED_REASONS = ['no-source', 'interrupted', 'url-unmapped', 'below-cut-off'] as const;
export type UnmeasuredReason = (typeof UNMEASURED_REASONS)[number];

/** Consumption counted over some days by one source. */
export interface ViewCount extends Span {
  readonly source: string;
  readonly views: number;
}

/** All that is known of the consumption of one version of an entry, or of a file. */
export interface Measurements {
  /** The day on which it was first published, as far as we know; `null` where a customer can read nothing. */
  readonly publishedOn: Day | null;
  readonly counts: readonly ViewCount[];
  /** Days on which zero would have been seen, of all sources together: disjoint, in order. */
  readonly measured: readonly Span[];
  /** Why days that a source covers do not count for this asset; `null` where none does. */
  readonly obstacle: Extract<UnmeasuredReason, 'url-unmapped' | 'below-cut-off'> | null;
}

/** A grade with what it rests on. Days are UTC; `measuredDays` of `windowDays` were measured. */
export type Evidence =
  | { readonly grade: 'consumed'; readonly views: number; readonly lastViewed: Day }
  | {
      readonly grade: 'dormant';
      readonly views: number;
      readonly lastViewed: Day;
      readonly measuredDays: number;
      readonly windowDays: number;
    }
  | { readonly grade: 'never-consumed'; readonly measuredDays: number; readonly windowDays: number }
  /** `measuredDays` without a view so far; judged from `judgeableFrom` on. */
  | {
      readonly grade: 'too-new';
      readonly judgeableFrom: Day;
      readonly measuredDays: number;
      readonly windowDays: number;
    }
  | {
      readonly grade: 'unmeasured';
      readonly reason: UnmeasuredReason;
      readonly views: number;
      readonly lastViewed: Day | null;
      readonly measuredDays: number;
      readonly windowDays: number;
      /** Interrupted before, measured now: in time it can be judged. */
      readonly isWatched: boolean;
    }
  | { readonly grade: 'unpublished' };

/** The policy's numbers by which assets are graded. */
export type GradingPolicy = Pick<
  Policy,
  'consumedViews' | 'tooNewDays' | 'neverDays' | 'dormantDays' | 'measuredShare' | 'watchedDays'
>;

/**
 * Grades an asset by what was counted and measured before and on `today`. Zero is only said of days that are over and
 * were measured: `today` itself brings views, but no silence.
 */
export const evidence = (measurements: Measurements, policy: GradingPolicy, today: Day): Evidence => {
  const { publishedOn, counts, measured } = measurements;
  if (publishedOn === null) return UNPUBLISHED;
  const measuredIn = (days: number): number => daysIn(within(measured, lastDays(today, days)));
  const { all, recent, lastViewed } = sumViews(counts, today - policy.dormantDays);
  if (lastViewed !== null) {
    if (recent >= policy.consumedViews) return { grade: 'consumed', views: all, lastViewed };
    const [measuredDays, windowDays] = [measuredIn(policy.dormantDays), policy.dormantDays];
    return measuredDays >= policy.measuredShare * windowDays
      ? { grade: 'dormant', views: all, lastViewed, measuredDays, windowDays }
      : unmeasured(measurements, false, { views: all, lastViewed, measuredDays, windowDays });
  }
  const age = today - publishedOn;
  const windowDays = policy.neverDays;
  const measuredDays = measuredIn(Math.min(Math.max(age, 0), windowDays));
  const isEnoughOf = (days: number): boolean => measuredDays >= policy.measuredShare * days;
  if (age >= windowDays && isEnoughOf(windowDays)) return { grade: 'never-consumed', measuredDays, windowDays };
  if (age < policy.tooNewDays || (age < windowDays && isEnoughOf(age))) {
    return { grade: 'too-new', judgeableFrom: publishedOn + windowDays, measuredDays, windowDays };
  }
  const isWatched = measuredIn(policy.watchedDays) === policy.watchedDays;
  return unmeasured(measurements, isWatched, { views: 0, lastViewed: null, measuredDays, windowDays });
};

/** The last days that are over. */
export const lastDays = (today: Day, days: number): Span => ({ from: today - days, to: today - 1 });

const UNPUBLISHED: Evidence = { grade: 'unpublished' };

/** A period counts as recent as soon as it touches the window: of a year's import nobody knows the days. */
const sumViews = (counts: readonly ViewCount[], recentFrom: Day) => {
  let [all, recent] = [0, 0];
  let lastViewed: Day | null = null;
  for (const { to, views } of counts) {
    if (views <= 0) continue;
    all += views;
    if (to >= recentFrom) recent += views;
    lastViewed = lastViewed === null ? to : Math.max(lastViewed, to);
  }
  return { all, recent, lastViewed };
};

const unmeasured = (
  { measured, obstacle }: Measurements,
  isWatched: boolean,
  facts: Omit<Unmeasured, 'grade' | 'reason' | 'isWatched'>
): Unmeasured => {
  const reason = obstacle ?? (measured.length === 0 ? 'no-source' : 'interrupted');
  return { grade: 'unmeasured', reason, ...facts, isWatched: isWatched && reason === 'interrupted' };
};

type Unmeasured = Extract<Evidence, { grade: 'unmeasured' }>;
