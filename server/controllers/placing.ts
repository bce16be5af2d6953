import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Data, Pagination } from '../core/api';
import type { OperationBody, PlacingBody } from '../core/placing-api';
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
    const { kind, page, pageSize } = parse(operationsQuery, ctx.query);
    const window = { kind: kind ?? null, limit: pageSize, offset: (page - 1) * pageSize };
    const { operations, total } = await service(strapi, 'placing').list(window);
    const pagination: Pagination = {
      page,
      pageSize,
      pageCount: Math.ceil(total / pageSize),
      total,
      totalIsExact: true,
    };
    ctx.body = { data: operations satisfies readonly OperationBody[], meta: { pagination } };
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
