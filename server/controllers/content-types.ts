import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { ContentTypeBody, Data, GoneTypes } from '../core/api';
import { inputOf } from '../http/input';
import { parse } from '../http/parse';
import { abilityOf } from '../http/session';
import { contentTypeInput, contentTypeParams } from '../http/vocabulary';
import { service } from '../services';

export const createContentTypesController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    const contentTypes = service(strapi, 'contentTypes');
    ctx.body = {
      data: await contentTypes.offered(abilityOf(ctx)),
      meta: { gone: await contentTypes.gone() },
    } satisfies Data<readonly ContentTypeBody[]> & { readonly meta: GoneTypes };
  },

  async update(ctx: Context) {
    const { uid } = parse(contentTypeParams, ctx['params']);
    const input = inputOf(ctx, contentTypeInput);
    const data = await service(strapi, 'contentTypes').update(uid, input, abilityOf(ctx));
    ctx.body = { data } satisfies Data<ContentTypeBody>;
  },

  async forget(ctx: Context) {
    const { uid } = parse(contentTypeParams, ctx['params']);
    await service(strapi, 'contentTypes').forget(uid);
    ctx.status = 204;
  },
});
