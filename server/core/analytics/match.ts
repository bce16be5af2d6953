import { loosePathOf } from '../import/url';
import { entryKey, type EntryRef } from '../vocabulary';
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
  /** `entries` each once, however many of their versions have views. */
  readonly mapped: { readonly paths: number; readonly views: number; readonly entries: number };
  /** The version of each mapped path. */
  readonly targets: ReadonlyMap<string, VersionRef & { readonly views: number }>;
  readonly unmatched: ReadonlyMap<string, number>;
  /** Several entries have the path, or a path that differs in case only. */
  readonly ambiguous: ReadonlyMap<string, { readonly views: number; readonly entries: readonly EntryRef[] }>;
  /** Versions of which the file does not tell: another shares their path, or it was viewed at a host that does not count. */
  readonly shared: readonly VersionRef[];
}

/**
 * Finds the published version of each path in two passes over the library, of which nothing is kept but what the paths
 * need: the first finds paths that several versions have, the second the versions. Overrides go before patterns, the
 * same path before one that differs in case or `.html`. In steps so small that other work has its turn in between:
 * `seek` each path, `survey` each version, `collect` each version, `count` each path.
 */
export const createPathMatcher = (overrides: ReadonlyMap<string, VersionRef>, locales: readonly string[]) => {
  const sought = new Set<string>();
  const targets = new Set([...overrides.values()].map(versionKey));
  const seen = new Set<number>();
  const twice = new Set<number>();
  const alive = new Set<string>();
  const found = new Map<string, VersionPath[]>();

  const views = new Map<string, VersionRef & { readonly views: number }>();
  const mapped = { paths: 0, views: 0 };
  const entries = new Set<string>();
  const mappedTo = new Map<string, VersionRef & { readonly views: number }>();
  const unmatched = new Map<string, number>();
  const ambiguous = new Map<string, { readonly views: number; readonly entries: readonly EntryRef[] }>();
  const shared = new Map<string, VersionRef>();
  const settled = new Set<string>();

  const share = (versions: readonly VersionPath[]): void => {
    for (const version of versions) shared.set(versionKey(version), refOf(version));
  };
  const rank = ({ locale }: VersionRef): number =>
    locales.includes(locale) ? locales.indexOf(locale) : locales.length;
  const byRank = (versions: readonly VersionPath[]): readonly VersionPath[] =>
    versions.length < 2 ? versions : [...versions].sort((a, b) => rank(a) - rank(b));

  const targetOf = (path: string): VersionRef | undefined => {
    const target = overrides.size === 0 ? undefined : overrides.get(overrideKey(path));
    return target && alive.has(versionKey(target)) ? target : undefined;
  };

  /** Those that have the path itself, else those that have nearly the same. */
  const versionsOf = (path: string): readonly VersionPath[] => {
    const near = found.get(loosePathOf(path)) ?? [];
    const same = near.length < 2 ? near : near.filter((version) => version.path === path);
    return byRank(same.length > 0 ? same : near);
  };

  return {
    seek: (path: string): void => {
      sought.add(loosePathOf(path));
    },

    survey: (version: VersionPath): void => {
      if (targets.size > 0 && targets.has(versionKey(version))) alive.add(versionKey(version));
      if (version.path === null) return;
      const hash = hashOf(loosePathOf(version.path));
      if (seen.has(hash)) twice.add(hash);
      else seen.add(hash);
    },

    collect: (version: VersionPath): void => {
      if (version.path === null) return;
      const loose = loosePathOf(version.path);
      if (!sought.has(loose) && !twice.has(hashOf(loose))) return;
      const known = found.get(loose);
      if (known === undefined) found.set(loose, [version]);
      else known.push(version);
    },

    count: (path: string, count: number): void => {
      const versions = versionsOf(path);
      const [first] = versions;
      const target = targetOf(path) ?? (isOneEntry(versions) ? first : undefined);
      if (target !== undefined) {
        const key = versionKey(target);
        views.set(key, { ...refOf(target), views: (views.get(key)?.views ?? 0) + count });
        mappedTo.set(path, { ...refOf(target), views: count });
        mapped.paths += 1;
        mapped.views += count;
        entries.add(entryKey(target));
        if (versions.length > 1 && versions.some((version) => versionKey(version) === key)) settled.add(key);
      } else if (first === undefined) unmatched.set(path, count);
      else {
        ambiguous.set(path, { views: count, entries: entriesOf(versions) });
        share(versions);
      }
    },

    /** Somebody viewed the path, at a host whose views are not counted: of its versions without views nothing is known. */
    doubt: (path: string): void => {
      const target = targetOf(path);
      const versions: readonly VersionRef[] = target === undefined ? versionsOf(path) : [target];
      for (const version of versions) {
        if (!views.has(versionKey(version))) shared.set(versionKey(version), refOf(version));
      }
    },

    result: (): PathMatches => {
      for (const versions of found.values()) {
        if (versions.length < 2) continue;
        for (const same of byPath(versions)) {
          // Of one entry in several languages the views are its first language's; of the others nothing is known.
          share(isOneEntry(same) ? byRank(same).slice(1) : same);
        }
      }
      const isOpen = ([key]: readonly [string, VersionRef]): boolean => !settled.has(key);
      return {
        views,
        mapped: { ...mapped, entries: entries.size },
        targets: mappedTo,
        unmatched,
        ambiguous,
        shared: [...shared].filter(isOpen).map(([, version]) => version),
      };
    },
  };
};

const isOneEntry = ([first, ...others]: readonly VersionRef[]): boolean =>
  others.every((other) => other.uid === first?.uid && other.documentId === first.documentId);
