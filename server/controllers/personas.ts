import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Data, PersonaBody } from '../core/api';
import { inputOf } from '../http/input';
import { parse } from '../http/parse';
import { keyParams, orderInput, personaInput, personaPatch, removalQuery } from '../http/vocabulary';
import { abilityOf } from '../http/session';
import { service } from '../services';

export const createPersonasController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    ctx.body = { data: await service(strapi, 'personas').list(abilityOf(ctx)) } satisfies Data<readonly PersonaBody[]>;
  },

  async create(ctx: Context) {
    const input = inputOf(ctx, personaInput);
    ctx.status = 201;
    ctx.body = { data: await service(strapi, 'personas').create(input) } satisfies Data<PersonaBody>;
  },

  async update(ctx: Context) {
    const { key } = parse(keyParams, ctx['params']);
    const patch = inputOf(ctx, personaPatch);
    ctx.body = {
      data: await service(strapi, 'personas').update(key, patch, abilityOf(ctx)),
    } satisfies Data<PersonaBody>;
  },

  async order(ctx: Context) {
    const { keys } = inputOf(ctx, orderInput);
    ctx.body = { data: await service(strapi, 'personas').order(keys, abilityOf(ctx)) } satisfies Data<
      readonly PersonaBody[]
    >;
  },

  async remove(ctx: Context) {
    const { key } = parse(keyParams, ctx['params']);
    const { reassignTo } = inputOf(ctx, removalQuery);
    await service(strapi, 'personas').remove(key, reassignTo, abilityOf(ctx));
    ctx.status = 204;
  },
});
