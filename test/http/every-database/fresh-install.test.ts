import { as, hostForAll } from '../../support/host';
import { apiToken, rest } from '../../support/rest';

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

test('what serves front ends is not there until it is switched on', async () => {
  const { strapi } = host();
  const { get } = rest(host(), await apiToken(host()));
  expect((await get('content-strategy/journeys')).status).toBe(404);
  expect((await as(host()).get('/content-strategy/journeys')).status).toBe(404);
  expect(strapi.contentAPI.permissions.providers.action.keys().join()).not.toContain('content-strategy');
  await strapi.documents('api::article.article').create({ data: { title: 'Untagged' }, status: 'published' });
  const { body } = await get('articles', { persona: 'nobody', stage: 'nowhere' });
  expect(body.meta.pagination.total).toBe(1);
});
