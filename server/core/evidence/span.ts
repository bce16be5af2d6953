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
