import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Data, VocabularyBody } from '../core/api';
import { service } from '../services';

export const createVocabularyController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    const body = await service(strapi, 'vocabulary').find(ctx.state['userAbility']);
    ctx.body = { data: body } satisfies Data<VocabularyBody>;
  },
});
