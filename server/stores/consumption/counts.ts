import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Day } from '../../core/evidence/day';
import type { ViewCount } from '../../core/evidence/evidence';
import { inRange, type EntryRange } from '../entry-range';
import { versionKey } from './keys';
import { CONSUMPTION_TABLES } from './tables';

/**
 * Views in a stretch of one type's entries by `versionKey`, summed by the database: of each source one count of what
 * begins between the same two of the ascending `cuts` and ends between the same two. Also of sources that no longer
 * count.
 */
export const readCounts = async (
  strapi: Core.Strapi,
  uid: string,
  range: EntryRange,
  cuts: readonly Day[]
): Promise<ReadonlyMap<string, readonly ViewCount[]>> => {
  return summed(strapi, inRange(strapi.db.connection(CONSUMPTION_TABLES.views).where({ uid }), range), cuts);
};

/** The same of some documents. */
export const readCountsAmong = async (
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
  cuts: readonly Day[]
): Promise<ReadonlyMap<string, readonly ViewCount[]>> => {
  const views = strapi.db.connection(CONSUMPTION_TABLES.views).where({ uid });
  return summed(strapi, views.whereIn('document_id', [...documentIds]), cuts);
};

const summed = async (
  strapi: Core.Strapi,
  query: Knex.QueryBuilder,
  cuts: readonly Day[]
): Promise<ReadonlyMap<string, readonly ViewCount[]>> => {
  const part = (column: string): Knex.Raw => strapi.db.connection.raw(partOf(column, cuts));
  const rows: readonly CountRow[] = await query
    .where('views', '>', 0)
    .groupBy('document_id', 'locale', 'source', part('from_day'), part('to_day'))
    .select('document_id', 'locale', 'source')
    .min({ from_day: 'from_day' })
    .max({ to_day: 'to_day' })
    .sum({ views: 'views' });
  return byVersion(rows);
};

/** Every count of some documents, as it stands. */
export const readCountsOf = async (
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
  from: Day
): Promise<ReadonlyMap<string, readonly ViewCount[]>> => {
  const rows: readonly CountRow[] = await strapi.db
    .connection(CONSUMPTION_TABLES.views)
    .where({ uid })
    .whereIn('document_id', [...documentIds])
    .where('views', '>', 0)
    .where('to_day', '>=', from)
    .select('document_id', 'locale', 'source', 'from_day', 'to_day', 'views');
  return byVersion(rows);
};

/** Imports that cannot tell of versions in a stretch, because others have the same path; by `versionKey`. */
export const readObstacles = (
  strapi: Core.Strapi,
  uid: string,
  range: EntryRange
): Promise<ReadonlyMap<string, readonly number[]>> => {
  return obstaclesIn(inRange(strapi.db.connection(CONSUMPTION_TABLES.obstacles).where({ uid }), range));
};

/** The same of one document. */
export const readObstaclesOf = (
  strapi: Core.Strapi,
  uid: string,
  documentId: string
): Promise<ReadonlyMap<string, readonly number[]>> =>
  obstaclesIn(strapi.db.connection(CONSUMPTION_TABLES.obstacles).where({ uid, document_id: documentId }));

const obstaclesIn = async (query: Knex.QueryBuilder): Promise<ReadonlyMap<string, readonly number[]>> => {
  const rows = await query.select<ObstacleRow[]>('document_id', 'locale', 'import_id');
  const obstacles = new Map<string, number[]>();
  for (const { document_id, locale, import_id } of rows) {
    const key = versionKey(document_id, locale);
    obstacles.set(key, [...(obstacles.get(key) ?? []), import_id]);
  }
  return obstacles;
};

/** How many of the cuts a day has reached; halved, because a year of daily imports has hundreds. */
const partOf = (column: string, cuts: readonly Day[], reached = 0): string => {
  const half = cuts.length >> 1;
  const [before, after] = [cuts.slice(0, half), cuts.slice(half + 1)];
  return cuts.length === 0
    ? `${reached}`
    : `case when ${column} < ${cuts[half]} then ${partOf(column, before, reached)} else ${partOf(column, after, reached + half + 1)} end`;
};

interface ObstacleRow {
  readonly document_id: string;
  readonly locale: string;
  readonly import_id: number;
}

/** Big integers and sums are strings on PostgreSQL and MySQL. */
interface CountRow {
  readonly document_id: string;
  readonly locale: string;
  readonly source: string;
  readonly from_day: number;
  readonly to_day: number;
  readonly views: number | string;
}

const byVersion = (rows: readonly CountRow[]): ReadonlyMap<string, readonly ViewCount[]> => {
  const counts = new Map<string, ViewCount[]>();
  for (const { document_id, locale, source, from_day, to_day, views } of rows) {
    const key = versionKey(document_id, locale);
    const count = { source, from: from_day, to: to_day, views: Number(views) };
    const known = counts.get(key);
    if (known === undefined) counts.set(key, [count]);
    else known.push(count);
  }
  return counts;
};
