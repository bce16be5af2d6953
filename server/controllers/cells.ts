import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Data } from '../core/api';
import type { CellSetting } from '../core/vocabulary';
import { inputOf } from '../http/input';
import { parse } from '../http/parse';
import { cellInput, cellParams } from '../http/vocabulary';
import { service } from '../services';

export const createCellsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    ctx.body = { data: await service(strapi, 'cells').list() } satisfies Data<readonly CellSetting[]>;
  },

  async update(ctx: Context) {
    const { persona, stage } = parse(cellParams, ctx['params']);
    const input = inputOf(ctx, cellInput);
    ctx.body = { data: await service(strapi, 'cells').update(persona, stage, input) } satisfies Data<CellSetting>;
  },
});
