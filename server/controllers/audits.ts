import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { AuditBody, Data } from '../core/api';
import { exactPage, windowOf } from '../http/pagination';
import { parse } from '../http/parse';
import { auditId, auditNaming, auditsQuery } from '../http/reading';
import { z } from '@strapi/utils';
import { service } from '../services';

const params = z.object({ id: auditId });

export const createAuditsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async create(ctx: Context) {
    ctx.status = 202;
    ctx.body = { data: await service(strapi, 'audit').start('manual') } satisfies Data<AuditBody>;
  },

  async find(ctx: Context) {
    const asked = parse(auditsQuery, ctx.query);
    const { audits, total } = await service(strapi, 'audit').list(windowOf(asked));
    ctx.body = { data: audits, meta: { pagination: exactPage(asked, total) } };
  },

  /** The newest, running or not: what a page polls. */
  async latest(ctx: Context) {
    ctx.body = { data: await service(strapi, 'audit').newest() } satisfies Data<AuditBody>;
  },

  async findOne(ctx: Context) {
    const { id } = parse(params, ctx['params']);
    ctx.body = { data: await service(strapi, 'audit').find(id) } satisfies Data<AuditBody>;
  },

  async update(ctx: Context) {
    const { id } = parse(params, ctx['params']);
    const { data } = parse(auditNaming, ctx.request.body);
    ctx.body = { data: await service(strapi, 'audit').rename(id, data.name) } satisfies Data<AuditBody>;
  },
});
