import type { ViewCount } from './evidence';

/** An import whose counts may hold the same views as others'. */
export interface CountingImport {
  /** Later ones are greater. */
  readonly id: number;
  readonly source: string;
  /** Tool and site: imports of one tell of the same visits on the days they share. */
  readonly series: string;
}

/**
 * Marks counts whose views another source has counted too. Of imports of one tool and site whose days overlap the newest
 * that counted anything stands. An import tells of all visits to its site in its days, and so does a tracker: of a
 * version that both counted, the larger number stands. What a tracker counted in a month that lies only partly in those
 * days stands as well.
 */
export const countedOnce = (counts: readonly ViewCount[], imports: readonly CountingImport[]): readonly ViewCount[] => {
  if (imports.length === 0 || counts.length < 2) return counts;
  const bySource = new Map(imports.map((one) => [one.source, one]));
  const viewed = counts.filter(({ views }) => views > 0);
  const imported = viewed.filter(({ source }) => bySource.has(source));
  if (imported.length === 0) return counts;
  const replaced = replacedAmong(imported, bySource);
  const standing = imported.filter((one) => !replaced.has(one));
  const repeated = new Set<ViewCount>();
  let tracked = viewed.filter(({ source }) => !bySource.has(source));
  for (const period of standing.sort(inOrder)) {
    const isInside = ({ from, to }: ViewCount): boolean => period.from <= from && to <= period.to;
    const inside = tracked.filter(isInside);
    tracked = tracked.filter((one) => !isInside(one));
    const sum = inside.reduce((total, { views }) => total + views, 0);
    for (const one of sum > period.views ? [period] : inside) repeated.add(one);
  }
  if (replaced.size + repeated.size === 0) return counts;
  return counts.map((one) => {
    if (replaced.has(one)) return { ...one, isRepeated: true, isReplaced: true };
    return repeated.has(one) ? { ...one, isRepeated: true } : one;
  });
};

/** The counts of which a newer import of the same tool and site has counted days too, and stands. */
const replacedAmong = (
  imported: readonly ViewCount[],
  bySource: ReadonlyMap<string, CountingImport>
): ReadonlySet<ViewCount> => {
  const replaced = new Set<ViewCount>();
  if (imported.length < 2) return replaced;
  const standing: { readonly count: ViewCount; readonly by: CountingImport | undefined }[] = [];
  const all = imported.map((count) => ({ count, by: bySource.get(count.source) }));
  for (const one of all.sort((a, b) => (b.by?.id ?? 0) - (a.by?.id ?? 0))) {
    const { from, to } = one.count;
    const isReplaced = standing.some(
      ({ count, by }) => by !== one.by && by?.series === one.by?.series && count.from <= to && from <= count.to
    );
    if (isReplaced) replaced.add(one.count);
    else standing.push(one);
  }
  return replaced;
};

const inOrder = (a: ViewCount, b: ViewCount): number =>
  a.from - b.from || a.to - b.to || (a.source < b.source ? -1 : 1);
