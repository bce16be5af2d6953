import type { Consumption, Demand } from '../api';
import { PERIODS, type PeriodKey } from '../evidence/period';
import type { Span } from '../evidence/span';
import type { Verdict } from '../vocabulary';
import {
  ageUnder,
  countingUnder,
  isVisible,
  type CountFilter,
  type PeriodGroup,
  type Snapshot,
  type SnapshotGroup,
} from './snapshot';

/** Views as they add up: 0 where there are none. */
interface Sum extends Consumption {
  readonly views: number;
}

const NOTHING: Sum = { views: 0, measured: 0, neverConsumed: 0 };

/** Of the versions of some entries in a period. */
interface PeriodSum {
  readonly views: number;
  /** Published versions, and of these those of which enough days are known. */
  readonly published: number;
  readonly known: number;
}

const NOTHING_KNOWN: PeriodSum = { views: 0, published: 0, known: 0 };

/** What was counted under a filter: of each entry only the versions that count. */
export interface CountedConsumption {
  readonly of: (scope: string) => Consumption;
  /** Of scopes whose views are added up only since the days are kept: in an older audit they are not known. */
  readonly ofLater: (scope: string) => Consumption;
  /** The days of which the views tell; `null` where nothing was measured, or an older audit does not say. */
  readonly period: Span | null;
}

/** Consumption by scope, and the days that it is of: all that are known, or those of a period. */
export const countConsumption = (
  snapshot: Snapshot,
  filter: CountFilter,
  asked: PeriodKey | null = null
): CountedConsumption => {
  const known = countKnown(snapshot, filter);
  if (asked === null) return known;
  const of = viewsIn(snapshot, filter, asked);
  const inPeriod = (scope: string): Consumption => ({ ...known.of(scope), ...of(scope) });
  const period = snapshot.periods?.find(({ key }) => key === asked) ?? null;
  return { of: inPeriod, ofLater: inPeriod, period };
};

/** Views by scope in a period, and whether they are at least so many; of an older audit they are not known. */
const viewsIn = ({ scopes, periodGroups = [] }: Snapshot, filter: CountFilter, asked: PeriodKey) => {
  const totals = new Map<string, PeriodSum>();
  for (const group of periodGroups) {
    if (countingUnder(group, filter).length === 0) continue;
    const locales = filter.localesOf(group.uid) ?? [];
    for (const [position, entries, numbers] of group.sums) {
      const scope = scopes[position];
      if (scope === undefined) continue;
      totals.set(scope, addVisible(totals.get(scope) ?? NOTHING_KNOWN, group, locales, entries, numbers, asked));
    }
  }
  return (scope: string): Pick<Consumption, 'views' | 'isPartial'> => {
    const { views, known, published } = totals.get(scope) ?? NOTHING_KNOWN;
    return views === 0 && known === 0 ? { views: null } : { views, isPartial: known < published };
  };
};

const addVisible = (
  before: PeriodSum,
  { variants }: PeriodGroup,
  locales: readonly string[] | 'all',
  entries: number,
  numbers: readonly number[],
  asked: PeriodKey
): PeriodSum => {
  const from = PERIODS.indexOf(asked) * variants.length;
  return variants.reduce((sum, variant, at) => {
    if (!isVisible(variant, locales)) return sum;
    const own = 2 * (from + at);
    return {
      views: sum.views + (numbers[own] ?? 0),
      published: sum.published + (variant.published ? entries : 0),
      known: sum.known + (numbers[own + 1] ?? 0),
    };
  }, before);
};

const countKnown = (snapshot: Snapshot, filter: CountFilter): CountedConsumption => {
  let period: Span | null = null;
  const totals = new Map<string, Sum>();
  for (const group of snapshot.groups) {
    const locales = filter.localesOf(group.uid);
    if (locales === null || ageUnder(group, filter) === null) continue;
    const grade = gradeUnder(group, locales);
    const views = new Map(group.views);
    period = overDays(period, group, locales);
    for (const [position, entries] of group.counts) {
      const scope = snapshot.scopes[position];
      if (scope === undefined) continue;
      const before = totals.get(scope) ?? NOTHING;
      totals.set(scope, {
        views: before.views + sumVisible(group, locales, views.get(position)),
        measured: before.measured + (grade === null ? 0 : entries),
        neverConsumed: before.neverConsumed + (grade === 'never-consumed' ? entries : 0),
      });
    }
  }
  const of = (scope: string): Consumption => {
    const sum = totals.get(scope) ?? NOTHING;
    return { ...sum, views: sum.measured === 0 && sum.views === 0 ? null : sum.views };
  };
  const knowsDays = snapshot.groups.some(({ days }) => days !== undefined);
  return { of, ofLater: (scope) => (knowsDays ? of(scope) : { ...of(scope), views: null }), period };
};

const overDays = (before: Span | null, { variants, days = [] }: SnapshotGroup, locales: readonly string[] | 'all') =>
  variants.reduce<Span | null>((span, variant, at) => {
    const own = days[at] ?? null;
    if (own === null || !isVisible(variant, locales)) return span;
    const [from, to] = own;
    return span === null ? { from, to } : { from: Math.min(span.from, from), to: Math.max(span.to, to) };
  }, before);

/** As of an entry over its versions: viewed when any is, silent when all are. */
const gradeUnder = ({ variants }: SnapshotGroup, locales: readonly string[] | 'all') => {
  const published = variants.filter((variant) => variant.published && isVisible(variant, locales));
  const grades = published.map(({ grade }) => grade ?? null);
  if (grades.includes('consumed')) return 'consumed';
  if (grades.length === 0 || grades.includes(null)) return null;
  return grades.includes('dormant') ? 'dormant' : 'never-consumed';
};

const sumVisible = (
  { variants }: SnapshotGroup,
  locales: readonly string[] | 'all',
  views: readonly number[] = []
): number => variants.reduce((sum, variant, at) => sum + (isVisible(variant, locales) ? (views[at] ?? 0) : 0), 0);

/** From so many entries on a cell can be crowded; half of the measured never viewed makes it so. */
const CROWDED_FROM = 5;
const CROWDED_SHARE = 0.5;
/** Below these, demand is chance. */
const ENTRIES_FROM = 3;
const VIEWS_FROM = 100;
/** Views per entry, in times the median of cells alike. */
const UNDERSERVED_TIMES = 2;

/** A cell as supply and demand are told by. */
export interface JudgedCell extends Consumption {
  readonly current: number;
  readonly old: number;
  readonly target: number;
  readonly verdict: Verdict;
}

/** Too much that nobody looks at, or too little of what many look at: in the order of the cells. */
export const judgeDemand = (cells: readonly JudgedCell[]): readonly (Demand | null)[] => {
  const perEntry = ({ views, current, old }: JudgedCell): number => (views ?? 0) / (current + old);
  const judgeable = cells.filter((cell) => cell.current + cell.old >= ENTRIES_FROM && (cell.views ?? 0) >= VIEWS_FROM);
  const usual = median(judgeable.map(perEntry));
  return cells.map((cell) => {
    const { current, target, verdict, measured, neverConsumed } = cell;
    const isCrowded = current >= CROWDED_FROM && current > target && verdict !== 'not-needed';
    if (isCrowded && measured > 0 && neverConsumed >= CROWDED_SHARE * measured) return 'crowded';
    const isShort = verdict === 'gap' || verdict === 'thin';
    const isWanted = judgeable.includes(cell) && perEntry(cell) >= UNDERSERVED_TIMES * usual;
    return isShort && isWanted ? 'underserved' : null;
  });
};

const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
};
