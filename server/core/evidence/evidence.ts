import type { Policy } from '../policy';
import type { Day } from './day';
import { readableSince } from './first-publication';
import { daysIn, within, type Span } from './span';

/** How sure we are that an asset was consumed, best known first. Zero and unknown are never mixed. */
export const GRADES = ['consumed', 'dormant', 'never-consumed', 'too-new', 'unmeasured', 'unpublished'] as const;
export type Grade = (typeof GRADES)[number];

/** Why an asset could not be measured. */
export const UNMEASURED_REASONS = [
  'no-source',
  'interrupted',
  'url-unmapped',
  'below-cut-off',
  'address-changed',
] as const;
export type UnmeasuredReason = (typeof UNMEASURED_REASONS)[number];

/** Consumption counted over some days by one source. */
export interface ViewCount extends Span {
  readonly source: string;
  readonly views: number;
  /** Another source's count holds these views too: they prove consumption and are in no sum. */
  readonly isRepeated?: true;
  /** That source is a newer import, which tells of a part of its days only: of the others the views are in no sum. */
  readonly isReplaced?: true;
}

/** Since when customers can read one version of an entry, or a file. */
export interface Published {
  /** The day on which it was first published, as far as we know; `null` where a customer can read nothing. */
  readonly publishedOn: Day | null;
  /** The day since which it is published again, where it was seen unpublished; `null` where it never was. */
  readonly readableFrom: Day | null;
}

/** All that is known of its consumption. */
export interface Measurements extends Published {
  readonly counts: readonly ViewCount[];
  /** Days on which zero would have been seen, of all sources together: disjoint, in order. */
  readonly measured: readonly Span[];
  /** Last days of imports that tell of it, whether or not they count views: of later days they could not tell yet. */
  readonly reported: readonly Day[];
  /** Why days that a source covers do not count for this asset; `null` where none does. */
  readonly obstacle: Extract<UnmeasuredReason, 'url-unmapped' | 'below-cut-off' | 'address-changed'> | null;
  /** A path of no entry was viewed that may have been its address: then nobody can say that it had no view ever. */
  readonly mayHaveMoved: boolean;
}

/** A grade with what it rests on. Days are UTC; of the `windowDays` up to `windowTo`, `measuredDays` were measured. */
export type Evidence =
  | { readonly grade: 'consumed'; readonly views: number; readonly lastViewed: Day }
  | ({
      readonly grade: 'dormant';
      readonly views: number;
      readonly lastViewed: Day;
    } & MeasuredWindow)
  | ({ readonly grade: 'never-consumed' } & MeasuredWindow)
  /** `measuredDays` without a view so far; judged from `judgeableFrom` on. */
  | ({ readonly grade: 'too-new'; readonly judgeableFrom: Day } & MeasuredWindow)
  | ({
      readonly grade: 'unmeasured';
      readonly reason: UnmeasuredReason;
      readonly views: number;
      readonly lastViewed: Day | null;
      /** Interrupted before, measured now: in time it can be judged. */
      readonly isWatched: boolean;
    } & MeasuredWindow)
  | { readonly grade: 'unpublished' };

/** Days of which a grade tells, and how many of them zero would have been seen on. */
export interface MeasuredWindow {
  readonly measuredDays: number;
  readonly windowDays: number;
  readonly windowTo: Day;
}

/** The policy's numbers by which assets are graded. */
export type GradingPolicy = Pick<
  Policy,
  'consumedViews' | 'tooNewDays' | 'neverDays' | 'dormantDays' | 'measuredShare' | 'importDays' | 'watchedDays'
>;

/**
 * Grades an asset by what was counted and measured before and on `today`. Zero is only said of days that are over and
 * were measured: `today` itself brings views, but no silence. The window ends yesterday or, where days since an import
 * are not measured, with the import.
 */
export const evidence = (measurements: Measurements, policy: GradingPolicy, today: Day): Evidence => {
  const since = readableSince(measurements);
  if (since === null) return UNPUBLISHED;
  const ends = windowEnds(measurements.reported, policy, today);
  const { views, lastViewed } = sumViews(measurements.counts);
  return lastViewed === null
    ? silent(measurements, since, policy, ends)
    : viewed(measurements, { views, lastViewed }, policy, ends);
};

/** Of something viewed: lately, not lately, or not known. */
const viewed = (
  measurements: Measurements,
  views: { readonly views: number; readonly lastViewed: Day },
  policy: GradingPolicy,
  ends: WindowEnds
): Evidence => {
  const windowDays = policy.dormantDays;
  // What was viewed before its first publication here was readable elsewhere: only where it was seen unpublished it was not.
  const since = measurements.readableFrom ?? -Infinity;
  const measuredIn = (to: Day): number => measuredUpTo(measurements, to, Math.min(windowDays, to + 1 - since));
  for (const windowTo of ends) {
    // A period counts as recent as soon as it touches the window: of a year's import nobody knows the days.
    const recent = viewsIn(measurements.counts.filter(({ to }) => to > windowTo - windowDays));
    const isRecent = recent > 0 && recent >= policy.consumedViews;
    const measuredDays = measuredIn(windowTo);
    const isMeasured = measuredDays >= policy.measuredShare * windowDays;
    // A view of the last days needs nothing measured besides.
    if (isRecent && (isMeasured || windowTo === ends[0])) return { grade: 'consumed', ...views };
    if (isMeasured) return { grade: 'dormant', ...views, measuredDays, windowDays, windowTo };
  }
  const [windowTo] = ends;
  return unmeasured(measurements, {
    ...views,
    measuredDays: measuredIn(windowTo),
    windowDays,
    windowTo,
    isWatched: false,
  });
};

/** Of something that nobody was seen to view: never, not yet, or not known. */
const silent = (measurements: Measurements, since: Day, policy: GradingPolicy, ends: WindowEnds): Evidence => {
  const { neverDays: windowDays, measuredShare, watchedDays } = policy;
  const judgeableFrom = since + windowDays;
  const [yesterday] = ends;
  const windowUpTo = (windowTo: Day): MeasuredWindow => {
    const readable = Math.min(Math.max(windowTo + 1 - since, 0), windowDays);
    return { measuredDays: measuredUpTo(measurements, windowTo, readable), windowDays, windowTo };
  };
  for (const windowTo of ends) {
    const age = windowTo + 1 - since;
    const window = windowUpTo(windowTo);
    const isEnoughOf = (days: number): boolean => days > 0 && window.measuredDays >= measuredShare * days;
    if (age >= windowDays && isEnoughOf(windowDays)) {
      return measurements.mayHaveMoved
        ? unmeasured(measurements, { ...NO_VIEWS, ...window, isWatched: false })
        : { grade: 'never-consumed', ...window };
    }
    const isNew = windowTo === yesterday && age < policy.tooNewDays;
    // Old enough by now, it lacks not time but newer files.
    const isYoung = age < windowDays && judgeableFrom > yesterday + 1;
    if (isNew || (isYoung && isEnoughOf(age))) return { grade: 'too-new', judgeableFrom, ...window };
  }
  const isWatched = measuredUpTo(measurements, yesterday, watchedDays) === watchedDays;
  return unmeasured(measurements, { ...NO_VIEWS, ...windowUpTo(yesterday), isWatched });
};

const NO_VIEWS = { views: 0, lastViewed: null };

type WindowEnds = readonly [yesterday: Day, ...earlier: Day[]];

/** Latest first. */
const windowEnds = (reported: readonly Day[], { importDays }: GradingPolicy, today: Day): WindowEnds => {
  const yesterday = today - 1;
  const earlier = reported.filter((day) => day < yesterday && day >= today - importDays);
  return [yesterday, ...(earlier.length > 1 ? earlier.sort((a, b) => b - a) : earlier)];
};

const measuredUpTo = ({ measured }: Measurements, to: Day, days: number): number =>
  daysIn(within(measured, { from: to - days + 1, to }));

const UNPUBLISHED: Evidence = { grade: 'unpublished' };

/** Repeated ones too. */
const viewsIn = (counts: readonly ViewCount[]): number =>
  counts.reduce((sum, { views }) => sum + Math.max(views, 0), 0);

/** Of all sources, each view once, and the last day on which there may have been one. */
export const sumViews = (counts: readonly ViewCount[]): { readonly views: number; readonly lastViewed: Day | null } => {
  let sum = 0;
  let lastViewed: Day | null = null;
  for (const { to, views, isRepeated } of counts) {
    if (views <= 0) continue;
    if (isRepeated !== true) sum += views;
    lastViewed = lastViewed === null ? to : Math.max(lastViewed, to);
  }
  return { views: sum, lastViewed };
};

const unmeasured = (
  { measured, obstacle, mayHaveMoved }: Measurements,
  { isWatched, ...facts }: Omit<Unmeasured, 'grade' | 'reason'>
): Unmeasured => {
  const known = mayHaveMoved && facts.lastViewed === null ? 'address-changed' : obstacle;
  const reason = known ?? (measured.length === 0 ? 'no-source' : 'interrupted');
  return { grade: 'unmeasured', reason, ...facts, isWatched: isWatched && reason === 'interrupted' };
};

type Unmeasured = Extract<Evidence, { grade: 'unmeasured' }>;
