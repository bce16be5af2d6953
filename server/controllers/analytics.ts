import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { AnalyticsBody, PathOverrideBody } from '../core/analytics-api';
import type { Data, Pagination } from '../core/api';
import type { AnalyticsImportBody } from '../core/consumption-api';
import { analyticsPage, analyticsQuery, pathOverride } from '../http/analytics';
import { parse } from '../http/parse';
import { operationParams } from '../http/placing';
import { userOf } from '../http/session';
import { withUpload } from '../http/upload';
import { service } from '../services';

export const createAnalyticsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async create(ctx: Context) {
    const { dryRun, ...query } = parse(analyticsQuery, ctx.query);
    const analytics = service(strapi, 'analytics');
    await withUpload(ctx, async ({ fields: _fields, ...file }) => {
      const request = { ...query, ...file, ...userOf(ctx) };
      const body = await (dryRun ? analytics.dryRun(request) : analytics.apply(request));
      return { body: { data: body } satisfies Data<AnalyticsBody> };
    });
  },

  async find(ctx: Context) {
    const { page, pageSize } = parse(analyticsPage, ctx.query);
    const window = { limit: pageSize, offset: (page - 1) * pageSize };
    const { imports, total } = await service(strapi, 'analytics').list(window);
    const pageCount = Math.ceil(total / pageSize);
    const pagination: Pagination = { page, pageSize, pageCount, total, totalIsExact: true };
    ctx.body = { data: imports satisfies readonly AnalyticsImportBody[], meta: { pagination } };
  },

  async undo(ctx: Context) {
    const { id } = parse(operationParams, ctx['params']);
    ctx.body = { data: await service(strapi, 'analytics').undo(id) } satisfies Data<AnalyticsImportBody>;
  },

  async redo(ctx: Context) {
    const { id } = parse(operationParams, ctx['params']);
    ctx.body = { data: await service(strapi, 'analytics').redo(id) } satisfies Data<AnalyticsImportBody>;
  },

  async override(ctx: Context) {
    const input = parse(pathOverride, ctx.request.body);
    const body = await service(strapi, 'analytics').override(input, userOf(ctx));
    ctx.body = { data: body } satisfies Data<PathOverrideBody>;
  },
});
