import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Data } from '../core/api';
import type { LastEventBody, MeasurementBody } from '../core/consumption-api';
import { inputOf } from '../http/input';

import { measurementQuery } from '../http/reading';
import { abilityOf } from '../http/session';
import { service } from '../services';

export const createMeasurementController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    const { days } = inputOf(ctx, measurementQuery);
    ctx.body = {
      data: await service(strapi, 'measurement').read(days, abilityOf(ctx)),
    } satisfies Data<MeasurementBody>;
  },

  async lastEvent(ctx: Context) {
    ctx.body = { data: await service(strapi, 'measurement').lastEvent(abilityOf(ctx)) } satisfies Data<LastEventBody>;
  },
});
