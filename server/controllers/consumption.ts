import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { PluginConfig } from '../config';
import { PLUGIN_ID } from '../core/actions';
import type { Data } from '../core/api';
import { SERVER_SOURCE, sourceOf } from '../core/consumption/source';
import { TRACKER } from '../core/consumption/tracker';
import { Refusal } from '../core/refusal';
import { beaconBody, dropReasonOf, jsonOf } from '../http/consumption';
import { parse } from '../http/parse';
import { service } from '../services';

export const createConsumptionController = ({ strapi }: { strapi: Core.Strapi }) => {
  const { origins, endpoint } = strapi.config.get<PluginConfig['consumption']>(`plugin::${PLUGIN_ID}.consumption`);
  const tracker = TRACKER.replace('ENDPOINT', JSON.stringify(endpoint));
  const etag = createHash('sha1').update(tracker).digest('hex').slice(0, 16);

  return {
    /** The tracker. Browsers ask again after an hour, and get nothing new. */
    async script(ctx: Context) {
      ctx.type = 'text/javascript; charset=utf-8';
      ctx.set('Cache-Control', 'public, max-age=3600');
      ctx.set('Cross-Origin-Resource-Policy', 'cross-origin');
      ctx.etag = etag;
      ctx.body = tracker;
      if (ctx.fresh) ctx.status = 304;
    },

    /** From browsers. */
    async receive(ctx: Context) {
      const consumption = service(strapi, 'consumption');
      const events = parse(beaconBody, await jsonOf(ctx));
      await consumption.admit(ctx.request.ip, events.length);
      const source = sourceOf(ctx.get('origin'), origins);
      if (source === null) {
        await consumption.refuse(events);
        throw new Refusal('forbidden', 'This site is not among those that may send (`consumption.origins`).');
      }
      await consumption.receive({ source, drop: dropReasonOf(ctx) }, events);
      answer(ctx, events);
    },

    /** From a server that passes on what browsers sent to it, with their headers. */
    async forward(ctx: Context) {
      const events = parse(beaconBody, await jsonOf(ctx));
      const origin = ctx.get('origin');
      const source = (origin === '' ? null : sourceOf(origin, origins)) ?? SERVER_SOURCE;
      await service(strapi, 'consumption').receive({ source, drop: dropReasonOf(ctx) }, events);
      answer(ctx, events);
    },
  };
};

/** Alike for all that is sent: what is counted would tell strangers which pages and files there are. */
const answer = (ctx: Context, events: readonly unknown[]): void => {
  ctx.status = 202;
  ctx.body = { data: { received: events.length } } satisfies Data<{ readonly received: number }>;
};
