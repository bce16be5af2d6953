import type { Core, UID } from '@strapi/strapi';
import type { Knex } from 'knex';
import { dayAt, type Day } from '../../../server/core/evidence/day';
import { CONSUMPTION_TABLES } from '../../../server/stores/consumption/tables';
import { pick } from './days';
import type { AddedEntry } from './entries';
import { isLocalized } from './localized';

/** The site that has sent views for a good year, and what happened to it meanwhile. */
const SITE = 'tracker:www.pennant.example';
const DAYS = 400;
/** A redesign lost the tag on the German pages for a month: days before the day of seeding. */
const OUTAGE = { locale: 'de', from: 75, to: 45 };
/** A new template has lost it on the customers' stories, and nobody has noticed: days before the day of seeding. */
const LOST = { uid: 'api::case-study.case-study', from: 12 };
/** Videos have been measured since their player got the tag. */
const LATE = { uid: 'api::video.video', from: 41 };

/**
 * Views of the sample library, always the same for the same day of seeding: sent by a tracker for a year, which lost the
 * German pages for a month.
 */
export const addConsumption = async (
  strapi: Core.Strapi,
  entries: readonly AddedEntry[],
  today: Date
): Promise<void> => {
  const yesterday = dayAt(today.getTime()) - 1;
  const sent = new Map<string, DayRow>();
  const views: ViewRow[] = [];
  const versions = await publishedVersions(strapi, entries);
  for (const version of versions) {
    for (const { day, count } of viewsOf(version, yesterday)) {
      const { uid, document_id, locale } = version;
      views.push({ uid, document_id, locale, source: SITE, from_day: day, to_day: day, views: count });
      const key = `${uid} ${locale} ${day}`;
      const row = sent.get(key) ?? { source: SITE, uid, locale, day, events: 0, named: 0, entries: 0 };
      sent.set(key, { ...row, events: row.events + count, named: row.named + count, entries: row.entries + 1 });
    }
  }
  await write(strapi, CONSUMPTION_TABLES.publications, versions.map(toPublication));
  await write(strapi, CONSUMPTION_TABLES.views, views);
  await write(strapi, CONSUMPTION_TABLES.days, [...sent.values()]);
  await write(strapi, CONSUMPTION_TABLES.drops, dropsOf([...sent.values()]));
};

interface Version {
  readonly uid: string;
  readonly document_id: string;
  readonly locale: string;
  readonly slug: string;
  readonly publishedOn: Day;
}

const publishedVersions = async (strapi: Core.Strapi, entries: readonly AddedEntry[]): Promise<readonly Version[]> => {
  const versions: Version[] = [];
  const slugs = new Map(entries.map(({ documentId, entry }) => [documentId, entry.slug]));
  for (const uid of new Set<UID.CollectionType>(entries.map((entry) => entry.uid))) {
    const rows: readonly Row[] = await strapi.db
      .connection(strapi.db.metadata.get(uid).tableName)
      .whereNotNull('published_at')
      .select('document_id', 'locale', 'created_at');
    for (const { document_id, locale, created_at } of rows) {
      // The same in every language: what nobody reads in one, nobody reads in another.
      const slug = slugs.get(document_id) ?? document_id;
      const publishedOn = dayAt(new Date(created_at).getTime());
      versions.push({ uid, document_id, locale: isLocalized(strapi, uid) ? (locale ?? '') : '', slug, publishedOn });
    }
  }
  return versions;
};

/** As the plugin would have recorded it had it been there from the start. */
const toPublication = ({ uid, document_id, locale, publishedOn }: Version) => ({
  uid,
  document_id,
  locale,
  day: publishedOn,
});

/** Most are read, some are no longer, and some never were. */
const viewsOf = (
  { uid, locale, slug, publishedOn }: Version,
  yesterday: Day
): readonly { readonly day: Day; readonly count: number }[] => {
  const kind = pick(`${slug} audience`, 100);
  if (kind < 18) return [];
  const isForgotten = kind < 28;
  const perDay = 1 + pick(`${slug} views`, 9);
  const first = Math.max(publishedOn, yesterday - (uid === LATE.uid ? LATE.from : DAYS) + 1);
  const newest = uid === LOST.uid ? yesterday - LOST.from : yesterday;
  const last = isForgotten ? yesterday - 210 - pick(slug, 60) : newest;
  const days = [];
  for (let day = first; day <= last; day += 1) {
    const before = yesterday - day;
    if (locale === OUTAGE.locale && before <= OUTAGE.from && before >= OUTAGE.to) continue;
    const count = pick(`${slug} ${day - yesterday}`, perDay + 1);
    if (count > 0) days.push({ day, count });
  }
  return days;
};

/** Who asks not to be counted reads help more often than the rest. */
const dropsOf = (days: readonly DayRow[]): readonly DropRow[] =>
  days.flatMap(({ source, uid, locale, day, events }) => {
    if (locale === 'de') return [];
    const share = uid === 'api::guide.guide' ? 0.22 : 0.06;
    const drop = (reason: string, dropped: number) => ({ source, uid, reason, day, events: Math.ceil(dropped) });
    return [drop('do-not-track', events * share), drop('bot', events * 0.08)];
  });

interface Row {
  readonly document_id: string;
  readonly locale: string | null;
  readonly created_at: string | number;
}

interface ViewRow {
  readonly uid: string;
  readonly document_id: string;
  readonly locale: string;
  readonly source: string;
  readonly from_day: Day;
  readonly to_day: Day;
  readonly views: number;
}

interface DayRow {
  readonly source: string;
  readonly uid: string;
  readonly locale: string;
  readonly day: Day;
  readonly events: number;
  readonly named: number;
  readonly entries: number;
}

interface DropRow {
  readonly source: string;
  readonly uid: string;
  readonly reason: string;
  readonly day: Day;
  readonly events: number;
}

/** SQLite takes so many values in one statement. */
const ROWS = 500;

const write = async (strapi: Core.Strapi, table: string, rows: readonly object[]): Promise<void> => {
  await strapi.db.transaction(async ({ trx }) => {
    const insert = (some: readonly object[]) => (trx as Knex.Transaction)(table).insert(some);
    for (let from = 0; from < rows.length; from += ROWS) await insert(rows.slice(from, from + ROWS));
  });
};
