import type { Core } from '@strapi/strapi';
import type { PluginConfig } from '../config';
import { PLUGIN_ID } from '../core/actions';
import type { DropReason, LastEventBody, MeasurementBody, SourceBody } from '../core/consumption-api';
import { FILE_UID } from '../core/consumption/event';
import { dayAt, isoDay, type Day } from '../core/evidence/day';
import { within, type Span } from '../core/evidence/span';
import { trackerDays } from '../core/evidence/tracker-days';
import { DEFAULT_POLICY } from '../core/policy';
import type { SessionAbility } from '../http/session';
import { publicPath } from '../http/public-path';
import { readAccess } from '../library/access';
import { countPublished } from '../library/published';
import {
  dropsWithin,
  importTotals,
  lastEvents,
  trackerDaysWithin,
  trackerTotals,
  type ImportTotals,
  type SourceTotal,
} from '../stores/consumption/measurement';
import { readCountedImports, readTracked } from '../stores/consumption/sources';
import { inTransaction } from '../stores/transaction';
import { service } from '.';
import { seesAllAudited } from './sees-all';

/** Tells how we know: what each source counted and measured, what was dropped, and whether anything comes in. */
export const createMeasurementService = ({ strapi }: { strapi: Core.Strapi }) => ({
  async read(days: number, ability: SessionAbility): Promise<MeasurementBody> {
    const today = dayAt(Date.now());
    const window = { from: today - days + 1, to: today };
    const sees = await readable(strapi, ability);
    const seesAll = await seesAllAudited(strapi, ability);
    const counted = await readCountedImports(strapi);
    const read = await inTransaction(strapi, async (trx) => ({
      totals: await trackerTotals(trx),
      days: await trackerDaysWithin(trx, window),
      imports: await importTotals(trx, counted),
      drops: await dropsWithin(trx, window),
    }));
    const totals = read.totals.filter(sees);
    const measured = await measuredSpans(strapi, today);
    const names = new Set(totals.map(({ source }) => source));
    const trackers = [...names].map((source): SourceBody => {
      const own = totals.filter((total) => total.source === source);
      return {
        ...summary(own),
        key: source,
        kind: 'tracker',
        name: source.slice('tracker:'.length),
        bands: own.map(({ uid, locale }) => ({
          uid,
          locale,
          measured: within(measured(source, uid, locale), window).map(isoSpan),
          days: read.days
            .filter((day) => day.source === source && day.uid === uid && day.locale === locale)
            .map(({ day, views }) => ({ day: isoDay(day), views })),
        })),
      };
    });
    return {
      from: isoDay(window.from),
      to: isoDay(window.to),
      sources: [...read.imports.flatMap((one) => importBody(one, window, sees)), ...trackers],
      drops: read.drops
        .filter(({ uid }) => (uid === '' ? seesAll : sees({ uid, locale: '' })))
        .map((drop) => ({ ...drop, reason: drop.reason as DropReason })),
      ...(await switches(strapi)),
    };
  },

  /** Cheap, because the page asks again and again; of what the user sees counts of. */
  async lastEvent(ability: SessionAbility): Promise<LastEventBody> {
    const sees = await readable(strapi, ability);
    const at = Math.max(0, ...(await inTransaction(strapi, lastEvents)).filter(sees).map((last) => last.at));
    return { at: at === 0 ? null : new Date(at).toISOString() };
  },
});

/** The days on which a tracker would have seen a view of a type, by the policy, as the evidence of entries has them. */
const measuredSpans = async (
  strapi: Core.Strapi,
  today: Day
): Promise<(source: string, uid: string, locale: string) => readonly Span[]> => {
  const { types, siteDays } = await readTracked(strapi);
  const known = new Map((await service(strapi, 'contentTypes').audited()).map((type) => [type.uid, type]));
  const spans = new Map<string, readonly Span[]>();
  for (const { source, uid, locale, days } of types) {
    const type = known.get(uid) ?? (uid === FILE_UID ? { uid, localized: false } : undefined);
    if (type === undefined) continue;
    const entries = (await countPublished(strapi, type)).get(locale) ?? 0;
    const site = siteDays.get(source) ?? new Set<Day>();
    spans.set([source, uid, locale].join(' '), trackerDays(days, site, entries, DEFAULT_POLICY, today));
  }
  return (...key) => spans.get(key.join(' ')) ?? [];
};

type Sees = (scope: { readonly uid: string; readonly locale: string }) => boolean;

/**
 * Counts of types and locales are told to who may read all of their entries: one's own beacon or file of a guessed path
 * would else tell, by the number that grows, that a hidden entry is published there.
 */
const readable = async (strapi: Core.Strapi, ability: SessionAbility): Promise<Sees> => {
  const contentTypes = service(strapi, 'contentTypes');
  const locales = (await contentTypes.locales()).map(({ code }) => code);
  const access = await readAccess(strapi, ability, await contentTypes.audited(), locales);
  return ({ uid, locale }) => {
    if (uid === FILE_UID) return ability.can('plugin::upload.read');
    const own = access.get(uid);
    if (own === undefined || own.documents !== null) return false;
    return locale === '' || own.locales === 'all' || own.locales.includes(locale);
  };
};

const importBody = (
  { source, name, complete, totals, days, ...period }: ImportTotals,
  window: Span,
  sees: Sees
): readonly SourceBody[] => {
  const own = totals.filter(sees);
  const measured = within(days, window).map(isoSpan);
  const bands = complete.filter(sees).map(({ uid, locale }) => ({ uid, locale, measured, days: [] }));
  const others = own.filter(({ uid, locale }) => !bands.some((band) => band.uid === uid && band.locale === locale));
  if (own.length + bands.length === 0) return [];
  return [
    {
      key: source,
      kind: 'import',
      name,
      views: summary(own).views,
      ...isoSpan(period),
      bands: [...bands, ...others.map(({ uid, locale }) => ({ uid, locale, measured: [], days: [] }))],
    },
  ];
};

const summary = (totals: readonly SourceTotal[]): Pick<SourceBody, 'views' | 'from' | 'to'> => ({
  views: totals.reduce((sum, { views }) => sum + views, 0),
  from: isoDay(Math.min(...totals.map(({ from }) => from), dayAt(Date.now()))),
  to: isoDay(Math.max(...totals.map(({ to }) => to), 0)),
});

const isoSpan = ({ from, to }: Span): { readonly from: string; readonly to: string } => ({
  from: isoDay(from),
  to: isoDay(to),
});

const switches = async (strapi: Core.Strapi): Promise<Pick<MeasurementBody, 'beacon' | 'deliveries'>> => {
  const { beacon, origins, script, deliveries } = strapi.config.get<PluginConfig['consumption']>(
    `plugin::${PLUGIN_ID}.consumption`
  );
  const source = `${strapi.config.get<string>('server.absoluteUrl')}${publicPath(strapi, script)}`;
  return {
    beacon: {
      enabled: beacon,
      snippet: beacon ? `<script defer src="${source}"></script>` : null,
      origins: beacon ? origins : [],
    },
    deliveries: { enabled: deliveries, since: await service(strapi, 'deliveries').since() },
  };
};
