/** The steps of the benchmarks of consumption, each run in a process of its own. */
import type { AddressInfo } from 'node:net';
import type { Core } from '@strapi/strapi';
import { dayAt, startOf } from '../../../server/core/evidence/day';
import { service } from '../../../server/services';
import { buildLibrary, LIBRARY, UID } from '../audit/library';
import { answerStep, runStep, withHost } from '../host';
import { measure, type Reading } from '../meter';
import { load, type Load } from './load';

interface On {
  readonly database: string;
}

const ORIGIN = 'https://www.example.com';
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
const COMMON = { Origin: ORIGIN, 'User-Agent': BROWSER };
const SECONDS = 5;
/** Entries that are read. */
const READ = 1_000;

const listen = async (strapi: Core.Strapi): Promise<number> => {
  strapi.server.mount();
  const { httpServer } = strapi.server;
  // Of 256 connections one may wait for longer than the usual five seconds.
  httpServer.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
  return (httpServer.address() as AddressInfo).port;
};

const publishedIds = async (strapi: Core.Strapi): Promise<readonly string[]> => {
  const rows: readonly { readonly document_id: string }[] = await strapi.db
    .connection(LIBRARY)
    .whereNotNull('published_at')
    .distinct('document_id')
    .limit(READ);
  return rows.map(({ document_id }) => document_id);
};

const perSecond = (asked: Omit<Load, 'seconds'>): Promise<number> =>
  runStep<number>(__filename, 'load', { ...asked, seconds: SECONDS });

/** Answers per second, and what one costs the server's processor in milliseconds. */
export interface Rate {
  readonly perSecond: number;
  readonly processorMs: number;
}

/** Of batches, events are counted. */
export interface BeaconRates {
  readonly health: Rate;
  readonly beacon: Rate;
  readonly batched: Rate;
}

/** The clients are processes of their own: what this one spends is the server's. */
const rateOf = async (each: number, measured: () => Promise<number>): Promise<Rate> => {
  const before = process.cpuUsage();
  const perSecond = each * (await measured());
  const { user, system } = process.cpuUsage(before);
  return { perSecond, processorMs: (user + system) / 1000 / (perSecond * SECONDS) };
};

const BATCH = 20;
/** Where batches begin; few enough for a command line. */
const BATCHES = Array.from({ length: 40 }, (_, at) => at * BATCH);

const beacon = ({ database }: On): Promise<BeaconRates> =>
  withHost(
    database,
    async (strapi) => {
      const port = await listen(strapi);
      const events = (await publishedIds(strapi)).map((documentId) => ({ uid: UID, documentId }));
      const path = '/api/content-strategy/consumption';
      const send = (bodies: readonly string[]): Promise<number> =>
        perSecond({
          port,
          method: 'POST',
          path,
          headers: { ...COMMON, 'Content-Type': 'text/plain' },
          bodies,
          status: 202,
        });
      const single = events.map((event) => JSON.stringify(event));
      const health = { port, method: 'GET', path: '/_health', headers: COMMON, bodies: [], status: 204 } as const;
      // The first ones open connections and compile.
      await perSecond(health);
      await send(single);
      return {
        health: await rateOf(1, () => perSecond(health)),
        beacon: await rateOf(1, () => send(single)),
        batched: await rateOf(BATCH, () => send(BATCHES.map((at) => JSON.stringify(events.slice(at, at + BATCH))))),
      };
    },
    { consumption: { beacon: true, origins: [ORIGIN], perMinute: 1_000_000_000 } }
  );

/** Of one entry and of lists of 100. */
export interface DeliveryRates {
  readonly detail: Rate;
  readonly list: Rate;
}

const deliveries = ({ database, on }: On & { readonly on: boolean }): Promise<DeliveryRates> =>
  withHost(
    database,
    async (strapi) => {
      const { accessKey } = await strapi
        .service('admin::api-token')
        .create({ name: `bench ${Date.now()}`, type: 'full-access', permissions: null, lifespan: null });
      const port = await listen(strapi);
      const [first = ''] = await publishedIds(strapi);
      const get = (path: string): Promise<number> =>
        perSecond({
          port,
          method: 'GET',
          path,
          headers: { ...COMMON, Authorization: `Bearer ${accessKey}` },
          bodies: [],
          status: 200,
        });
      const list = '/api/pieces?pagination[pageSize]=100&pagination[withCount]=false';
      await get(`/api/pieces/${first}`);
      return {
        detail: await rateOf(1, () => get(`/api/pieces/${first}`)),
        list: await rateOf(1, () => get(list)),
      };
    },
    { consumption: { deliveries: on } }
  );

const OLD_DAYS = 40;

const rollUp = ({ database, rows }: On & { readonly rows: number }): Promise<Reading> =>
  withHost(database, async (strapi) => {
    const db = strapi.db.connection;
    const today = dayAt(Date.now());
    const perDay = Math.ceil(rows / OLD_DAYS);
    await db.transaction(async (trx) => {
      for (let day = 0; day < OLD_DAYS; day += 1) {
        const own = { source: 'tracker:bench', uid: UID, locale: '' };
        const on = today - 500 + day;
        for (let at = 0; at < perDay; at += 200) {
          const size = Math.min(200, perDay - at);
          await trx('cs_views').insert(
            Array.from({ length: size }, (_, one) => ({
              ...own,
              document_id: `document${at + one}`,
              from_day: on,
              to_day: on,
              views: 3,
            }))
          );
        }
        await trx('cs_source_days').insert({ ...own, day: on, events: 3 * perDay });
      }
    });
    const reading = await measure(() => service(strapi, 'consumption').rollUp(startOf(today)));
    const [sum] = await db('cs_views').sum({ views: 'views' });
    if (Number(sum?.['views']) !== 3 * perDay * OLD_DAYS) throw new Error('views were lost');
    return reading;
  });

void answerStep({
  build: ({ database, entries }: On & { readonly entries: number }) => buildLibrary(database, entries),
  beacon,
  deliveries,
  rollUp,
  load: (asked: Load) => load(asked),
});
