import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { inBackground } from './background';
import { restRead, type RestRead } from './library/rest-read';
import { service } from './services';

/** Counts the entries in what the REST API has sent, once that has gone out. Drafts, the admin and failures are none. */
export const countDeliveries = (strapi: Core.Strapi): void => {
  // Routes are few and the same at every request.
  const reads = new Map<string, RestRead | null>();
  const readOf = (route: Core.Route): RestRead | null => {
    const key = `${route.method} ${route.info.apiName ?? route.info.pluginName ?? ''} ${String(route.handler)}`;
    const known = reads.get(key);
    if (known !== undefined) return known;
    const read = restRead(strapi, route);
    reads.set(key, read);
    return read;
  };

  strapi.server.use(async (ctx: Context, next: Next) => {
    await next();
    const { route } = ctx.state as { readonly route?: Core.Route };
    if (ctx.status !== 200 || route?.info.type !== 'content-api') return;
    const read = readOf(route);
    const { body } = ctx as { readonly body: unknown };
    if (read === null || !hasData(body) || isDraft(ctx.query)) return;
    const { data } = body;
    const { locale } = ctx.query;
    const answer = {
      data,
      uid: read.uid,
      locale: typeof locale === 'string' && locale !== '*' ? locale : null,
      isDetail: !Array.isArray(data),
    };
    // A listener that throws would end the host's process as an unhandled rejection does.
    ctx.res.once('finish', () => {
      void inBackground(strapi, NOT_COUNTED, () => service(strapi, 'deliveries').record(answer));
    });
  });
};

const NOT_COUNTED = 'a delivery is not counted';

const hasData = (body: unknown): body is { readonly data: unknown } =>
  typeof body === 'object' && body !== null && 'data' in body;

const isDraft = ({ status }: Context['query']): boolean => status !== undefined && status !== 'published';
