import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Data } from '../core/api';
import type { RuleBody, RuleField, RulesBody, RulesPreviewBody, RuleValue } from '../core/rules-api';
import { parse } from '../http/parse';
import { ruleFieldsQuery, rulesInput, rulesPreviewInput, ruleValuesQuery, setupInput } from '../http/rules';
import { abilityOf, userOf } from '../http/session';
import { service } from '../services';

export const createRulesController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    ctx.body = { data: await service(strapi, 'rules').list(abilityOf(ctx)) } satisfies Data<readonly RuleBody[]>;
  },

  async fields(ctx: Context) {
    const { contentType } = parse(ruleFieldsQuery, ctx.query);
    const data = await service(strapi, 'rules').fields(contentType, abilityOf(ctx));
    ctx.body = { data } satisfies Data<readonly RuleField[]>;
  },

  async values(ctx: Context) {
    const { contentType, field } = parse(ruleValuesQuery, ctx.query);
    const data = await service(strapi, 'rules').values(contentType, field, abilityOf(ctx));
    ctx.body = { data } satisfies Data<readonly RuleValue[]>;
  },

  async preview(ctx: Context) {
    const input = parse(rulesPreviewInput, ctx.request.body);
    const data = await service(strapi, 'rules').preview(input, abilityOf(ctx));
    ctx.body = { data } satisfies Data<RulesPreviewBody>;
  },

  async replace(ctx: Context) {
    const input = parse(rulesInput, ctx.request.body);
    const data = await service(strapi, 'rules').replace(input, userOf(ctx));
    ctx.body = { data } satisfies Data<RulesBody>;
  },

  async setup(ctx: Context) {
    const input = parse(setupInput, ctx.request.body);
    const data = await service(strapi, 'rules').setUp(input, userOf(ctx));
    ctx.body = { data } satisfies Data<RulesBody>;
  },
});
