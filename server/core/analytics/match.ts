import { loosePathOf } from '../import/url';
import { entryKey, type EntryRef } from '../vocabulary';
import type { Doubt } from './ends';
import type { MovesOf } from './moved-section';
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
  /** Of the mapped paths those that no version has now, with how they led to one. */
  readonly readdressed: ReadonlyMap<string, Readdressed>;
  /** Versions that had one of the file's paths before, of which the file may tell. */
  readonly doubts: readonly Doubt[];
  /** Paths that neither a version nor a person knows: the site may have moved what was there. */
  readonly unsettled: ReadonlyMap<string, number>;
  /** Versions of which the file does not tell: another shares their path, or it was viewed at a host that does not count. */
  readonly shared: readonly VersionRef[];
}

/** How a path leads to a version that has another now: it was its own, as audits saw, or its section moved. */
export const READDRESSED = ['former', 'moved'] as const;

interface Readdressed {
  readonly how: (typeof READDRESSED)[number];
  readonly version: VersionRef;
  readonly views: number;
}

/** What is known of paths besides those that versions have now. */
export interface KnownPaths {
  /** By `overrideKey`, said by people; `null`: of no entry. */
  readonly overrides: ReadonlyMap<string, VersionRef | null>;
  /** Versions that had a path before, by `overrideKey`. */
  readonly former: ReadonlyMap<string, readonly VersionRef[]>;
  /** Paths under which what a path led to may stand now. */
  readonly movesOf: MovesOf;
}

/**
 * Finds the published version of each path in two passes over the library, of which nothing is kept but what the paths
 * need: the first finds paths that several versions have, the second the versions. Overrides go before patterns, the
 * same path before one that differs in case or `.html`, present paths before moved sections and these before former
 * paths. In steps so small that other work has its turn in between:
 * `seek` each path, `survey` each version, `collect` each version, `count` each path.
 */
export const createPathMatcher = ({ overrides, former, movesOf }: KnownPaths, locales: readonly string[]) => {
  const sought = new Set<string>();
  const targets = new Set(
    [...overrides.values(), ...[...former.values()].flat()].flatMap((one) => (one === null ? [] : versionKey(one)))
  );
  const seen = new Set<number>();
  const twice = new Set<number>();
  const alive = new Set<string>();
  const found = new Map<string, VersionPath[]>();

  const counted = new Map<string, VersionRef & { readonly views: number }>();
  const mapped = { paths: 0, views: 0 };
  const entries = new Set<string>();
  const mappedTo = new Map<string, VersionRef & { readonly views: number }>();
  const unmatched = new Map<string, number>();
  const ambiguous = new Map<string, { readonly views: number; readonly entries: readonly EntryRef[] }>();
  const shared = new Map<string, VersionRef>();
  const settled = new Set<string>();
  const readdressed = new Map<string, Readdressed>();
  const doubts: Doubt[] = [];
  const unsettled = new Map<string, number>();

  const share = (versions: readonly VersionPath[]): void => {
    for (const version of versions) shared.set(versionKey(version), refOf(version));
  };
  const rank = ({ locale }: VersionRef): number =>
    locales.includes(locale) ? locales.indexOf(locale) : locales.length;
  const byRank = <V extends VersionRef>(versions: readonly V[]): readonly V[] =>
    versions.length < 2 ? versions : [...versions].sort((a, b) => rank(a) - rank(b));

  const targetOf = (path: string): VersionRef | undefined => {
    const target = overrides.size === 0 ? undefined : overrides.get(overrideKey(path));
    return target != null && alive.has(versionKey(target)) ? target : undefined;
  };

  /** Those that have the path itself, else those that have nearly the same. */
  const versionsOf = (path: string): readonly VersionPath[] => {
    const near = found.get(loosePathOf(path)) ?? [];
    const same = near.length < 2 ? near : near.filter((version) => version.path === path);
    return byRank(same.length > 0 ? same : near);
  };

  /** Still published; in the order of locales. */
  const formerOf = (path: string): readonly VersionRef[] =>
    former.size === 0
      ? []
      : byRank((former.get(overrideKey(path)) ?? []).filter((version) => alive.has(versionKey(version))));

  const count = (path: string, views: number, target: VersionRef): void => {
    const key = versionKey(target);
    counted.set(key, { ...refOf(target), views: (counted.get(key)?.views ?? 0) + views });
    mappedTo.set(path, { ...refOf(target), views });
    mapped.paths += 1;
    mapped.views += views;
    entries.add(entryKey(target));
  };

  const doubtAll = (path: string, views: number, versions: readonly VersionRef[]): void => {
    for (const version of versions) doubts.push({ path, views, version: refOf(version) });
  };

  /** What no version has now. */
  const countElsewhere = (path: string, views: number): void => {
    for (const level of movesOf(path)) {
      if (countAt(path, views, 'moved', byRank(level.flatMap(versionsOf)))) return;
    }
    if (countAt(path, views, 'former', formerOf(path))) return;
    unmatched.set(path, views);
    unsettled.set(path, views);
  };

  /** For the first version, where all are of one entry: of its other languages nothing is known. `false`: there is none. */
  const countAt = (path: string, views: number, how: Readdressed['how'], versions: readonly VersionRef[]): boolean => {
    const [first, ...others] = versions;
    if (first === undefined) return false;
    if (isOneEntry(versions)) {
      count(path, views, first);
      readdressed.set(path, { how, version: refOf(first), views });
      doubtAll(path, views, others);
    } else {
      ambiguous.set(path, { views, entries: entriesOf(versions) });
      doubtAll(path, views, versions);
    }
    return true;
  };

  return {
    seek: (path: string): void => {
      sought.add(loosePathOf(path));
      for (const candidate of movesOf(path).flat()) sought.add(loosePathOf(candidate));
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

    count: (path: string, views: number): void => {
      const versions = versionsOf(path);
      const [first] = versions;
      const byHand = targetOf(path);
      if (byHand !== undefined) {
        count(path, views, byHand);
        const key = versionKey(byHand);
        if (versions.length > 1 && versions.some((version) => versionKey(version) === key)) settled.add(key);
      } else if (first === undefined && overrides.get(overrideKey(path)) === null) unmatched.set(path, views);
      else if (first === undefined) countElsewhere(path, views);
      else if (isOneEntry(versions)) {
        count(path, views, first);
        // Who had the path before may have been read there in the file's days.
        doubtAll(
          path,
          views,
          formerOf(path).filter((one) => !isAmong(found.get(loosePathOf(path)) ?? [], one))
        );
      } else {
        ambiguous.set(path, { views, entries: entriesOf(versions) });
        share(versions);
      }
    },

    /** Somebody viewed the path, at a host whose views are not counted: of its versions without views nothing is known. */
    doubt: (path: string): void => {
      const target = targetOf(path);
      const versions: readonly VersionRef[] = target === undefined ? versionsOf(path) : [target];
      for (const version of versions) {
        if (!counted.has(versionKey(version))) shared.set(versionKey(version), refOf(version));
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
        views: counted,
        mapped: { ...mapped, entries: entries.size },
        targets: mappedTo,
        unmatched,
        ambiguous,
        readdressed,
        doubts: doubts.filter(({ version }) => !counted.has(versionKey(version))),
        unsettled,
        shared: [...shared].filter(isOpen).map(([, version]) => version),
      };
    },
  };
};

const isAmong = (versions: readonly VersionRef[], one: VersionRef): boolean =>
  versions.some((version) => versionKey(version) === versionKey(one));

const isOneEntry = ([first, ...others]: readonly VersionRef[]): boolean =>
  others.every((other) => other.uid === first?.uid && other.documentId === first.documentId);
