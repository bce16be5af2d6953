import type { Core } from '@strapi/strapi';
import type { VersionPath } from '../../core/analytics/versions';
import { coverageOf, UNCOVERED, type Coverage, type CoveredVersion } from '../../core/evidence/covering';
import { dayAt, type Day } from '../../core/evidence/day';
import type { ViewCount } from '../../core/evidence/evidence';
import { grouped } from '../../core/grouped';
import { readCounts, readObstacles } from '../../stores/consumption/counts';
import { readDoubts } from '../../stores/consumption/doubts';
import { importSource, versionKey } from '../../stores/consumption/keys';
import { readDoubtedPaths, type StoredOtherPath } from '../../stores/consumption/other-paths';
import type { EntryRange } from '../../stores/entry-range';
import type { Measuring } from './measuring';

/** What sources tell of the versions in a stretch of one type's entries. */
export type StretchCoverage = (documentId: string, version: CoverableVersion) => Coverage;

interface CoverableVersion {
  readonly locale: string;
  readonly path: string | null;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** While nothing is counted. */
export const NOTHING_COVERED: StretchCoverage = () => UNCOVERED;

/** What was counted of versions and what stands in the way, by `versionKey`. */
interface Counted {
  readonly counts: ReadonlyMap<string, readonly ViewCount[]>;
  readonly obstacles: ReadonlyMap<string, readonly number[]>;
  readonly doubts: ReadonlyMap<string, Day>;
  /** Paths of imports that may have been versions' addresses. */
  readonly paths: ReadonlyMap<string, readonly StoredOtherPath[]>;
}

type CoveredVersions = (documentId: string, version: CoverableVersion) => CoveredVersion;

/** Versions as sources that still count know them. */
export const coveredBy =
  (uid: string, { counts, obstacles, doubts, paths }: Counted, measuring: CountingSources): CoveredVersions =>
  (documentId, { locale, path, createdAt }) => {
    const key = versionKey(documentId, locale);
    const version = { uid, documentId, locale, path };
    const moved = judgeDoubts(paths.get(key) ?? [], version, measuring);
    return {
      hasPath: path !== null,
      createdOn: dayAt(createdAt),
      doubtedOn: doubts.get(key) ?? null,
      counts: [...(counts.get(key) ?? []).filter(({ source }) => measuring.counts(source)), ...moved.counts],
      obstructed: obstacles.get(key) ?? [],
      doubted: moved.doubted,
    };
  };

type CountingSources = Pick<Measuring, 'counts' | 'spanOf' | 'settling'>;

/** What somebody has said since of a version's paths that were in doubt: views of its own, another's, or still in doubt. */
export const judgeDoubts = (
  paths: readonly StoredOtherPath[],
  version: VersionPath,
  { spanOf, settling }: CountingSources
): { readonly counts: readonly ViewCount[]; readonly doubted: readonly number[] } => {
  if (paths.length === 0) return NO_DOUBTS;
  const counts = new Map<number, ViewCount>();
  const doubted = new Set<number>();
  for (const { importId, path, views } of paths) {
    const span = spanOf(importId);
    const settled = settling(path, version);
    if (span === null || settled === 'of-another') continue;
    if (settled === 'open') doubted.add(importId);
    else {
      const { from, to } = span;
      const known = counts.get(importId)?.views ?? 0;
      counts.set(importId, { source: importSource(importId), from, to, views: known + views });
    }
  }
  return { counts: [...counts.values()], doubted: [...doubted] };
};

const NO_DOUBTS = { counts: [], doubted: [] };

/** Reads what sources know of a stretch, in four queries however many entries stand in it. */
export const readCovered = async (
  strapi: Core.Strapi,
  measuring: CountingSources & Pick<Measuring, 'cuts'>,
  uid: string,
  range: EntryRange
): Promise<CoveredVersions> => {
  const counts = await readCounts(strapi, uid, range, measuring.cuts);
  const obstacles = await readObstacles(strapi, uid, range);
  const doubts = await readDoubts(strapi, uid, range);
  const paths = byVersion(await readDoubtedPaths(strapi, uid, range));
  return coveredBy(uid, { counts, obstacles, doubts, paths }, measuring);
};

/** Paths by the version that they may lead to. */
export const byVersion = (paths: readonly StoredOtherPath[]): Counted['paths'] =>
  grouped(paths, ({ documentId, locale }) => versionKey(documentId, locale));

/** Reads what was counted and measured in a stretch. */
export const readCoverage = async (
  strapi: Core.Strapi,
  measuring: Measuring,
  uid: string,
  range: EntryRange
): Promise<StretchCoverage> => {
  const covered = await readCovered(strapi, measuring, uid, range);
  return (documentId, version) =>
    coverageOf(measuring.covering(uid, version.locale), covered(documentId, version), measuring.periods);
};
