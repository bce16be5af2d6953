import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { AuditBody, Data } from '../core/api';
import { exactPage, windowOf } from '../http/pagination';
import { inputOf } from '../http/input';
import { parse } from '../http/parse';
import { auditNaming, auditParams, pageQuery } from '../http/reading';
import { service } from '../services';

export const createAuditsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async create(ctx: Context) {
    ctx.status = 202;
    ctx.body = { data: await service(strapi, 'audit').start('manual') } satisfies Data<AuditBody>;
  },

  async find(ctx: Context) {
    const asked = inputOf(ctx, pageQuery);
    const { audits, total } = await service(strapi, 'audit').list(windowOf(asked));
    ctx.body = { data: audits, meta: { pagination: exactPage(asked, total) } };
  },

  /** The newest, running or not: what a page polls. */
  async latest(ctx: Context) {
    ctx.body = { data: await service(strapi, 'audit').newest() } satisfies Data<AuditBody>;
  },

  async findOne(ctx: Context) {
    const { id } = parse(auditParams, ctx['params']);
    ctx.body = { data: await service(strapi, 'audit').find(id) } satisfies Data<AuditBody>;
  },

  async update(ctx: Context) {
    const { id } = parse(auditParams, ctx['params']);
    const { data } = inputOf(ctx, auditNaming);
    ctx.body = { data: await service(strapi, 'audit').rename(id, data.name) } satisfies Data<AuditBody>;
  },
});
