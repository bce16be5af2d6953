import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { ContentTypeBody, Data } from '../core/api';
import { inputOf } from '../http/input';
import { parse } from '../http/parse';
import { contentTypeInput, contentTypeParams } from '../http/vocabulary';
import { service } from '../services';

export const createContentTypesController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    ctx.body = { data: await service(strapi, 'contentTypes').list() } satisfies Data<readonly ContentTypeBody[]>;
  },

  async update(ctx: Context) {
    const { uid } = parse(contentTypeParams, ctx['params']);
    const input = inputOf(ctx, contentTypeInput);
    ctx.body = { data: await service(strapi, 'contentTypes').update(uid, input) } satisfies Data<ContentTypeBody>;
  },
});
