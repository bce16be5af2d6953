import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Data, PresetBody, PresetPreview } from '../core/api';
import { parse } from '../http/parse';
import { abilityOf } from '../http/session';
import { keyParams } from '../http/vocabulary';
import { service } from '../services';

export const createPresetsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    ctx.body = { data: service(strapi, 'presets').list() } satisfies Data<readonly PresetBody[]>;
  },

  async preview(ctx: Context) {
    const { key } = parse(keyParams, ctx['params']);
    ctx.body = { data: await service(strapi, 'presets').preview(key, abilityOf(ctx)) } satisfies Data<PresetPreview>;
  },

  async apply(ctx: Context) {
    const { key } = parse(keyParams, ctx['params']);
    ctx.body = { data: await service(strapi, 'presets').apply(key, abilityOf(ctx)) } satisfies Data<PresetPreview>;
  },
});
