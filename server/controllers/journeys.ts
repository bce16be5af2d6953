import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Data, JourneysBody } from '../core/api';
import { service } from '../services';

export const createJourneysController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    ctx.body = { data: await service(strapi, 'vocabulary').journeys() } satisfies Data<JourneysBody>;
  },
});
