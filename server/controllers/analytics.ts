import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { AnalyticsBody, MappedPathBody, MoveBody, MoveInput, PathOverrideBody } from '../core/analytics-api';
import type { Data } from '../core/api';
import type { AnalyticsImportBody } from '../core/consumption-api';
import { analyticsForm, analyticsQuery, movedQuery, movedSection, pathOverride } from '../http/analytics';
import { exactPage, windowOf } from '../http/pagination';
import { dryRunOf, inputOf } from '../http/input';
import { parse } from '../http/parse';
import { operationParams } from '../http/placing';
import { pageQuery } from '../http/reading';
import { userOf } from '../http/session';
import { withUpload } from '../http/upload';
import { service } from '../services';

export const createAnalyticsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async create(ctx: Context) {
    const analytics = service(strapi, 'analytics');
    await withUpload(ctx, async ({ fields, ...file }) => {
      const { dryRun, ...query } = inputOf(ctx, analyticsQuery);
      const isDry = dryRunOf(dryRun, parse(analyticsForm, fields).dryRun);
      const request = { ...query, ...file, ...userOf(ctx) };
      const body = await (isDry ? analytics.dryRun(request) : analytics.apply(request));
      return { body: { data: body } satisfies Data<AnalyticsBody> };
    });
  },

  async findOverrides(ctx: Context) {
    const asked = inputOf(ctx, pageQuery);
    const { paths, total } = await service(strapi, 'analytics').overrides(windowOf(asked), userOf(ctx));
    ctx.body = {
      data: paths satisfies readonly MappedPathBody[],
      meta: { pagination: exactPage(asked, total) },
    };
  },

  async findMoves(ctx: Context) {
    const asked = inputOf(ctx, pageQuery);
    const { moves, total } = await service(strapi, 'analytics').moves(windowOf(asked), userOf(ctx));
    ctx.body = { data: moves satisfies readonly MoveBody[], meta: { pagination: exactPage(asked, total) } };
  },

  async move(ctx: Context) {
    const body = await service(strapi, 'analytics').move(inputOf(ctx, movedSection), userOf(ctx));
    ctx.body = { data: body } satisfies Data<MoveInput>;
  },

  async takeMoveBack(ctx: Context) {
    const body = await service(strapi, 'analytics').takeMoveBack(inputOf(ctx, movedQuery), userOf(ctx));
    ctx.body = { data: body } satisfies Data<MoveInput>;
  },

  async find(ctx: Context) {
    const asked = inputOf(ctx, pageQuery);
    const { imports, total } = await service(strapi, 'analytics').list(windowOf(asked), userOf(ctx));
    ctx.body = {
      data: imports satisfies readonly AnalyticsImportBody[],
      meta: { pagination: exactPage(asked, total) },
    };
  },

  async undo(ctx: Context) {
    const { id } = parse(operationParams, ctx['params']);
    ctx.body = { data: await service(strapi, 'analytics').undo(id, userOf(ctx)) } satisfies Data<AnalyticsImportBody>;
  },

  async redo(ctx: Context) {
    const { id } = parse(operationParams, ctx['params']);
    ctx.body = { data: await service(strapi, 'analytics').redo(id, userOf(ctx)) } satisfies Data<AnalyticsImportBody>;
  },

  async override(ctx: Context) {
    const input = inputOf(ctx, pathOverride);
    const body = await service(strapi, 'analytics').override(input, userOf(ctx));
    ctx.body = { data: body } satisfies Data<PathOverrideBody>;
  },
});
