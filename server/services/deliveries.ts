import type { Core } from '@strapi/strapi';
import { every, inBackground } from '../background';
import type { PluginConfig } from '../config';
import { PLUGIN_ID } from '../core/actions';
import type { Asset } from '../core/consumption/event';
import { deliveredIn, type Answer, type Shape } from '../core/consumption/delivered';
import { dayAt } from '../core/evidence/day';
import { createShapes } from '../library/shapes';
import { addDeliveries, type DeliveryCount } from '../stores/consumption/deliveries';
import { createSettingStore } from '../stores/settings';
import { inTransaction } from '../stores/transaction';
import { service } from '.';

/** How often the counts are written, in milliseconds. */
const EVERY = 1_000;
/** Entries counted between two writes; of a library that sends more in a second, the others are not counted then. */
const MOST = 50_000;
/** At most this many rows go in one transaction. */
const ROWS = 500;
const SINCE = 'deliveries-since';

type Sent = Pick<DeliveryCount, 'details' | 'lists'>;
const ALONE: Sent = { details: 1, lists: 0 };
const AMONG_OTHERS: Sent = { details: 0, lists: 1 };

/** Counts which entries the REST API sends: not that anybody read them. */
export const createDeliveriesService = ({ strapi }: { strapi: Core.Strapi }) => {
  const settings = createSettingStore(strapi);
  const counts = new Map<string, Asset & { -readonly [K in keyof Sent]: Sent[K] }>();
  let shapes: ((uid: string) => Shape | undefined) | undefined;
  /** The host's, default one first. */
  let locales: readonly string[] = [];
  let end = (): void => undefined;
  let writing: Promise<void> = Promise.resolve();

  const readLocales = async (): Promise<void> => {
    locales = (await service(strapi, 'contentTypes').locales()).map(({ code }) => code);
  };

  const write = async (): Promise<void> => {
    if (counts.size === 0) return;
    await readLocales();
    const audited = new Set((await service(strapi, 'contentTypes').audited()).map(({ uid }) => uid));
    // A client may ask for a locale that there is not: no row can be made of what it invents.
    const spoken = new Set(['', ...locales]);
    // Sorted, so that instances which write at once wait in line.
    const keys = [...counts.keys()].sort();
    for (let at = 0; at < keys.length; at += ROWS) {
      const taken = new Map(keys.slice(at, at + ROWS).flatMap((key) => entryOf(counts, key)));
      for (const key of taken.keys()) counts.delete(key);
      const rows = [...taken.values()].filter(({ uid, locale }) => audited.has(uid) && spoken.has(locale));
      try {
        await inTransaction(strapi, (trx) => addDeliveries(trx, rows, dayAt(Date.now())));
      } catch (error) {
        for (const [key, count] of taken) add(key, count, count);
        throw error;
      }
    }
  };

  /** At every entry that is sent: one that is known already costs nothing but a sum. */
  const add = (key: string, { uid, documentId, locale }: Asset, { details, lists }: Sent): void => {
    const known = counts.get(key);
    if (known !== undefined) {
      known.details += details;
      known.lists += lists;
    } else if (counts.size < MOST) counts.set(key, { uid, documentId, locale, details, lists });
  };

  const flush = (): Promise<void> => {
    writing = writing.then(() => inBackground(strapi, 'deliveries are written later', write));
    return writing;
  };

  return {
    /** Counts an answer that was sent; without a locale it is in the host's default one. */
    record: ({ locale, ...answer }: Omit<Answer, 'locale'> & { readonly locale: string | null }): void => {
      shapes ??= createShapes(strapi);
      const sent = deliveredIn({ ...answer, locale: locale ?? locales[0] ?? '' }, shapes);
      for (const [key, asset] of sent) add(key, asset, asset.isDetail ? ALONE : AMONG_OTHERS);
    },

    flush,

    /** Remembers since when deliveries are counted without a gap: only then is an entry without one never sent. */
    async start(): Promise<void> {
      const { deliveries } = strapi.config.get<PluginConfig['consumption']>(`plugin::${PLUGIN_ID}.consumption`);
      const since = await this.since();
      if (deliveries && since === null) await settings.set(SINCE, new Date().toISOString());
      if (!deliveries && since !== null) await settings.set(SINCE, null);
      if (!deliveries) return;
      await readLocales();
      end = every(strapi, EVERY, 'deliveries are written later', flush);
    },

    /** ISO 8601; `null` while they are not counted. */
    since: async (): Promise<string | null> => {
      const since = await settings.get(SINCE);
      return typeof since === 'string' ? since : null;
    },

    async stop(): Promise<void> {
      end();
      await flush();
    },
  };
};

const entryOf = <Value>(map: ReadonlyMap<string, Value>, key: string): readonly (readonly [string, Value])[] => {
  const value = map.get(key);
  return value === undefined ? [] : [[key, value]];
};
