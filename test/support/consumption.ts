/** What trackers and imports would have left in the database, written as they would. */
import { dayAt, startOf, type Day } from '../../server/core/evidence/day';
import { CONSUMPTION_TABLES } from '../../server/stores/consumption/tables';
import type { Host } from './host';

/** Of this very run: grades depend on the day. */
export const today = (): Day => dayAt(Date.now());

/** A version, or an entry of a type without locales. */
export interface Asset {
  readonly uid: string;
  readonly documentId: string;
  readonly locale?: string;
}

export const SITE = 'tracker:www.example.com';

/** Views so many days ago, by the tracker or over the period of an import. */
export const viewed = async (
  host: Host,
  { uid, documentId, locale = '' }: Asset,
  ago: number | readonly [from: number, to: number],
  { views = 1, source = SITE }: { readonly views?: number; readonly source?: string } = {}
): Promise<void> => {
  const [from, to] = typeof ago === 'number' ? [ago, ago] : ago;
  await host.strapi.db.connection(CONSUMPTION_TABLES.views).insert({
    uid,
    document_id: documentId,
    locale,
    source,
    from_day: today() - from,
    to_day: today() - to,
    views,
  });
};

interface Tracked {
  readonly uid: string;
  readonly locale?: string;
  readonly source?: string;
  /** Of each day's 30 views those that named their entry. */
  readonly named?: number;
}

/** A tracker whose pages named entries of a type and locale on each of the days from so many days ago. */
export const tracked = async (
  host: Host,
  { uid, locale = '', source = SITE, named = 30 }: Tracked,
  from: number,
  to = 0
): Promise<void> => {
  const days = Array.from({ length: from - to + 1 }, (_, at) => today() - from + at);
  const rows = days.map((day) => ({ source, uid, locale, day, events: 30, named, settled_events: 30, entries: 10 }));
  for (let at = 0; at < rows.length; at += 50) {
    await host.strapi.db.connection(CONSUMPTION_TABLES.days).insert(rows.slice(at, at + 50));
  }
};

/** An import of analytics that tells of some types and locales; answers its id. */
export const imported = async (
  host: Host,
  { name, from, to, complete = true }: { name: string; from: number; to: number; complete?: boolean },
  scopes: readonly { readonly uid: string; readonly locale?: string }[]
): Promise<number> => {
  const db = host.strapi.db.connection;
  await db(CONSUMPTION_TABLES.imports).insert({
    format: 'ga4',
    name,
    site: name,
    from_day: today() - from,
    to_day: today() - to,
    is_complete: complete ? 1 : 0,
    state: 'counted',
    row_count: 10,
    views: 100,
    mapped_views: 90,
    mapped_entries: 1,
    at: Date.now(),
    detail: '{}',
  });
  const [{ id } = { id: 0 }] = await db(CONSUMPTION_TABLES.imports).where({ name }).select<{ id: number }[]>('id');
  const rows = scopes.map(({ uid, locale = '' }) => ({ import_id: id, uid, locale, entries: 1 }));
  if (rows.length > 0) await db(CONSUMPTION_TABLES.importScopes).insert(rows);
  return id;
};

/** Undoes an import, or counts it again. */
export const setImportState = async (host: Host, id: number, state: 'counted' | 'undone'): Promise<void> => {
  await host.strapi.db.connection(CONSUMPTION_TABLES.imports).where({ id }).update({ state });
};

/** Says when a version of an entry was made and first published, so many days ago, whatever Strapi says. */
export const firstPublished = async (
  host: Host,
  { uid, documentId, locale = '' }: Asset,
  ago: number
): Promise<void> => {
  const row = { uid, document_id: documentId, locale };
  await host.strapi.db.connection(CONSUMPTION_TABLES.publications).where(row).delete();
  await host.strapi.db.connection(CONSUMPTION_TABLES.publications).insert({ ...row, day: today() - ago });
  const created = {
    where: { documentId, ...(locale === '' ? {} : { locale }) },
    data: { createdAt: new Date(startOf(today() - ago)) },
  };
  await host.strapi.db.query(uid).updateMany(created);
};
