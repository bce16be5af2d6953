import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Data } from '../core/api';
import type { ImportBody } from '../core/import-api';
import { importForm, importQuery } from '../http/imports';
import { parse } from '../http/parse';
import { userOf } from '../http/session';
import { withUpload } from '../http/upload';
import { service } from '../services';

export const createImportsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async tags(ctx: Context) {
    const imports = service(strapi, 'imports');
    await withUpload(ctx, async ({ fields, ...file }) => {
      const { dryRun, answer, options, ...query } = parse(importQuery, ctx.query);
      const said = options ?? parse(importForm, fields).options ?? {};
      const request = { ...query, ...file, options: said, ...userOf(ctx) };
      if (answer === 'rejected.csv') {
        const stream = await imports.rejected(request);
        ctx.attachment(answer);
        ctx.type = 'text/csv; charset=utf-8';
        return { stream };
      }
      const body = await (dryRun ? imports.dryRun(request) : imports.apply(request));
      return { body: { data: body } satisfies Data<ImportBody> };
    });
  },
});
