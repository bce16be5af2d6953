import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Data } from '../core/api';
import type { EntryEvidenceBody, NeverConsumedBody } from '../core/consumption-api';
import { inputOf } from '../http/input';
import { parse } from '../http/parse';
import { neverConsumedQuery } from '../http/reading';
import { abilityOf } from '../http/session';
import { entryParams } from '../http/tags';
import { service } from '../services';
import { requireReadableEntry } from '../services/locked-entry';

export const createEvidenceController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async neverConsumed(ctx: Context) {
    const query = inputOf(ctx, neverConsumedQuery);
    const data = await service(strapi, 'evidence').neverConsumed(query, abilityOf(ctx));
    ctx.body = { data } satisfies Data<NeverConsumedBody>;
  },

  async findOne(ctx: Context) {
    const entry = parse(entryParams, ctx['params']);
    await requireReadableEntry(strapi, entry, abilityOf(ctx));
    ctx.body = {
      data: await service(strapi, 'evidence').entry(entry, abilityOf(ctx)),
    } satisfies Data<EntryEvidenceBody>;
  },
});
