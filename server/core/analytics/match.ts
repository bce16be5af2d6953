import { loosePathOf } from '../import/url';
import type { EntryRef } from '../vocabulary';
import {
  byPath,
  entriesOf,
  hashOf,
  overrideKey,
  refOf,
  versionKey,
  type VersionPath,
  type VersionRef,
} from './versions';

/** What became of the paths of a file. */
export interface PathMatches {
  /** Views by version; only of versions that some path of the file belongs to. */
  readonly views: ReadonlyMap<string, VersionRef & { readonly views: number }>;
  readonly mapped: { readonly paths: number; readonly views: number };
  readonly unmatched: ReadonlyMap<string, number>;
  /** Several entries have the path, or a path that differs in case only. */
  readonly ambiguous: ReadonlyMap<string, { readonly views: number; readonly entries: readonly EntryRef[] }>;
  /** Versions whose path another version shares, so that no file of paths tells of them. */
  readonly shared: readonly VersionRef[];
}

/**
 * Finds the published version of each path in two passes over the library, of which nothing is kept but what the paths
 * need: the first finds paths that several versions have, the second the versions. Overrides go before patterns, the
 * same path before one that differs in case or `.html`.
 */
export const createPathMatcher = (
  paths: ReadonlyMap<string, number>,
  overrides: ReadonlyMap<string, VersionRef>,
  locales: readonly string[]
) => {
  const sought = new Set([...paths.keys()].map(loosePathOf));
  const targets = new Set([...overrides.values()].map(versionKey));
  const seen = new Set<number>();
  const twice = new Set<number>();
  const alive = new Set<string>();
  const found = new Map<string, VersionPath[]>();
  const rank = ({ locale }: VersionRef): number =>
    locales.includes(locale) ? locales.indexOf(locale) : locales.length;

  const targetOf = (path: string): VersionRef | undefined => {
    const target = overrides.size === 0 ? undefined : overrides.get(overrideKey(path));
    return target && alive.has(versionKey(target)) ? target : undefined;
  };

  return {
    /** First pass. */
    survey: (version: VersionPath): void => {
      if (targets.size > 0 && targets.has(versionKey(version))) alive.add(versionKey(version));
      if (version.path === null) return;
      const hash = hashOf(loosePathOf(version.path));
      if (seen.has(hash)) twice.add(hash);
      else seen.add(hash);
    },

    /** Second pass. */
    collect: (version: VersionPath): void => {
      if (version.path === null) return;
      const loose = loosePathOf(version.path);
      if (!sought.has(loose) && !twice.has(hashOf(loose))) return;
      const known = found.get(loose);
      if (known === undefined) found.set(loose, [version]);
      else known.push(version);
    },

    result: (): PathMatches => {
      const views = new Map<string, VersionRef & { readonly views: number }>();
      const unmatched = new Map<string, number>();
      const ambiguous = new Map<string, { readonly views: number; readonly entries: readonly EntryRef[] }>();
      const shared = new Map<string, VersionRef>();
      const mapped = { paths: 0, views: 0 };
      const settled = new Set<string>();

      const share = (versions: readonly VersionPath[]): void => {
        for (const version of versions) shared.set(versionKey(version), refOf(version));
      };
      for (const versions of found.values()) {
        for (const same of byPath(versions)) {
          // Of one entry in several languages the views are its first language's; of the others nothing is known.
          if (same.length > 1)
            share(entriesOf(same).length > 1 ? same : same.sort((a, b) => rank(a) - rank(b)).slice(1));
        }
      }
      for (const [path, count] of paths) {
        const near = found.get(loosePathOf(path)) ?? [];
        const same = near.filter((version) => version.path === path);
        const versions = same.length > 0 ? same : near;
        const [first] = [...versions].sort((a, b) => rank(a) - rank(b));
        const target = targetOf(path) ?? (entriesOf(versions).length > 1 ? undefined : first);
        if (target !== undefined) {
          const key = versionKey(target);
          views.set(key, { ...refOf(target), views: (views.get(key)?.views ?? 0) + count });
          mapped.paths += 1;
          mapped.views += count;
          if (versions.length > 1 && versions.some((version) => versionKey(version) === key)) settled.add(key);
        } else if (first === undefined) unmatched.set(path, count);
        else {
          ambiguous.set(path, { views: count, entries: entriesOf(versions) });
          share(versions);
        }
      }
      return {
        views,
        mapped,
        unmatched,
        ambiguous,
        shared: [...shared].flatMap(([key, version]) => (settled.has(key) ? [] : version)),
      };
    },
  };
};
