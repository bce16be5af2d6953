import type { Core } from '@strapi/strapi';
import { z } from '@strapi/utils';
import type { Context } from 'koa';
import type { Data } from '../core/api';
import type { LastEventBody, MeasurementBody } from '../core/consumption-api';
import { parse } from '../http/parse';
import { number } from '../http/reading';
import { abilityOf } from '../http/session';
import { service } from '../services';

const query = z.strictObject({ days: number(1, 400, 90) });

export const createMeasurementController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    const { days } = parse(query, ctx.query);
    ctx.body = {
      data: await service(strapi, 'measurement').read(days, abilityOf(ctx)),
    } satisfies Data<MeasurementBody>;
  },

  async lastEvent(ctx: Context) {
    ctx.body = { data: await service(strapi, 'measurement').lastEvent() } satisfies Data<LastEventBody>;
  },
});
