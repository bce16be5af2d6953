import { hostForAll } from '../support/host';

const host = hostForAll();

test('a fresh install adds no public route, no request hook and no parameter to the REST API', () => {
  const { strapi } = host();
  const paths = strapi.server.listRoutes().map(({ path }) => path);
  expect(paths.filter((path) => path.includes('content-strategy') && path.startsWith('/api'))).toEqual([]);
  const article = strapi.apis['article']?.routes['article'] as { routes: { request?: { query?: object } }[] };
  for (const { request } of article.routes) {
    expect(Object.keys(request?.query ?? {}).join()).not.toMatch(/persona|journey|stage/);
  }
  expect(paths.filter((path) => path.startsWith('/content-strategy')).length).toBeGreaterThan(20);
});
