import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Data, TagSetBody } from '../core/api';
import { inputOf } from '../http/input';
import { parse } from '../http/parse';
import { abilityOf, personOf } from '../http/session';
import { entryParams, tagPatch, tagReplacement, tagsQuery } from '../http/tags';
import { service } from '../services';
import { requireReadableEntry } from '../services/locked-entry';

export const createTaggingController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    const { uid, documentIds } = inputOf(ctx, tagsQuery);
    const tagging = service(strapi, 'tagging');
    const readable = await tagging.readable(uid, documentIds, abilityOf(ctx));
    ctx.body = { data: await tagging.getMany(uid, readable) } satisfies Data<readonly TagSetBody[]>;
  },

  async findOne(ctx: Context) {
    const entry = parse(entryParams, ctx['params']);
    const tagging = service(strapi, 'tagging');
    await requireReadableEntry(strapi, entry, abilityOf(ctx));
    ctx.body = { data: await tagging.get(entry) } satisfies Data<TagSetBody>;
  },

  async patch(ctx: Context) {
    const entry = parse(entryParams, ctx['params']);
    const patch = inputOf(ctx, tagPatch);
    const tagging = service(strapi, 'tagging');
    await requireReadableEntry(strapi, entry, abilityOf(ctx));
    ctx.body = { data: await tagging.patch(entry, patch, personOf(ctx)) } satisfies Data<TagSetBody>;
  },

  async replace(ctx: Context) {
    const entry = parse(entryParams, ctx['params']);
    const replacement = inputOf(ctx, tagReplacement);
    const tagging = service(strapi, 'tagging');
    await requireReadableEntry(strapi, entry, abilityOf(ctx));
    ctx.body = { data: await tagging.replace(entry, replacement, personOf(ctx)) } satisfies Data<TagSetBody>;
  },
});
