import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import type { PluginConfig } from './config';
import type { createConsumptionController } from './controllers/consumption';
import { PLUGIN_ID } from './core/actions';
import { sourceOf } from './core/consumption/source';
import { Refusal } from './core/refusal';
import { assertLength } from './http/consumption';
import { assertNoQuery } from './http/input';
import { publicPath } from './http/public-path';
import { answerRefusals } from './http/refusals';

/**
 * Answers browsers before the host's own middlewares, which cost more than an event: its session, its router, a body
 * parser that may take 200 MB from anybody, and a CORS that may answer every site. Forwarded events go their way.
 */
export const guardBeacon = (strapi: Core.Strapi, { endpoint, origins }: PluginConfig['consumption']): void => {
  const open = publicPath(strapi, endpoint);
  const forwarded = publicPath(strapi, `${endpoint}/forward`);
  strapi.server.use(async (ctx: Context, next: Next) => {
    const isOpen = ctx.path === open;
    if (!isOpen && ctx.path !== forwarded) {
      await next();
      return;
    }
    if (ctx.method === 'OPTIONS') ctx.status = 204;
    else {
      await answerRefusals(ctx, async () => {
        if (ctx.method === 'POST') assertLength(ctx);
        if (isOpen) assertNoQuery(ctx);
        if (ctx.method === 'POST' && isOpen) await receive(strapi, ctx);
        else await next();
      });
    }
    answerOrigin(ctx, sourceOf(ctx.get('origin'), origins) !== null);
  });
};

/** What fails for another reason than the request is tried again later, and known to the operator. */
const receive = async (strapi: Core.Strapi, ctx: Context): Promise<void> => {
  try {
    await strapi.plugin(PLUGIN_ID).controller<Controller>('consumption').receive(ctx);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    strapi.log.error(`Content Strategy: events could not be counted: ${String(error)}`);
    throw new Refusal('busy', 'The events could not be written: try again.', { retryAfter: 30 });
  }
};

type Controller = ReturnType<typeof createConsumptionController>;

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
