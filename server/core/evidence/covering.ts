import type { Day } from './day';
import type { Measurements, ViewCount } from './evidence';
import { union, type Span } from './span';

/** An analytics import that tells of a content type and locale. */
export interface CoveringImport extends Span {
  readonly id: number;
  readonly source: string;
  /** Absence from a complete file is zero; from any other it says nothing. */
  readonly isComplete: boolean;
}

/** What measures the versions of one content type and locale. */
export interface Covering {
  /** Days that trackers measured. */
  readonly tracked: readonly Span[];
  readonly trackers: readonly string[];
  /** Earliest end first. */
  readonly imports: readonly CoveringImport[];
}

/** A version as sources know it. */
export interface CoveredVersion {
  readonly hasPath: boolean;
  readonly counts: readonly ViewCount[];
  /** Imports in which another version has the same path. */
  readonly obstructed: readonly number[];
}

/** What sources tell of a version besides when it was published. */
export interface Coverage extends Omit<Measurements, 'publishedOn' | 'readableFrom'> {
  readonly measuredBy: readonly string[];
}

/** Of what no source tells. */
export const UNCOVERED: Coverage = { counts: [], measured: [], reported: [], obstacle: null, measuredBy: [] };

/** The days measured of a version: trackers name it by its document, imports by its path. */
export const coverageOf = (
  { tracked, trackers, imports }: Covering,
  { hasPath, counts, obstructed }: CoveredVersion
): Coverage => {
  const telling: CoveringImport[] = [];
  let obstacle: Measurements['obstacle'] = null;
  for (const one of imports) {
    const isCounted = counts.some(({ source }) => source === one.source);
    const isMapped = isCounted || (hasPath && !obstructed.includes(one.id));
    if (isMapped && one.isComplete) telling.push(one);
    else if (!isMapped) obstacle = 'url-unmapped';
    else if (!isCounted) obstacle = 'below-cut-off';
  }
  return {
    counts,
    measured: telling.length === 0 ? tracked : union([...tracked, ...telling]),
    reported: telling.length === 0 ? [] : telling.map(({ to }) => to),
    obstacle,
    measuredBy: [...trackers, ...telling.map(({ source }) => source)],
  };
};

/** Views of a version on each of some days; `null`: not known of the day. Counts of longer periods are in none of them. */
export const viewsByDay = (
  { tracked, imports }: Pick<Covering, 'tracked' | 'imports'>,
  coverage: Pick<Coverage, 'counts' | 'measuredBy'>,
  { from, to }: Span
): readonly { readonly day: Day; readonly views: number | null }[] => {
  const counted = coverage.counts.filter(({ views }) => views > 0);
  // An import that counted something over months does not say on which day: only its silence is one of every day.
  const silent = imports.filter(
    ({ source }) => coverage.measuredBy.includes(source) && !counted.some((one) => one.source === source)
  );
  const days = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const zero = new Set(
    union([...tracked, ...silent]).flatMap((span) => days.filter((day) => day >= span.from && day <= span.to))
  );
  const views = new Map<Day, number>();
  for (const one of counted) if (one.from === one.to) views.set(one.from, (views.get(one.from) ?? 0) + one.views);
  return days.map((day) => ({ day, views: views.get(day) ?? (zero.has(day) ? 0 : null) }));
};
