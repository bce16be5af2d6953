import type { Core } from '@strapi/strapi';
import type { InventoryRow } from '../../core/api';
import type { EntryEvidenceBody } from '../../core/consumption-api';
import { coverageOf, viewsByDay, viewsOfPeriods } from '../../core/evidence/covering';
import { dayAt, isoDay } from '../../core/evidence/day';
import type { ViewCount } from '../../core/evidence/evidence';
import { DEFAULT_POLICY } from '../../core/policy';
import type { EntryRef } from '../../core/vocabulary';
import { readCountsOf, readObstaclesOf } from '../../stores/consumption/counts';
import { readDoubtsOf } from '../../stores/consumption/doubts';
import { readDoubtedPathsOf } from '../../stores/consumption/other-paths';
import { hasCounted } from '../../stores/consumption/sources';
import { service } from '..';
import { loadMeasuring } from './measuring';
import { byVersion, coveredBy } from './stretch';

/** How far back the side panel looks. */
const DAYS = 90;

type EntryDays = Pick<EntryEvidenceBody, 'days' | 'periods'>;

/** Views of an entry's versions on each of the last days, known when it is of any of them, and those of no single day. */
export const readEntryDays = async (
  strapi: Core.Strapi,
  { uid, documentId }: EntryRef,
  versions: readonly Pick<InventoryRow, 'locale' | 'path' | 'createdAt'>[]
): Promise<EntryDays> => {
  const today = dayAt(Date.now());
  const window = { from: today - DAYS + 1, to: today };
  const types = (await service(strapi, 'contentTypes').audited()).filter((type) => type.uid === uid);
  if (versions.length === 0 || !(await hasCounted(strapi))) return { days: bodyOf(window.from, []), periods: [] };
  const measuring = await loadMeasuring(strapi, types, DEFAULT_POLICY, today);
  const counts = await readCountsOf(strapi, uid, [documentId], 0);
  const obstacles = await readObstaclesOf(strapi, uid, documentId);
  const doubts = await readDoubtsOf(strapi, uid, documentId);
  const paths = byVersion(await readDoubtedPathsOf(strapi, uid, [documentId]));
  const covered = coveredBy(uid, { counts, obstacles, doubts, paths }, measuring);
  const known = versions.map(({ locale, path, createdAt }) => {
    const version = { locale: locale ?? '', path, createdAt: Date.parse(createdAt) };
    const covering = measuring.covering(uid, version.locale);
    const coverage = coverageOf(covering, covered(documentId, version));
    return {
      days: viewsByDay(covering.imports, coverage, window).map(({ views }) => views),
      periods: viewsOfPeriods(covering.imports, coverage),
    };
  });
  return {
    days: bodyOf(
      window.from,
      known.map(({ days }) => days)
    ),
    periods: together(known.flatMap(({ periods }) => periods)),
  };
};

/** Versions of an entry stand in the same file. */
const together = (counts: readonly Pick<ViewCount, 'from' | 'to' | 'views'>[]): EntryDays['periods'] => {
  const sums = new Map<string, EntryDays['periods'][number]>();
  for (const { from, to, views } of counts) {
    const period = { from: isoDay(from), to: isoDay(to) };
    const key = `${period.from} ${period.to}`;
    sums.set(key, { ...period, views: views + (sums.get(key)?.views ?? 0) });
  }
  return [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, period]) => period);
};

const bodyOf = (from: number, versions: readonly (readonly (number | null)[])[]): EntryEvidenceBody['days'] =>
  Array.from({ length: DAYS }, (_, at) => {
    const views = versions.flatMap((days) => days[at] ?? []);
    return { day: isoDay(from + at), views: views.length === 0 ? null : views.reduce((sum, one) => sum + one, 0) };
  });
