import type { Core } from '@strapi/strapi';
import { coverageOf, UNCOVERED, type Coverage, type CoveredVersion } from '../../core/evidence/covering';
import { dayAt, type Day } from '../../core/evidence/day';
import type { ViewCount } from '../../core/evidence/evidence';
import { readCounts, readObstacles } from '../../stores/consumption/counts';
import { readDoubts } from '../../stores/consumption/doubts';
import { versionKey } from '../../stores/consumption/keys';
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
}

type CoveredVersions = (documentId: string, version: CoverableVersion) => CoveredVersion;

/** Versions as sources that still count know them. */
export const coveredBy =
  ({ counts, obstacles, doubts }: Counted, measuring: Pick<Measuring, 'counts'>): CoveredVersions =>
  (documentId, { locale, path, createdAt }) => {
    const key = versionKey(documentId, locale);
    return {
      hasPath: path !== null,
      createdOn: dayAt(createdAt),
      doubtedOn: doubts.get(key) ?? null,
      counts: (counts.get(key) ?? []).filter(({ source }) => measuring.counts(source)),
      obstructed: obstacles.get(key) ?? [],
    };
  };

/** Reads what sources know of a stretch, in three queries however many entries stand in it. */
export const readCovered = async (
  strapi: Core.Strapi,
  measuring: Pick<Measuring, 'counts' | 'cuts'>,
  uid: string,
  range: EntryRange
): Promise<CoveredVersions> => {
  const counts = await readCounts(strapi, uid, range, measuring.cuts);
  const obstacles = await readObstacles(strapi, uid, range);
  const doubts = await readDoubts(strapi, uid, range);
  return coveredBy({ counts, obstacles, doubts }, measuring);
};

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
