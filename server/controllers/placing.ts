import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Data } from '../core/api';
import type { OperationBody, PlacingBody } from '../core/placing-api';
import { exactPage, windowOf } from '../http/pagination';
import { dryRunOf, inputOf } from '../http/input';
import { parse } from '../http/parse';
import { bulkInput, dryRunQuery, operationParams, operationsQuery } from '../http/placing';
import { abilityOf, userOf } from '../http/session';
import { service } from '../services';

export const createPlacingController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async bulk(ctx: Context) {
    const { dryRun, ...input } = inputOf(ctx, bulkInput);
    const asked = { ...input, dryRun: dryRunOf(inputOf(ctx, dryRunQuery).dryRun, dryRun) };
    ctx.body = { data: await service(strapi, 'bulk').place(asked, userOf(ctx)) } satisfies Data<PlacingBody>;
  },

  async find(ctx: Context) {
    const { kind, ...asked } = inputOf(ctx, operationsQuery);
    const { operations, total } = await service(strapi, 'placing').list(
      { kind: kind ?? null, ...windowOf(asked) },
      abilityOf(ctx)
    );
    ctx.body = {
      data: operations satisfies readonly OperationBody[],
      meta: { pagination: exactPage(asked, total) },
    };
  },

  async findOne(ctx: Context) {
    const { id } = parse(operationParams, ctx['params']);
    ctx.body = { data: await service(strapi, 'placing').get(id, abilityOf(ctx)) } satisfies Data<OperationBody>;
  },

  async undo(ctx: Context) {
    const { id } = parse(operationParams, ctx['params']);
    ctx.body = { data: await service(strapi, 'bulk').undo(id, userOf(ctx)) } satisfies Data<OperationBody>;
  },
});
