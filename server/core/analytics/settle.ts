import { union, without, type Span } from '../evidence/span';

/** An import as far as it counts or not. */
export interface ImportedSpan extends Span {
  /** Later ones are greater. */
  readonly id: number;
  readonly isUndone: boolean;
}

/** `days`: of which it tells, because no newer import does. Of the others it still says that something was viewed. */
export type ImportState = (
  | { readonly state: 'counted' | 'undone'; readonly replacedBy: null }
  | { readonly state: 'replaced'; readonly replacedBy: number }
) & { readonly days: readonly Span[] };

/**
 * Which imports of one tool and site count, and of which days: each day is told of by the newest import that has it, so
 * that no view is counted twice. Told from all of them together, so that undoing one brings back what it replaced, in
 * whatever order they came.
 */
export const settleImports = (imports: readonly ImportedSpan[]): ReadonlyMap<number, ImportState> => {
  const states = new Map<number, ImportState>();
  const newer: ImportedSpan[] = [];
  let told: readonly Span[] = [];
  for (const one of [...imports].sort((a, b) => b.id - a.id)) {
    if (one.isUndone) {
      states.set(one.id, { state: 'undone', replacedBy: null, days: [] });
      continue;
    }
    const days = without([one], told);
    const replacing = newer.find((other) => other.from <= one.to && one.from <= other.to);
    states.set(
      one.id,
      replacing === undefined
        ? { state: 'counted', replacedBy: null, days }
        : { state: 'replaced', replacedBy: replacing.id, days }
    );
    newer.push(one);
    told = union([...told, one]);
  }
  return states;
};
