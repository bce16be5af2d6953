import type { Core } from '@strapi/strapi';
import { settleImports } from '../../core/analytics/settle';
import type { Day } from '../../core/evidence/day';
import type { Span } from '../../core/evidence/span';
import type { TrackerDay } from '../../core/evidence/tracker-days';
import { CONSUMPTION_TABLES } from './tables';

/** An analytics import that is not undone. */
export interface CountedImport extends Span {
  readonly id: number;
  readonly format: string;
  readonly name: string | null;
  readonly site: string;
  readonly isComplete: boolean;
  /** Of which no newer import of its tool and site tells. */
  readonly days: readonly Span[];
}

/** What a tracker sent of one content type and locale. */
export interface TrackedType {
  readonly source: string;
  readonly uid: string;
  readonly locale: string;
  readonly days: readonly TrackerDay[];
}

/** Whether anything was ever counted: until then an audit asks for nothing more. */
export const hasCounted = async (strapi: Core.Strapi): Promise<boolean> => {
  const db = strapi.db.connection;
  const tracked: unknown = await db(CONSUMPTION_TABLES.days).first('day');
  return (
    tracked !== undefined ||
    (await db(CONSUMPTION_TABLES.imports).where({ state: 'counted' }).first('id')) !== undefined
  );
};

/** The imports that are not undone, earliest end first: replaced ones still say what was viewed. */
export const readCountedImports = async (strapi: Core.Strapi): Promise<readonly CountedImport[]> => {
  const rows: readonly ImportRow[] = await strapi.db
    .connection(CONSUMPTION_TABLES.imports)
    .whereIn('state', ['counted', 'replaced'])
    .orderBy(['to_day', 'id'])
    .select('id', 'format', 'name', 'site', 'from_day', 'to_day', 'is_complete');
  return withDays(
    rows.map(({ from_day, to_day, is_complete, ...row }) => ({
      ...row,
      from: from_day,
      to: to_day,
      isComplete: is_complete === 1,
    }))
  );
};

/** Imports with the days that are theirs to tell of. */
export const withDays = (imports: readonly Omit<CountedImport, 'days'>[]): readonly CountedImport[] => {
  const days = new Map<number, readonly Span[]>();
  for (const series of new Set(imports.map(seriesOf))) {
    const own = imports.filter((one) => seriesOf(one) === series);
    const states = settleImports(own.map((one) => ({ ...one, isUndone: false })));
    for (const [id, state] of states) days.set(id, state.days);
  }
  return imports.map((one) => ({ ...one, days: days.get(one.id) ?? [] }));
};

/** Of one tool and site. */
export const seriesOf = ({ format, site }: Pick<CountedImport, 'format' | 'site'>): string => `${format} ${site}`;

/** A type and locale that an import tells of. */
export interface ImportScope {
  readonly id: number;
  readonly uid: string;
  readonly locale: string;
}

/** Of which types and locales each of some imports tells. */
export const readImportScopes = async (
  strapi: Core.Strapi,
  ids: readonly number[]
): Promise<readonly ImportScope[]> => {
  const rows: readonly { readonly import_id: number; readonly uid: string; readonly locale: string }[] = await strapi.db
    .connection(CONSUMPTION_TABLES.importScopes)
    .whereIn('import_id', [...ids])
    .select('import_id', 'uid', 'locale');
  return rows.map(({ import_id, ...scope }) => ({ id: import_id, ...scope }));
};

/** What trackers sent, day by day, and on which days each of their sites sent anything. */
export const readTracked = async (
  strapi: Core.Strapi
): Promise<{ readonly types: readonly TrackedType[]; readonly siteDays: ReadonlyMap<string, ReadonlySet<Day>> }> => {
  const rows: readonly DayRow[] = await strapi.db
    .connection(CONSUMPTION_TABLES.days)
    .where('events', '>', 0)
    .orderBy(['source', 'uid', 'locale', 'day'])
    .select('source', 'uid', 'locale', 'day', 'events', 'named', 'entries');
  const types = new Map<string, TrackedType & { readonly days: TrackerDay[] }>();
  const siteDays = new Map<string, Set<Day>>();
  for (const { source, uid, locale, day, events, named, entries } of rows) {
    const key = JSON.stringify([source, uid, locale]);
    const type = types.get(key) ?? { source, uid, locale, days: [] };
    type.days.push({ day, events: Number(events), named: Number(named), entries });
    types.set(key, type);
    siteDays.set(source, (siteDays.get(source) ?? new Set()).add(day));
  }
  return { types: [...types.values()], siteDays };
};

interface ImportRow {
  readonly id: number;
  readonly format: string;
  readonly name: string | null;
  readonly site: string;
  readonly from_day: number;
  readonly to_day: number;
  readonly is_complete: number;
}

interface DayRow {
  readonly source: string;
  readonly uid: string;
  readonly locale: string;
  readonly day: number;
  readonly events: number | string;
  readonly named: number | string;
  readonly entries: number;
}
