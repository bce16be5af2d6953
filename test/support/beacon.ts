import type { DropReason } from '../../server/core/consumption-api';
import { as, type Host } from './host';

export const ORIGIN = 'https://www.example.com';
export const SOURCE = 'tracker:www.example.com';
export const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
export const BEACON = '/api/content-strategy/consumption';

/** Configuration of a host with the beacon on. */
export const withBeacon = (more: object = {}) => ({
  audit: { daily: false, afterChanges: false },
  consumption: { beacon: true, origins: [ORIGIN], perMinute: 1_000_000, ...more },
});

/** Sends as `sendBeacon` does. */
export const sends = (host: Host, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  as(host)
    .post(BEACON)
    .set({ Origin: ORIGIN, 'User-Agent': BROWSER, 'Content-Type': 'text/plain;charset=UTF-8', ...headers })
    .send(typeof body === 'string' ? body : JSON.stringify(body));

/** Views so far, by `documentId locale`; in SQL, not by our own readers. */
export const viewsIn = async (host: Host): Promise<Readonly<Record<string, number>>> => {
  const rows = await host.strapi.db.connection('cs_views');
  const sums: Record<string, number> = {};
  for (const { document_id, locale, views } of rows) {
    const key = `${document_id} ${locale}`.trim();
    sums[key] = (sums[key] ?? 0) + Number(views);
  }
  return sums;
};

/** Drops so far, as `reason uid source`. */
export const dropsIn = async (host: Host): Promise<Readonly<Record<string, number>>> => {
  const rows: readonly { reason: DropReason; uid: string; source: string; events: unknown }[] =
    await host.strapi.db.connection('cs_drops');
  return Object.fromEntries(
    rows.map(({ reason, uid, source, events }) => [
      [reason, uid, source].join(' ').replaceAll('  ', ' '),
      Number(events),
    ])
  );
};

/** Forgets all that was counted. */
export const forgetCounts = async (host: Host): Promise<void> => {
  for (const table of ['cs_views', 'cs_source_days', 'cs_drops']) await host.strapi.db.connection(table).delete();
};
