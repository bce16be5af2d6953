import type { EvidenceBody } from '../consumption-api';
import type { Grade } from '../evidence/evidence';

export const MEASURED_BY = ['downloads', 'seen-through'] as const;
export type MeasuredBy = (typeof MEASURED_BY)[number];

/** What is seen where it is placed, by the first part of its MIME type. */
export const SEEN_KINDS = ['image', 'video', 'audio', 'font'] as const;

/** Whatever is not seen where it is placed has to be opened by its link. */
export const measuredBy = (mime: string): MeasuredBy =>
  SEEN_KINDS.some((kind) => mime.toLowerCase().startsWith(`${kind}/`)) ? 'seen-through' : 'downloads';

/**
 * What two entries that show a file tell of it. As an entry over its versions: seen in one is seen; zero and unknown are
 * never mixed, so that it is dormant or never consumed only where every entry is, and not measured where one is not.
 * Views are of both, the days measured those of the entry that decides. Order and grouping of many do not matter.
 */
export const seenThrough = (one: EvidenceBody, other: EvidenceBody): EvidenceBody => {
  const decides = deciding(one, other);
  return {
    ...decides,
    views: sum(one.views, other.views),
    viewsFrom: least(one.viewsFrom, other.viewsFrom),
    viewsTo: most(one.viewsTo, other.viewsTo),
    lastViewed: most(one.lastViewed, other.lastViewed),
    sources: [...new Set([...one.sources, ...other.sources])].sort(),
    uncountedShare: most(one.uncountedShare, other.uncountedShare),
    delivered: one.delivered === null ? other.delivered : one.delivered || other.delivered === true,
  };
};

/** Of two grades the one on the left holds for both. */
const DECIDES: readonly Grade[] = ['consumed', 'unmeasured', 'too-new', 'dormant', 'never-consumed', 'unpublished'];

/** Of two with the same grade the one measured less: the file was not measured better than that. */
const deciding = (one: EvidenceBody, other: EvidenceBody): EvidenceBody => {
  const differences = [
    DECIDES.indexOf(one.grade) - DECIDES.indexOf(other.grade),
    one.measuredDays - other.measuredDays,
    other.windowDays - one.windowDays,
    compare(one.windowTo ?? LATEST, other.windowTo ?? LATEST),
    compare(other.judgeableFrom, one.judgeableFrom),
    compare(one.reason, other.reason),
  ];
  return (differences.find((difference) => difference !== 0) ?? 0) <= 0 ? one : other;
};

/** After any day. */
const LATEST = '~';

const compare = (one: string | null, other: string | null): number => {
  const [a, b] = [one ?? '', other ?? ''];
  return a < b ? -1 : Number(a > b);
};

const sum = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : one + other;

const least = <T extends string | number>(one: T | null, other: T | null): T | null =>
  one === null || other === null ? (one ?? other) : one < other ? one : other;

const most = <T extends string | number>(one: T | null, other: T | null): T | null =>
  one === null || other === null ? (one ?? other) : one > other ? one : other;
