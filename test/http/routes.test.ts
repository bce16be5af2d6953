import { ACTIONS, actionUid, type Action } from '../../server/core/actions';
import { ROUTES } from '../../server/routes';
import { ARTICLE } from '../support/api';
import { as, hostForAll } from '../support/host';
import { superAdmin, userWith } from '../support/users';

const host = hostForAll();
const READ_ARTICLES = { action: 'plugin::content-manager.explorer.read', subject: ARTICLE, fields: ['title'] };
const READ_FILES = { action: 'plugin::upload.read' };
let documentId: string;
/** By action: who may do all but that, and who may do that alone. */
const without = new Map<Action, string>();
const only = new Map<Action, string>();

beforeAll(async () => {
  for (const own of ACTIONS) {
    const others = ACTIONS.filter((action) => action !== own).map((action) => ({ action: actionUid(action) }));
    without.set(own, (await userWith(host(), [...others, READ_ARTICLES, READ_FILES])).token);
    only.set(own, (await userWith(host(), [{ action: actionUid(own) }, READ_ARTICLES, READ_FILES])).token);
  }
  const article = await host()
    .strapi.documents(ARTICLE)
    .create({ data: { title: 'Pricing' } });
  documentId = article.documentId;
});

const send = (method: string, path: string, token?: string) => {
  const filled = path
    .replace('/tags/:uid/:documentId', `/tags/${ARTICLE}/${documentId}`)
    .replace('/decisions/:uid/:documentId', `/decisions/${ARTICLE}/${documentId}`)
    .replace('/evidence/:uid/:documentId', `/evidence/${ARTICLE}/${documentId}`)
    .replace('/content-types/:uid', `/content-types/${ARTICLE}`)
    .replace('/exports/:name', '/exports/coverage.csv')
    .replace('/audits/:id', '/audits/1')
    .replace('/cells/:persona/:stage', '/cells/nobody/awareness')
    .replace('/presets/:key', '/presets/none')
    .replace(':key', 'no-such-key');
  const agent = as(host(), token);
  const url = `/content-strategy${filled}`;
  if (method === 'GET') return agent.get(url);
  if (method === 'DELETE') return agent.delete(url);
  const request = method === 'POST' ? agent.post(url) : method === 'PUT' ? agent.put(url) : agent.patch(url);
  return request.send({ data: {} });
};

describe.each(ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', (_name, route) => {
  test('without a session: 401', async () => {
    expect((await send(route.method, route.path)).status).toBe(401);
  });

  test('with every permission but its own: 403', async () => {
    expect((await send(route.method, route.path, without.get(route.action))).status).toBe(403);
  });

  test('with its own permission only: answers', async () => {
    const { status } = await send(route.method, route.path, only.get(route.action));
    expect([200, 201, 202, 204, 400, 404]).toContain(status);
  });
});

test('every route of the plugin is in the table, and none is public', () => {
  const { routes } = host().strapi.plugin('content-strategy');
  expect(routes).toHaveLength(ROUTES.length);
  for (const { config } of routes as { config?: { auth?: unknown; policies?: unknown[] } }[]) {
    expect(config?.auth).not.toBe(false);
    expect(config?.policies?.[0]).toBe('admin::isAuthenticatedAdmin');
  }
});

test('an admin token takes the place of a session', async () => {
  const { token } = await superAdmin(host());
  const created = await as(host(), token)
    .post('/admin/admin-tokens')
    .send({
      name: 'script',
      lifespan: null,
      adminPermissions: [{ action: actionUid('read'), subject: null, properties: {}, conditions: [] }],
    });
  const { accessKey } = (created.body as { data: { accessKey: string } }).data;
  expect((await as(host(), accessKey).get('/content-strategy/vocabulary')).status).toBe(200);
  expect((await as(host(), accessKey).get('/content-strategy/content-types')).status).toBe(403);
});
