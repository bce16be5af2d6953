import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { service } from '../services';

export const createVocabularyController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    ctx.body = { data: await service(strapi, 'vocabulary').find() };
  },
});
