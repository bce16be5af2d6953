import { countedOnce, type CountingImport } from './counted-once';
import type { Day } from './day';
import { sumViews, type Measurements, type Published, type ViewCount } from './evidence';
import type { CountedInPeriod } from './period';
import { daysIn, union, within, without, type Span } from './span';

/** An analytics import that tells of a content type and locale. */
export interface CoveringImport extends CountingImport, Span {
  /** Of which no newer import of its tool and site tells: disjoint, in order. */
  readonly days: readonly Span[];
  /** Absence from a complete file is zero; from any other it says nothing. */
  readonly isComplete: boolean;
}

/** What measures the versions of one content type and locale. */
export interface Covering {
  /** Days that trackers measured. */
  readonly tracked: readonly Span[];
  /** Those of them on which every page named its entry: only these tell of entries without a path. */
  readonly named: readonly Span[];
  readonly trackers: readonly string[];
  /** Earliest end first. */
  readonly imports: readonly CoveringImport[];
}

/** A version as sources know it. */
export interface CoveredVersion {
  readonly hasPath: boolean;
  /** No tracker could name it before; `null`: not known. */
  readonly createdOn: Day | null;
  /** The last day on which a path was visited that may have led to it as well as to another; `null`: none was. */
  readonly doubtedOn: Day | null;
  readonly counts: readonly ViewCount[];
  /** Imports in which another version has the same path. */
  readonly obstructed: readonly number[];
  /** Imports in which a path of no entry was viewed that may have been its address. */
  readonly doubted: readonly number[];
}

/** What sources tell of a version besides when it was published. */
export interface Coverage extends Omit<Measurements, keyof Published> {
  readonly measuredBy: readonly string[];
  /** Of the days measured those of trackers. */
  readonly tracked: readonly Span[];
  /** What was counted in each of the periods asked for. */
  readonly periods: readonly CountedInPeriod[];
}

/** Of what no source tells. */
export const UNCOVERED: Coverage = {
  counts: [],
  measured: [],
  reported: [],
  obstacle: null,
  mayHaveMoved: false,
  measuredBy: [],
  tracked: [],
  periods: [],
};

/** The days measured of a version: trackers know it by its document or its path, imports by its path. */
export const coverageOf = (
  covering: Covering,
  version: CoveredVersion,
  periods: readonly Span[] = NO_PERIODS
): Coverage => {
  const { trackers, imports } = covering;
  const { hasPath, obstructed, doubted } = version;
  const tracking = trackingOf(covering, version);
  const { tracked } = tracking;
  const telling: CoveringImport[] = [];
  const silent: CoveringImport[] = [];
  let { obstacle } = tracking;
  for (const one of imports) {
    const isCounted = version.counts.some(({ source }) => source === one.source);
    const mayHaveMoved = !isCounted && doubted.includes(one.id);
    const isMapped = isCounted || (hasPath && !mayHaveMoved && !obstructed.includes(one.id));
    if (isMapped && one.isComplete && !isCounted) silent.push(one);
    // Of its days newer imports tell.
    if (one.days.length === 0) continue;
    if (isMapped && one.isComplete) telling.push(one);
    else if (!isMapped) obstacle = mayHaveMoved ? 'address-changed' : 'url-unmapped';
    else if (!isCounted) obstacle = 'below-cut-off';
  }
  const days = telling.flatMap((one) => one.days);
  const once = countedOnce(version.counts, imports);
  const counts = silent.length === 0 ? once : once.map((one) => whenViewed(one, imports, silent));
  const measuredBy = [...(tracked.length === 0 ? [] : trackers), ...telling.map(({ source }) => source)];
  return {
    counts,
    measured: days.length === 0 ? tracked : union([...tracked, ...days]),
    reported: telling.length === 0 ? NO_DAYS : telling.flatMap((one) => one.days.at(-1)?.to ?? []),
    obstacle,
    mayHaveMoved: doubted.length > 0,
    measuredBy,
    tracked,
    periods: periods.map((span) =>
      countedIn(imports, { counts: counts.flatMap(countable), measuredBy, tracked }, span)
    ),
  };
};

const NO_PERIODS: readonly Span[] = [];
const NO_DAYS: readonly Day[] = [];

/** A newer import that has every view and none of this version leaves an older one's views to the days before it. */
const whenViewed = (count: ViewCount, imports: Covering['imports'], silent: readonly CoveringImport[]): ViewCount => {
  const own = imports.find(({ source }) => source === count.source);
  if (own === undefined) return count;
  const newer = silent.filter(({ id, series }) => series === own.series && id > own.id);
  const left = newer.length === 0 ? [] : without([count], newer);
  const [first, last] = [left[0], left.at(-1)];
  return first === undefined || last === undefined ? count : { ...count, from: first.from, to: last.to };
};

/** Which of two sources stands is another question in each period; what a newer file replaced is in none. */
const countable = ({ isRepeated: _, isReplaced, ...count }: ViewCount): readonly ViewCount[] =>
  isReplaced === true ? [] : [count];

/** Counts that reach beyond the period are in none of its days, and their days are not known. */
const countedIn = (
  imports: Covering['imports'],
  coverage: Pick<Coverage, 'counts' | 'measuredBy' | 'tracked'>,
  span: Span
): CountedInPeriod => {
  const inside = coverage.counts.filter(({ views, from, to }) => views > 0 && from >= span.from && to <= span.to);
  const whole = imports.filter(({ source }) => inside.some((one) => one.source === source));
  const known = union([...coverage.tracked, ...silentDays(imports, coverage), ...whole]);
  return { span, views: sumViews(countedOnce(inside, imports)).views, known: within(known, span) };
};

/** An import that counted something over months does not say on which day: only its silence is one of every day. */
const silentDays = (
  imports: Covering['imports'],
  { counts, measuredBy }: Pick<Coverage, 'counts' | 'measuredBy'>
): readonly Span[] =>
  imports.flatMap(({ source, days }) =>
    measuredBy.includes(source) && !counts.some((one) => one.views > 0 && one.source === source) ? days : []
  );

/** The days on which a tracker would have counted a view of this very version, and why they are not all that it measured. */
const trackingOf = (
  { tracked, named, trackers }: Covering,
  { hasPath, counts, createdOn, doubtedOn }: CoveredVersion
): Pick<Coverage, 'tracked' | 'obstacle'> => {
  // What was counted once has been found by its path, or been named.
  const isKnown = hasPath || counts.some(({ source }) => trackers.includes(source));
  const days = isKnown ? tracked : named;
  const from = Math.max(createdOn ?? -Infinity, doubtedOn === null ? -Infinity : doubtedOn + 1);
  const isWhole = (days[0]?.from ?? from) >= from;
  const isObstructed = tracked.length > 0 && (doubtedOn !== null || daysIn(days) < daysIn(tracked));
  return {
    tracked: isWhole ? days : within(days, { from, to: Infinity }),
    obstacle: isObstructed ? 'url-unmapped' : null,
  };
};

/** Views of a version on each of some days; `null`: not known of the day. Counts of longer periods are in none of them. */
export const viewsByDay = (
  imports: Covering['imports'],
  coverage: Pick<Coverage, 'counts' | 'measuredBy' | 'tracked'>,
  { from, to }: Span
): readonly { readonly day: Day; readonly views: number | null }[] => {
  const counted = coverage.counts.filter(({ views }) => views > 0);
  const silent = silentDays(imports, coverage);
  const days = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const zero = new Set(
    union([...coverage.tracked, ...silent]).flatMap((span) => days.filter((day) => day >= span.from && day <= span.to))
  );
  const onDay = (day: Day): number | null => {
    const all = counted.filter((one) => one.from === day && one.to === day);
    // What an import of many days holds too is known of this day from the tracker alone.
    const once = all.filter(({ isRepeated }) => isRepeated !== true);
    return all.length === 0 ? null : (once.length > 0 ? once : all).reduce((sum, { views }) => sum + views, 0);
  };
  return days.map((day) => ({ day, views: onDay(day) ?? (zero.has(day) ? 0 : null) }));
};

/** What imports counted of a version over more than one day, as far as it stands in the sum of its views. */
export const viewsOfPeriods = (
  imports: Covering['imports'],
  { counts }: Pick<Coverage, 'counts'>
): readonly ViewCount[] => {
  const sources = new Set(imports.map(({ source }) => source));
  return counts.filter(
    ({ source, from, to, views, isRepeated }) => views > 0 && from < to && isRepeated !== true && sources.has(source)
  );
};
