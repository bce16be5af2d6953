import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Data } from '../core/api';
import type { OperationBody, PlacingBody } from '../core/placing-api';
import { exactPage, windowOf } from '../http/pagination';
import { parse } from '../http/parse';
import { bulkInput, operationParams, operationsQuery } from '../http/placing';
import { userOf } from '../http/session';
import { service } from '../services';

export const createPlacingController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async bulk(ctx: Context) {
    const input = parse(bulkInput, ctx.request.body);
    ctx.body = { data: await service(strapi, 'bulk').place(input, userOf(ctx)) } satisfies Data<PlacingBody>;
  },

  async find(ctx: Context) {
    const { kind, ...asked } = parse(operationsQuery, ctx.query);
    const { operations, total } = await service(strapi, 'placing').list({ kind: kind ?? null, ...windowOf(asked) });
    ctx.body = {
      data: operations satisfies readonly OperationBody[],
      meta: { pagination: exactPage(asked, total) },
    };
  },

  async findOne(ctx: Context) {
    const { id } = parse(operationParams, ctx['params']);
    ctx.body = { data: await service(strapi, 'placing').get(id) } satisfies Data<OperationBody>;
  },

  async undo(ctx: Context) {
    const { id } = parse(operationParams, ctx['params']);
    ctx.body = { data: await service(strapi, 'bulk').undo(id, userOf(ctx)) } satisfies Data<OperationBody>;
  },
});
