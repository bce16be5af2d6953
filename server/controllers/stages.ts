import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Data, StageBody } from '../core/api';
import { inputOf } from '../http/input';
import { parse } from '../http/parse';
import { keyParams, orderInput, stageInput, stagePatch, removalQuery } from '../http/vocabulary';
import { abilityOf } from '../http/session';
import { service } from '../services';

export const createStagesController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    ctx.body = { data: await service(strapi, 'stages').list(abilityOf(ctx)) } satisfies Data<readonly StageBody[]>;
  },

  async create(ctx: Context) {
    const input = inputOf(ctx, stageInput);
    ctx.status = 201;
    ctx.body = { data: await service(strapi, 'stages').create(input) } satisfies Data<StageBody>;
  },

  async update(ctx: Context) {
    const { key } = parse(keyParams, ctx['params']);
    const patch = inputOf(ctx, stagePatch);
    ctx.body = { data: await service(strapi, 'stages').update(key, patch, abilityOf(ctx)) } satisfies Data<StageBody>;
  },

  async order(ctx: Context) {
    const { keys } = inputOf(ctx, orderInput);
    ctx.body = { data: await service(strapi, 'stages').order(keys, abilityOf(ctx)) } satisfies Data<
      readonly StageBody[]
    >;
  },

  async remove(ctx: Context) {
    const { key } = parse(keyParams, ctx['params']);
    const { reassignTo } = inputOf(ctx, removalQuery);
    await service(strapi, 'stages').remove(key, reassignTo, abilityOf(ctx));
    ctx.status = 204;
  },
});
