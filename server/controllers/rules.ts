import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Data } from '../core/api';
import type { RuleBody, RuleFieldChoice, RulesBody, RulesPreviewBody, RuleValue } from '../core/rules-api';
import { inputOf } from '../http/input';
import { ruleFieldsQuery, rulesInput, rulesPreviewInput, ruleValuesQuery, setupInput } from '../http/rules';
import { abilityOf, userOf } from '../http/session';
import { service } from '../services';

export const createRulesController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    ctx.body = { data: await service(strapi, 'rules').list(abilityOf(ctx)) } satisfies Data<readonly RuleBody[]>;
  },

  async fields(ctx: Context) {
    const { contentType } = inputOf(ctx, ruleFieldsQuery);
    const data = await service(strapi, 'rules').fields(contentType, abilityOf(ctx));
    ctx.body = { data } satisfies Data<readonly RuleFieldChoice[]>;
  },

  async values(ctx: Context) {
    const data = await service(strapi, 'rules').values(inputOf(ctx, ruleValuesQuery), abilityOf(ctx));
    ctx.body = { data } satisfies Data<readonly RuleValue[]>;
  },

  async preview(ctx: Context) {
    const input = inputOf(ctx, rulesPreviewInput);
    const data = await service(strapi, 'rules').preview(input, abilityOf(ctx));
    ctx.body = { data } satisfies Data<RulesPreviewBody>;
  },

  async replace(ctx: Context) {
    const input = inputOf(ctx, rulesInput);
    const data = await service(strapi, 'rules').replace(input, userOf(ctx));
    ctx.body = { data } satisfies Data<RulesBody>;
  },

  async setup(ctx: Context) {
    const input = inputOf(ctx, setupInput);
    const data = await service(strapi, 'rules').setUp(input, userOf(ctx));
    ctx.body = { data } satisfies Data<RulesBody>;
  },
});
