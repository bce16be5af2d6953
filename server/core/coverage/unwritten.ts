import type { CoverageCell } from '../api';

/**
 * The personas for whom nothing is written yet although something is wanted: none of their cells holds an entry. All of
 * their cells being gaps says no more than that, so it is said once.
 */
export const unwrittenPersonas = (
  cells: readonly Pick<CoverageCell, 'persona' | 'current' | 'old' | 'verdict'>[]
): ReadonlySet<string> => {
  const written = new Set(cells.filter(({ current, old }) => current + old > 0).map(({ persona }) => persona));
  const wanted = cells.filter(({ persona, verdict }) => verdict === 'gap' && !written.has(persona));
  return new Set(wanted.map(({ persona }) => persona));
};
