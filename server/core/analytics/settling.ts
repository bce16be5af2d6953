import { loosePathOf, pathOf } from '../import/url';
import { createMoves, type MovedSection } from './moved-section';
import { overrideKey, versionKey, type VersionPath, type VersionRef } from './versions';

/** Whose a path is that was in doubt when its import was read, as people have said since. */
export type Settling = (path: string, version: VersionPath) => 'own' | 'of-another' | 'open';

/** By what is said of single paths, and of sections that moved. */
export const createSettling = (
  overrides: ReadonlyMap<string, VersionRef | null>,
  sections: readonly MovedSection[]
): Settling => {
  const movesOf = createMoves(sections);
  return (path, version) => {
    const said = overrides.get(overrideKey(path));
    if (said !== undefined) return said !== null && versionKey(said) === versionKey(version) ? 'own' : 'of-another';
    if (version.path === null) return 'open';
    const present = loosePathOf(pathOf(version.path));
    // Of two sections alike the next import finds out which of them leads to an entry.
    return movesOf(path).some(([first, second]) => second === undefined && loosePathOf(first ?? '') === present)
      ? 'own'
      : 'open';
  };
};
