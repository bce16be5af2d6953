import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Data, VocabularyBody } from '../core/api';
import { abilityOf } from '../http/session';
import { service } from '../services';

export const createVocabularyController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    const body = await service(strapi, 'vocabulary').find(abilityOf(ctx));
    ctx.body = { data: body } satisfies Data<VocabularyBody>;
  },
});
