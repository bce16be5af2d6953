import type { Core, Modules } from '@strapi/strapi';
import { TAG_FILTERS, type TagFilter } from './core/tag-match';
import { parse } from './http/parse';
import { asStrapiError } from './http/refusals';
import { tagFilterParams } from './http/serving';
import { restRead } from './library/rest-read';
import { narrowed } from './narrowed';
import { service } from './services';

/** The Document Service's reads that take filters; the REST API's `findOne` answers 404 when its filters do not hold. */
const READS: ReadonlySet<string> = new Set(['findMany', 'findFirst', 'findOne', 'count']);

/** Serves entries by `?persona=&journey=&stage=` on the REST API. Only for hosts that have switched it on. */
export const serveByTags = (strapi: Core.Strapi): void => {
  strapi.contentAPI.addQueryParams(
    Object.fromEntries(
      TAG_FILTERS.map((name) => [
        name,
        {
          schema: anything,
          // Other routes answer unknown parameters as the host has set.
          matchRoute: (route) => restRead(strapi, route) !== null,
        } satisfies QueryParam,
      ])
    )
  );
  strapi.documents.use(filterByTags(strapi));
};

/**
 * Takes whatever comes, lists too: what a schema refuses, Strapi drops where its parameters are not strict, and answers
 * with everything. Its types do not know that it takes coerced texts as well.
 */
const anything: QueryParam['schema'] = (z) => z.coerce.string() as unknown as ReturnType<SchemaFactory>;

type SchemaFactory = Extract<QueryParam['schema'], (z: Modules.ContentAPI.ZodSchemaFactory) => unknown>;

/** Narrows what the REST API reads. What the host's own code asks of the Document Service stays as it is. */
const filterByTags =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (ctx, next) => {
    const params = ctx.params as Params;
    if (!READS.has(ctx.action) || !isRest(strapi) || TAG_FILTERS.every((name) => params[name] === undefined)) {
      return next();
    }
    const { persona: _persona, journey: _journey, stage: _stage, ...rest } = params;
    Object.assign(ctx, { params: narrowed(rest, [await tagged(strapi, ctx.uid, params)]) });
    return next();
  };

const tagged = async (strapi: Core.Strapi, uid: string, params: Params): Promise<object> => {
  try {
    const filter: TagFilter = parse(tagFilterParams, params);
    return await service(strapi, 'filters').byTags(uid, filter);
  } catch (error) {
    throw asStrapiError(error);
  }
};

const isRest = (strapi: Core.Strapi): boolean => {
  const state = strapi.requestContext.get()?.state as State | undefined;
  return state?.route?.info?.type === 'content-api';
};

interface State {
  readonly route?: { readonly info?: { readonly type?: string } };
}

type QueryParam = Modules.ContentAPI.QueryParamEntry;

interface Params {
  readonly persona?: unknown;
  readonly journey?: unknown;
  readonly stage?: unknown;
}
