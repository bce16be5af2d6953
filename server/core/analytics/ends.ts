import { entryKey } from '../vocabulary';
import { segmentsOf } from './moved-section';
import { refOf, versionKey, type VersionPath, type VersionRef } from './versions';

/** A viewed path of no entry, with the versions whose address it may have been. */
export interface PerhapsMoved {
  readonly path: string;
  readonly views: number;
  readonly versions: readonly VersionPath[];
}

/** An end that more entries share tells none of them apart: each path puts at most so many in doubt. */
export const SAME_END = 20;

/**
 * Finds the versions whose slug ends a path that is of no entry: the site may have moved them. How much of an end is
 * compared follows from the library: `overview`, which a hundred pages are called, says nothing, `pricing/overview` does.
 * A short number says nothing without the segment before it, because every section counts its pages.
 * `sought` are the paths with their views; `see` each published version, by its former paths too.
 */
export const createEnds = (sought: ReadonlyMap<string, number>) => {
  const lasts = new Set<string>();
  for (const path of sought.keys()) lasts.add(segmentsOf(path).at(-1) ?? '');
  const groups = new Map<string, Group>();

  const see = (version: VersionPath, path = version.path): void => {
    const segments = segmentsOf(path ?? '');
    if (!lasts.has(segments.at(-1) ?? '')) return;
    for (const end of endsOf(segments)) {
      const group = groups.get(end) ?? { entries: new Set(), versions: [] };
      groups.set(end, group);
      if (group.entries.size > SAME_END) continue;
      group.entries.add(entryKey(version));
      if (group.entries.size > SAME_END) group.versions.length = 0;
      else group.versions.push(version);
    }
  };

  return {
    see,
    found: (path: string): PerhapsMoved | null => {
      const ends = endsOf(segmentsOf(path));
      for (const end of ends) {
        const { versions = [] } = groups.get(end) ?? {};
        const alike = SHORT_NUMBER.test(end) && ends.length > 1 ? versions.filter(isWhole(end)) : versions;
        if (alike.length > 0) return { path, views: sought.get(path) ?? 0, versions: eachOnce(alike) };
      }
      return null;
    },
  };
};

/** Shortest first. */
const endsOf = (segments: readonly string[]): readonly string[] =>
  segments.map((_, at) => segments.slice(segments.length - 1 - at).join('/'));

const SHORT_NUMBER = /^\d{1,4}$/;

const isWhole =
  (end: string) =>
  ({ path }: VersionPath): boolean =>
    segmentsOf(path ?? '').join('/') === end;

const eachOnce = (versions: readonly VersionPath[]): readonly VersionPath[] => [
  ...new Map(versions.map((one) => [versionKey(one), one])).values(),
];

interface Group {
  readonly entries: Set<string>;
  readonly versions: VersionPath[];
}

/** A path of an import that is the present one of no version, with a version that may have been viewed there. */
export interface Doubt {
  readonly path: string;
  readonly views: number;
  readonly version: VersionRef;
}

/** Of versions that have views of their own in the same file nothing is in doubt. */
export const doubtsAmong = (
  found: readonly PerhapsMoved[],
  hasViews: (version: VersionRef) => boolean
): readonly Doubt[] =>
  found.flatMap(({ path, views, versions }) =>
    versions.flatMap((version) => (hasViews(version) ? [] : { path, views, version: refOf(version) }))
  );
