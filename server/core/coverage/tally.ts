import { isPublished } from '../audit/assess';
import type { AssessedEntry } from '../audit/facts';
import { findingScopes, tagScopes } from '../audit/scopes';
import type { AxesIndex } from '../axes';
import type { Snapshot, SnapshotGroup, VariantProfile } from './snapshot';

/** Counts entries as they stream by; memory grows with the kinds of entries, not with their number. */
export interface Tally {
  readonly add: (uid: string, entry: AssessedEntry) => void;
  readonly counts: () => Pick<Snapshot, 'scopes' | 'groups'>;
}

/** An empty tally over the given axes. */
export const createTally = (axes: AxesIndex): Tally => {
  const positions = new Map<string, number>();
  const groups = new Map<string, Omit<SnapshotGroup, 'counts'> & { readonly counts: Map<number, number> }>();

  const positionOf = (scope: string): number => {
    const known = positions.get(scope);
    if (known !== undefined) return known;
    positions.set(scope, positions.size);
    return positions.size - 1;
  };

  return {
    add(uid, entry) {
      const variants = entry.variants.map(profileOf);
      const key = JSON.stringify([uid, entry.scope, variants]);
      const group = groups.get(key) ?? { uid, scope: entry.scope, variants, counts: new Map<number, number>() };
      groups.set(key, group);
      for (const scope of [...tagScopes(entry, axes), ...findingScopes(entry.entry)]) {
        const position = positionOf(scope);
        group.counts.set(position, (group.counts.get(position) ?? 0) + 1);
      }
    },
    counts: () => ({
      scopes: [...positions.keys()],
      groups: [...groups.values()].map((group) => ({ ...group, counts: [...group.counts] })),
    }),
  };
};

const profileOf = ({ locale, status, current }: AssessedEntry['variants'][number]): VariantProfile => ({
  locale: locale ?? '',
  published: isPublished({ status }),
  current,
});
