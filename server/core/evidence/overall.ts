import type { Evidence, MeasuredWindow } from './evidence';

/**
 * The evidence of an entry over its versions: consumed when any of the published is; silent only when all of them are;
 * what cannot be said of one cannot be said of the entry.
 */
export const overallEvidence = (versions: readonly Evidence[]): Evidence => {
  const published = versions.filter(({ grade }) => grade !== 'unpublished');
  const [first, second] = published;
  if (first === undefined) return { grade: 'unpublished' };
  if (second === undefined) return first;
  const of = <G extends Evidence['grade']>(grade: G): readonly Extract<Evidence, { grade: G }>[] =>
    published.filter((one): one is Extract<Evidence, { grade: G }> => one.grade === grade);
  const viewed = published.filter((one) => 'views' in one);
  const views = viewed.reduce((sum, one) => sum + one.views, 0);
  const lastViewed = viewed.reduce<number | null>((last, one) => later(last, one.lastViewed), null);
  if (of('consumed').length > 0 && lastViewed !== null) return { grade: 'consumed', views, lastViewed };
  const measured = leastMeasured(published.filter((one) => 'windowDays' in one));
  const unmeasured = of('unmeasured');
  if (unmeasured.length > 0) {
    // What is watched needs nothing but time: the others' reason is the one to mend.
    const { reason, isWatched } = unmeasured.find((one) => !one.isWatched) ?? {
      reason: 'interrupted',
      isWatched: true,
    };
    return { grade: 'unmeasured', reason, views, lastViewed, ...measured, isWatched: isWatched && views === 0 };
  }
  const judgeable = of('too-new').map(({ judgeableFrom }) => judgeableFrom);
  if (judgeable.length > 0) return { grade: 'too-new', judgeableFrom: Math.max(...judgeable), ...measured };
  return lastViewed === null
    ? { grade: 'never-consumed', ...measured }
    : { grade: 'dormant', views, lastViewed, ...measured };
};

/** Of the version that was measured least: of no other is less known. */
const leastMeasured = (versions: readonly MeasuredWindow[]): MeasuredWindow => {
  const { measuredDays, windowDays, windowTo } = versions.reduce((least, one) => {
    const more = share(one) - share(least) || one.windowTo - least.windowTo;
    return more < 0 ? one : least;
  });
  return { measuredDays, windowDays, windowTo };
};

const share = ({ measuredDays, windowDays }: MeasuredWindow): number => measuredDays / windowDays;

const later = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);
