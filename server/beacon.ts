import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import type { PluginConfig } from './config';
import { sourceOf } from './core/consumption/source';
import { assertLength } from './http/consumption';
import { publicPath } from './http/public-path';
import { answerRefusals } from './http/refusals';

/**
 * Stands before the host's own middlewares on the beacon's path: its body parser may take 200 MB from anybody, and its
 * CORS may answer every site.
 */
export const guardBeacon = (strapi: Core.Strapi, { endpoint, origins }: PluginConfig['consumption']): void => {
  const open = publicPath(strapi, endpoint);
  const forwarded = publicPath(strapi, `${endpoint}/forward`);
  strapi.server.use(async (ctx: Context, next: Next) => {
    if (ctx.path !== open && ctx.path !== forwarded) {
      await next();
      return;
    }
    if (ctx.method === 'OPTIONS') ctx.status = 204;
    else {
      await answerRefusals(ctx, async () => {
        if (ctx.method === 'POST') assertLength(ctx);
        await next();
      });
    }
    answerOrigin(ctx, sourceOf(ctx.get('origin'), origins) !== null);
  });
};

/** Seconds for which a browser need not ask again. */
const DAY = 86_400;

const answerOrigin = (ctx: Context, isAllowed: boolean): void => {
  for (const name of ['Allow-Origin', 'Allow-Credentials', 'Allow-Methods', 'Allow-Headers', 'Max-Age']) {
    ctx.remove(`Access-Control-${name}`);
  }
  ctx.vary('Origin');
  const origin = ctx.get('origin');
  if (!isAllowed || origin === '') return;
  ctx.set('Access-Control-Allow-Origin', origin);
  if (ctx.method !== 'OPTIONS') return;
  ctx.set('Access-Control-Allow-Methods', 'POST');
  ctx.set('Access-Control-Allow-Headers', 'Content-Type');
  ctx.set('Access-Control-Max-Age', String(DAY));
};
