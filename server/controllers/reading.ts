import type { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { ExportName } from '../core/api';
import { filesExportQuery, filesQuery } from '../http/files';
import { inputOf } from '../http/input';
import { parse } from '../http/parse';
import {
  coverageQuery,
  coverageTypesQuery,
  exportParams,
  exportQuery,
  glanceQuery,
  inventoryQuery,
} from '../http/reading';
import { abilityOf } from '../http/session';
import { service } from '../services';

export const createReadingController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async coverage(ctx: Context) {
    const query = inputOf(ctx, coverageQuery);
    ctx.body = { data: await service(strapi, 'coverage').read(query, abilityOf(ctx)) };
  },

  async coverageTypes(ctx: Context) {
    const query = inputOf(ctx, coverageTypesQuery);
    ctx.body = { data: await service(strapi, 'coverage').types(query, abilityOf(ctx)) };
  },

  async glance(ctx: Context) {
    const query = inputOf(ctx, glanceQuery);
    ctx.body = { data: await service(strapi, 'coverage').glance(query, abilityOf(ctx)) };
  },

  async inventory(ctx: Context) {
    const { page, pageSize, sort, ...filter } = inputOf(ctx, inventoryQuery);
    ctx.body = await service(strapi, 'inventory').list(filter, { page, pageSize, sort }, abilityOf(ctx));
  },

  async files(ctx: Context) {
    const { page, pageSize, sort, ...filter } = inputOf(ctx, filesQuery);
    ctx.body = await service(strapi, 'files').list(filter, { page, pageSize, sort }, abilityOf(ctx));
  },

  async export(ctx: Context) {
    const { name } = parse(exportParams, ctx['params']);
    const {
      delimiter,
      bom,
      shape,
      per,
      page: _page,
      pageSize: _size,
      sort: _sort,
      ...query
    } = inputOf(ctx, exportQuery);
    const request = { query, options: { delimiter, bom, shape, per }, ability: abilityOf(ctx) };
    answerCsv(ctx, name, await service(strapi, 'exports').open(name, request));
  },

  async exportFiles(ctx: Context) {
    const { delimiter, bom, page: _page, pageSize: _size, sort: _sort, ...query } = inputOf(ctx, filesExportQuery);
    const csv = await service(strapi, 'exports').openFiles(query, { delimiter, bom }, abilityOf(ctx));
    answerCsv(ctx, 'files.csv', csv);
  },
});

const answerCsv = (ctx: Context, name: ExportName, csv: Readable): void => {
  ctx.attachment(name);
  ctx.type = 'text/csv; charset=utf-8';
  ctx.body = csv;
  // Midway there is no status left to tell it: a connection that breaks off is no complete download.
  csv.once('error', () => {
    if (ctx.headerSent) ctx.res.destroy();
  });
};
