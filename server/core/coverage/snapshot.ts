import type { ContentTypeRef, Count, Counted } from '../api';
import type { Axes } from '../axes';
import type { Day } from '../evidence/day';
import type { PeriodSpan } from '../evidence/period';
import type { Policy } from '../policy';

/** What one audit counted, complete: every count for any type, locale and way of counting is a sum over groups. */
export interface Snapshot {
  readonly axes: Axes;
  readonly policy: Policy;
  readonly contentTypes: readonly SnapshotType[];
  /** Scope keys; groups refer to them by position. */
  readonly scopes: readonly string[];
  readonly groups: readonly SnapshotGroup[];
  /** Of which days views are added up besides all that are known; left out by versions before this was known. */
  readonly periods?: readonly PeriodSpan[];
  /** By whom they were added up; left out where nothing is known of any. */
  readonly periodGroups?: readonly PeriodGroup[];
}

/** Entries alike in what decides whether their views count under a filter: few, however many groups there are. */
export interface PeriodGroup extends Pick<SnapshotGroup, 'uid' | 'scope'> {
  readonly variants: readonly Pick<VariantProfile, 'locale' | 'published'>[];
  /**
   * By cell, persona, stage and journey: `[position in scopes, entries, numbers]`. These tell of each period, and in it
   * of each variant, its views and how many of the entries' days are all known; none where nothing is known of any.
   */
  readonly sums: readonly (readonly [number, number, readonly number[]])[];
}

/** A type under audit. */
export interface SnapshotType extends ContentTypeRef {
  /** Left out by versions before this was known. */
  readonly fields?: FactFields;
}

/** The facts of an entry that a role's field permissions can hide. */
export const HIDEABLE_FACTS = ['title', 'path', 'owner', 'contentDate', 'expiresAt'] as const;
export type HideableFact = (typeof HIDEABLE_FACTS)[number];

/** Through which fields an audit read each fact, as `category.slug`; none: it rests on no field. */
export type FactFields = Readonly<Record<HideableFact, readonly string[]>>;

/** Entries alike in all that a filter can ask of them, so that an entry with three locales is still counted once. */
export interface SnapshotGroup {
  readonly uid: string;
  readonly scope: 'dedicated' | 'shared' | null;
  readonly variants: readonly VariantProfile[];
  /** Distinct entries by scope: `[position in scopes, entries]`. */
  readonly counts: readonly (readonly [number, number])[];
  /** The first and the last day of which their views tell, of each of their variants; left out: nothing was measured. */
  readonly days?: readonly (readonly [Day, Day] | null)[];
  /** Views of these entries by cell, persona, stage and journey, apart for each of their variants: `[position in scopes, views]`. Left out: none. */
  readonly views?: readonly (readonly [number, readonly number[]])[];
}

/** Grades that rest on measured days: what supply and demand are told by. */
export type MeasuredGrade = 'consumed' | 'dormant' | 'never-consumed';

/** `locale` is `''` for types without locales. */
export interface VariantProfile {
  readonly locale: string;
  readonly published: boolean;
  readonly current: boolean;
  /** Left out where it could not be measured. */
  readonly grade?: MeasuredGrade;
}

/** Which entries count: `localesOf` gives the locales that count for a type, `'all'`, or `null` for a type left out. */
export interface CountFilter {
  readonly counted: Counted;
  readonly localesOf: (uid: string) => readonly string[] | 'all' | null;
}

/** Distinct entries per scope under a filter; a scope that is missing holds none. */
export const countScopes = ({ groups, scopes }: Snapshot, filter: CountFilter): ReadonlyMap<string, Count> => {
  const totals = new Map<string, { current: number; old: number }>();
  for (const group of groups) {
    const age = ageUnder(group, filter);
    if (age === null) continue;
    for (const [position, entries] of group.counts) {
      const scope = scopes[position];
      if (scope === undefined) continue;
      const count = totals.get(scope) ?? { current: 0, old: 0 };
      count[age] += entries;
      totals.set(scope, count);
    }
  }
  return totals;
};

/** Distinct entries per content type under a filter, of all scopes. */
export const countTypes = (snapshot: Snapshot, filter: CountFilter, scope: string): ReadonlyMap<string, number> => {
  const position = snapshot.scopes.indexOf(scope);
  const totals = new Map<string, number>();
  for (const group of snapshot.groups) {
    if (ageUnder(group, filter) === null) continue;
    const entries = group.counts.find(([of]) => of === position)?.[1] ?? 0;
    totals.set(group.uid, (totals.get(group.uid) ?? 0) + entries);
  }
  return totals;
};

/** Whether the group's entries count as current or old under the filter, or `null` when they do not count. */
export const ageUnder = (group: SnapshotGroup, filter: CountFilter): keyof Count | null => {
  const counting = countingUnder(group, filter);
  if (counting.length === 0) return null;
  return counting.some(({ current }) => current) ? 'current' : 'old';
};

/** The variants by which a group's entries count under the filter; none when they do not count. */
export const countingUnder = <V extends Pick<VariantProfile, 'locale' | 'published'>>(
  { uid, scope, variants }: Pick<SnapshotGroup, 'uid' | 'scope'> & { readonly variants: readonly V[] },
  { counted, localesOf }: CountFilter
): readonly V[] => {
  const locales = localesOf(uid);
  if (locales === null || (counted === 'dedicated' && scope !== 'dedicated')) return [];
  const visible = variants.filter((variant) => isVisible(variant, locales));
  const published = visible.filter((variant) => variant.published);
  return counted === 'all' && published.length === 0 ? visible : published;
};

/** Types without locales count under every locale. */
export const isVisible = ({ locale }: Pick<VariantProfile, 'locale'>, locales: readonly string[] | 'all'): boolean =>
  locale === '' || locales === 'all' || locales.includes(locale);
