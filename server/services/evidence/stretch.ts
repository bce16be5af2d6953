import type { Core } from '@strapi/strapi';
import { coverageOf, UNCOVERED, type Coverage } from '../../core/evidence/covering';
import { dayAt } from '../../core/evidence/day';
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

/** Reads what was counted in a stretch, in three queries however many entries stand in it. */
export const readCoverage = async (
  strapi: Core.Strapi,
  { covering, counts, cuts, periods }: Measuring,
  uid: string,
  range: EntryRange
): Promise<StretchCoverage> => {
  const counted = await readCounts(strapi, uid, range, cuts);
  const obstacles = await readObstacles(strapi, uid, range);
  const doubts = await readDoubts(strapi, uid, range);
  return (documentId, { locale, path, createdAt }) => {
    const key = versionKey(documentId, locale);
    const version = {
      hasPath: path !== null,
      createdOn: dayAt(createdAt),
      doubtedOn: doubts.get(key) ?? null,
      counts: (counted.get(key) ?? []).filter(({ source }) => counts(source)),
      obstructed: obstacles.get(key) ?? [],
    };
    return coverageOf(covering(uid, locale), version, periods);
  };
};
