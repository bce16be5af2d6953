import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Data } from '../core/api';
import type { ImportBody } from '../core/import-api';
import { invalid } from '../core/refusal';
import { importForm, importQuery } from '../http/imports';
import { dryRunOf, inputOf } from '../http/input';
import { parse } from '../http/parse';
import { userOf } from '../http/session';
import { withUpload } from '../http/upload';
import { service } from '../services';

export const createImportsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async tags(ctx: Context) {
    const imports = service(strapi, 'imports');
    await withUpload(ctx, async ({ fields, ...file }) => {
      const { dryRun, answer, options, ...query } = inputOf(ctx, importQuery);
      const form = parse(importForm, fields);
      const isDry = dryRunOf(dryRun, form.dryRun);
      if (!isDry && answer !== 'summary')
        throw invalid('answer', '`answer`: rejected.csv is answered to a dry run only.');
      const request = { ...query, ...file, options: options ?? form.options ?? {}, ...userOf(ctx) };
      if (answer === 'rejected.csv') {
        const stream = await imports.rejected(request);
        ctx.attachment(answer);
        ctx.type = 'text/csv; charset=utf-8';
        return { stream };
      }
      const body = await (isDry ? imports.dryRun(request) : imports.apply(request));
      return { body: { data: body } satisfies Data<ImportBody> };
    });
  },
});
