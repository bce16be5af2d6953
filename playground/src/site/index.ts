import type { Core } from '@strapi/strapi';
import { findPage, listPages } from './pages';
import { homeHtml, pageHtml } from './html';

/** The demo's website, beside Strapi and from its entries: `/site`, and a page for every published entry with an address. */
export const site =
  (strapi: Core.Strapi) =>
  async (ctx: Context, next: () => Promise<unknown>): Promise<unknown> => {
    if (ctx.method !== 'GET' || !ctx.accepts('html')) return next();
    if (ctx.path === '/site') return answer(ctx, homeHtml(await listPages(strapi)));
    const page = await findPage(strapi, ctx.path);
    return page === null ? next() : answer(ctx, pageHtml(page));
  };

const answer = (ctx: Context, html: string): void => {
  ctx.type = 'html';
  // No inline script: what measures has to work under a strict policy.
  ctx.set('Content-Security-Policy', "default-src 'self'");
  ctx.body = html;
};

interface Context {
  readonly method: string;
  readonly path: string;
  readonly accepts: (type: string) => string | false;
  readonly set: (name: string, value: string) => void;
  type: string;
  body: unknown;
}
