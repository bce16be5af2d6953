import type { Core } from '@strapi/strapi';
import { z } from '@strapi/utils';
import type { Context } from 'koa';
import { EXPORTS, type ExportName } from '../core/api';
import { filesExportQuery, filesQuery } from '../http/files';
import { parse } from '../http/parse';
import { coverageQuery, coverageTypesQuery, exportQuery, glanceQuery, inventoryQuery } from '../http/reading';
import { abilityOf } from '../http/session';
import { service } from '../services';

const exportParams = z.object({
  name: z.enum(EXPORTS, { error: `must be one of ${EXPORTS.join(', ')}` }),
});

export const createReadingController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async coverage(ctx: Context) {
    const query = parse(coverageQuery, ctx.query);
    ctx.body = { data: await service(strapi, 'coverage').read(query, abilityOf(ctx)) };
  },

  async coverageTypes(ctx: Context) {
    const query = parse(coverageTypesQuery, ctx.query);
    ctx.body = { data: await service(strapi, 'coverage').types(query, abilityOf(ctx)) };
  },

  async glance(ctx: Context) {
    const query = parse(glanceQuery, ctx.query);
    ctx.body = { data: await service(strapi, 'coverage').glance(query, abilityOf(ctx)) };
  },

  async inventory(ctx: Context) {
    const { page, pageSize, sort, ...filter } = parse(inventoryQuery, ctx.query);
    ctx.body = await service(strapi, 'inventory').list(filter, { page, pageSize, sort }, abilityOf(ctx));
  },

  async files(ctx: Context) {
    const { page, pageSize, sort, ...filter } = parse(filesQuery, ctx.query);
    ctx.body = await service(strapi, 'files').list(filter, { page, pageSize, sort }, abilityOf(ctx));
  },

  async export(ctx: Context) {
    const { name } = parse(exportParams, ctx['params']);
    const csv = name === 'files.csv' ? await filesCsv(strapi, ctx) : await auditCsv(strapi, name, ctx);
    ctx.attachment(name);
    ctx.type = 'text/csv; charset=utf-8';
    ctx.body = csv;
    // Midway there is no status left to tell it: a connection that breaks off is no complete download.
    csv.once('error', () => {
      if (ctx.headerSent) ctx.res.destroy();
    });
  },
});

const auditCsv = (strapi: Core.Strapi, name: Exclude<ExportName, 'files.csv'>, ctx: Context) => {
  const query = parse(exportQuery, ctx.query);
  const { delimiter, bom, shape, per, page: _page, pageSize: _size, sort: _sort, ...filter } = query;
  const request = { query: filter, options: { delimiter, bom, shape, per }, ability: abilityOf(ctx) };
  return service(strapi, 'exports').open(name, request);
};

const filesCsv = (strapi: Core.Strapi, ctx: Context) => {
  const query = parse(filesExportQuery, ctx.query);
  const { delimiter, bom, page: _page, pageSize: _size, sort: _sort, ...filter } = query;
  return service(strapi, 'exports').openFiles(filter, { delimiter, bom }, abilityOf(ctx));
};
