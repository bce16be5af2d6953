import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Data } from '../core/api';
import type { DecisionOwnersBody, DecisionsBody } from '../core/decisions-api';
import type { PlacingBody } from '../core/placing-api';
import { bulkDecisionInput, decisionInput } from '../http/decisions';
import { dryRunOf, inputOf } from '../http/input';
import { parse } from '../http/parse';
import { dryRunQuery } from '../http/placing';
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
    const input = inputOf(ctx, decisionInput);
    await requireReadableEntry(strapi, entry, abilityOf(ctx));
    const data = await service(strapi, 'decisions').decide(entry, input, userOf(ctx));
    ctx.body = { data } satisfies Data<DecisionsBody>;
  },

  async bulk(ctx: Context) {
    const { dryRun, ...input } = inputOf(ctx, bulkDecisionInput);
    const asked = { ...input, dryRun: dryRunOf(inputOf(ctx, dryRunQuery).dryRun, dryRun) };
    ctx.body = { data: await service(strapi, 'decisions').decideMany(asked, userOf(ctx)) } satisfies Data<PlacingBody>;
  },

  async owners(ctx: Context) {
    ctx.body = { data: await service(strapi, 'decisions').owners(abilityOf(ctx)) } satisfies Data<DecisionOwnersBody>;
  },
});
