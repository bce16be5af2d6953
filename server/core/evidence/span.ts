import type { Day } from './day';

/** A run of days, both ends included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** The same days as few spans as possible, in order: each day once, however many sources measured it. */
export const union = (spans: readonly Span[]): readonly Span[] => {
  const merged: { from: Day; to: Day }[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to);
    else if (from <= to) merged.push({ from, to });
  }
  return merged;
};

/** The part of disjoint spans that lies within a window. */
export const within = (spans: readonly Span[], window: Span): readonly Span[] =>
  spans.flatMap(({ from, to }) => {
    const part = { from: Math.max(from, window.from), to: Math.min(to, window.to) };
    return part.from <= part.to ? [part] : [];
  });

/** How many days disjoint spans have. */
export const daysIn = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from + 1, 0);

/** The days of some spans that none of others has. */
export const without = (spans: readonly Span[], others: readonly Span[]): readonly Span[] => {
  if (others.length === 0) return union(spans);
  const taken = union(others);
  return union(spans).flatMap((span) => {
    const left: Span[] = [];
    let { from } = span;
    for (const other of taken) {
      if (other.to < from || other.from > span.to) continue;
      if (other.from > from) left.push({ from, to: other.from - 1 });
      from = other.to + 1;
    }
    return from <= span.to ? [...left, { from, to: span.to }] : left;
  });
};
