import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Data } from '../core/api';
import type { DecisionOwnersBody, DecisionsBody } from '../core/decisions-api';
import type { PlacingBody } from '../core/placing-api';
import { bulkDecisionInput, decisionInput } from '../http/decisions';
import { parse } from '../http/parse';
import { abilityOf, userOf } from '../http/session';
import { entryParams } from '../http/tags';
import { service } from '../services';
import { requireReadableEntry } from '../services/locked-entry';

export const createDecisionsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async findOne(ctx: Context) {
    const entry = parse(entryParams, ctx['params']);
    await requireReadableEntry(strapi, entry, abilityOf(ctx));
    ctx.body = { data: await service(strapi, 'decisions').get(entry, abilityOf(ctx)) } satisfies Data<DecisionsBody>;
  },

  async decide(ctx: Context) {
    const entry = parse(entryParams, ctx['params']);
    const input = parse(decisionInput, ctx.request.body);
    await requireReadableEntry(strapi, entry, abilityOf(ctx));
    const data = await service(strapi, 'decisions').decide(entry, input, userOf(ctx));
    ctx.body = { data } satisfies Data<DecisionsBody>;
  },

  async bulk(ctx: Context) {
    const input = parse(bulkDecisionInput, ctx.request.body);
    ctx.body = { data: await service(strapi, 'decisions').decideMany(input, userOf(ctx)) } satisfies Data<PlacingBody>;
  },

  async owners(ctx: Context) {
    ctx.body = { data: await service(strapi, 'decisions').owners(abilityOf(ctx)) } satisfies Data<DecisionOwnersBody>;
  },
});
