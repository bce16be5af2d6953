import type { ViewCount } from './evidence';

/**
 * Marks counts whose views another source has counted too. An import tells of all visits to its site in its days, and so
 * does a tracker: of a version that both counted, the larger number stands and the other is marked. What a tracker
 * counted in a month that lies only partly in those days stands as well.
 */
export const countedOnce = (
  counts: readonly ViewCount[],
  imports: readonly { readonly source: string }[]
): readonly ViewCount[] => {
  if (imports.length === 0 || counts.length < 2) return counts;
  const sources = new Set(imports.map(({ source }) => source));
  const isImport = ({ source }: ViewCount): boolean => sources.has(source);
  const viewed = counts.filter(({ views }) => views > 0);
  const imported = viewed.filter(isImport);
  if (imported.length === 0 || imported.length === viewed.length) return counts;
  const repeated = new Set<ViewCount>();
  let tracked = viewed.filter((one) => !isImport(one));
  for (const period of [...imported].sort(inOrder)) {
    const isInside = ({ from, to }: ViewCount): boolean => period.from <= from && to <= period.to;
    const inside = tracked.filter(isInside);
    tracked = tracked.filter((one) => !isInside(one));
    const sum = inside.reduce((total, { views }) => total + views, 0);
    for (const one of sum > period.views ? [period] : inside) repeated.add(one);
  }
  return counts.map((one) => (repeated.has(one) ? { ...one, isRepeated: true } : one));
};

const inOrder = (a: ViewCount, b: ViewCount): number =>
  a.from - b.from || a.to - b.to || (a.source < b.source ? -1 : 1);
