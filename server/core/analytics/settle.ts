import { union, type Span } from '../evidence/span';

/** An import as far as it counts or not. */
export interface ImportedSpan extends Span {
  /** Later ones are greater. */
  readonly id: number;
  readonly isUndone: boolean;
}

/** What becomes of an import; `replacedBy` the newer one whose days overlap its own. */
export type ImportState =
  | { readonly state: 'counted' | 'undone'; readonly replacedBy: null }
  | { readonly state: 'replaced'; readonly replacedBy: number };

/**
 * Which imports of one tool and site count: of those whose days overlap the newest, so that no view is counted twice.
 * Told from all of them together, so that undoing one brings back what it replaced, in whatever order they came.
 */
export const settleImports = (imports: readonly ImportedSpan[]): ReadonlyMap<number, ImportState> => {
  const states = new Map<number, ImportState>();
  const counted: ImportedSpan[] = [];
  for (const one of [...imports].sort((a, b) => b.id - a.id)) {
    const newer = counted.find((other) => other.from <= one.to && one.from <= other.to);
    if (one.isUndone) states.set(one.id, { state: 'undone', replacedBy: null });
    else if (newer !== undefined) states.set(one.id, { state: 'replaced', replacedBy: newer.id });
    else {
      counted.push(one);
      states.set(one.id, { state: 'counted', replacedBy: null });
    }
  }
  return states;
};

/** Days of some spans that none of others has. */
export const daysLost = (before: readonly Span[], after: readonly Span[]): readonly Span[] =>
  union(before).flatMap((span) => {
    const left: Span[] = [];
    let { from } = span;
    for (const other of union(after)) {
      if (other.to < from || other.from > span.to) continue;
      if (other.from > from) left.push({ from, to: other.from - 1 });
      from = other.to + 1;
    }
    return from <= span.to ? [...left, { from, to: span.to }] : left;
  });
