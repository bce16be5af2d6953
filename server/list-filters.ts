import type { Core, Modules } from '@strapi/strapi';
import type { Context } from 'koa';
import { actionUid, PLUGIN_ID } from './core/actions';
import { conditionsOf, readListFilter, splitFilters, type ListFilter, type ListQuery } from './core/list-filters';
import { asStrapiError } from './http/refusals';
import { abilityOf } from './http/session';
import { narrowed } from './narrowed';
import { service } from './services';

/**
 * Filters the Content Manager's lists by persona, journey, stage and placement: its own filter bar writes them beside
 * its own, which know fields only.
 */
export const filterLists = (strapi: Core.Strapi): void => {
  const config = contentManagerRoutes(strapi).find(({ handler }) => handler === 'collection-types.find')?.config;
  // The route is the Content Manager's own object: a second start in one process finds it as the first left it.
  if (config?.middlewares?.includes(takeListFilters) === false) config.middlewares.unshift(takeListFilters);
  strapi.documents.use(narrowLists(strapi));
};

/** What a list is asked for, from its route to the Document Service. */
interface AskedList {
  readonly uid: string;
  readonly filter: ListFilter;
}

/**
 * Runs after the route's permissions; what is left in the query the Content Manager knows. Who may not see placements
 * gets the list as it is without: the Content Manager remembers filters, and would show an error in place of the list
 * to somebody who lost the permission.
 */
const takeListFilters = async (ctx: Context, next: () => Promise<unknown>): Promise<unknown> => {
  const query = ctx.query as { filters?: ListQuery['filters'] };
  const conditions = conditionsOf(query as ListQuery);
  if (conditions === null) return next();
  const { own, rest } = splitFilters(conditions);
  if (own.length === 0) return next();
  query.filters = { ...query.filters, $and: rest };
  if (!abilityOf(ctx).can(actionUid('read'))) return next();
  try {
    const { model } = ctx['params'] as { readonly model: unknown };
    Object.assign(ctx.state, { [PLUGIN_ID]: { uid: String(model), filter: readListFilter(own) } satisfies AskedList });
  } catch (error) {
    throw asStrapiError(error);
  }
  return next();
};

const narrowLists =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (ctx, next) => {
    const asked = (strapi.requestContext.get()?.state as { readonly [PLUGIN_ID]?: AskedList } | undefined)?.[PLUGIN_ID];
    if (asked?.uid !== ctx.uid || !['findMany', 'count'].includes(ctx.action)) return next();
    try {
      Object.assign(ctx, {
        params: narrowed(ctx.params, await service(strapi, 'filters').byList(ctx.uid, asked.filter)),
      });
    } catch (error) {
      throw asStrapiError(error);
    }
    return next();
  };

const contentManagerRoutes = (strapi: Core.Strapi): readonly ManagedRoute[] => {
  const { routes } = strapi.plugin('content-manager') as {
    readonly routes: Partial<Record<string, { readonly routes: ManagedRoute[] }>>;
  };
  return routes['admin']?.routes ?? [];
};

interface ManagedRoute {
  readonly handler: unknown;
  readonly config?: { readonly middlewares?: unknown[] };
}
