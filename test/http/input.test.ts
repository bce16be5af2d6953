/** What no route knows is refused by name, never ignored: in the query, in the body, on every route. */
import type { PlacingBody } from '../../server/core/placing-api';
import { ROUTES } from '../../server/routes';
import { apiOf, ARTICLE, pairsIn, type Api } from '../support/api';
import { BEACON, sends, withBeacon } from '../support/beacon';
import { as, hostForAll } from '../support/host';
import { anArticle } from '../support/library';
import { apiToken } from '../support/rest';
import { nameOf, sampleOf, sendTo } from '../support/route-samples';
import { superAdmin, userWith } from '../support/users';

const host = hostForAll({ config: { ...withBeacon(), serving: { filters: false, journeys: true } } });
let token: string;
let nobody: string;
let api: Api;

beforeAll(async () => {
  ({ token } = await superAdmin(host()));
  ({ token: nobody } = await userWith(host(), []));
  api = apiOf(host(), token);
  await api.post('/personas', { name: 'IT', key: 'it' });
});

const refusedField = (body: unknown): unknown =>
  (body as { error?: { details?: { field?: unknown } } }).error?.details?.field;

describe.each(ROUTES.map((route) => [nameOf(route), route] as const))('%s', (_name, route) => {
  const sample = sampleOf(route);

  test('the walk knows each parameter of the query', () => {
    const shape = (route.query as { readonly shape?: object } | undefined)?.shape ?? {};
    expect(Object.keys(sample.query ?? {}).sort()).toEqual(Object.keys(shape).sort());
  });

  test('an unknown parameter is refused, after session and permission', async () => {
    const said = { ...sample, query: { ...sample.query, dryrun: 'true' } };
    expect((await sendTo(host(), undefined, route, said)).status).toBe(401);
    expect((await sendTo(host(), nobody, route, said)).status).toBe(403);
    const { status, body } = await sendTo(host(), token, route, said);
    expect([status, refusedField(body)]).toEqual([400, 'dryrun']);
  });

  if (route.method === 'GET' || route.method === 'DELETE' || route.body === 'handler') return;

  test('an unknown key of the body is refused, wrapped or bare', async () => {
    const plain = (sample.body as { data?: object } | undefined)?.data ?? sample.body ?? {};
    const wrapped = await sendTo(host(), token, route, { ...sample, body: { data: { ...plain, dryrun: true } } });
    expect([wrapped.status, String(refusedField(wrapped.body))]).toEqual([
      400,
      expect.stringMatching(/^(data\.)?dryrun$/),
    ]);
    const bare = await sendTo(host(), token, route, { ...sample, body: { ...(sample.body as object), dryrun: true } });
    expect([bare.status, refusedField(bare.body)]).toEqual([400, 'dryrun']);
  });
});

test.each(['/imports/tags', '/imports/analytics'])('%s: an unknown field of the form is refused', async (path) => {
  const request = as(host(), token).post(`/content-strategy${path}`).query({ dryRun: 'true' }).field('dryrun', 'true');
  const { status, body } = await request.attach('file', Buffer.from('Title,Stages\na,b\n'), 'a.csv');
  expect([status, refusedField(body)]).toEqual([400, 'dryrun']);
});

test('the routes of the content API take no parameters, but for the script', async () => {
  const key = await apiToken(host());
  for (const [method, path] of [
    ['get', '/api/content-strategy/journeys'],
    ['post', `${BEACON}/forward`],
  ] as const) {
    const request = as(host(), key)[method](`${path}?dryrun=true`);
    const { status, body } = await (method === 'post' ? request.send({ path: '/a' }) : request);
    expect([path, status, refusedField(body)]).toEqual([path, 400, 'dryrun']);
  }
  expect((await as(host()).get('/api/content-strategy/page.js?dryrun=true')).status).toBe(200);
  const { status, body } = await sends(host(), { path: '/a' }).query({ dryrun: 'true' });
  expect([status, refusedField(body)]).toEqual([400, 'dryrun']);
});

describe('a dry run, said in the query, in the body, or in both', () => {
  const TAGS = 'Document ID,Personas,Stages';
  const WAYS = ['query', 'body', 'both'] as const;
  let documentId: string;

  beforeAll(async () => {
    documentId = await anArticle(host(), { title: 'Dry' });
  });

  const stays = async (): Promise<void> => {
    expect(pairsIn((await api.tags(ARTICLE, documentId)).body)).toEqual([]);
    expect((await api.get(`/decisions/${ARTICLE}/${documentId}`)).body).toMatchObject({ data: { current: null } });
    expect((await api.get('/operations')).body).toMatchObject({ data: [] });
  };
  const entries = () => [{ uid: ARTICLE, documentId }];
  const BULK = [
    ['/tags/bulk', { change: { mode: 'add', personas: ['it'], stages: ['decision'] } }],
    ['/decisions/bulk', { decision: { kind: 'keep' } }],
  ] as const;

  describe.each(BULK)('POST %s', (path, asked) => {
    const send = (query: object, said: object) =>
      api.post(path, { entries: entries(), ...asked, ...said }).query(query);

    test.each(WAYS)('in the %s', async (way) => {
      const { status, body } = await send(
        way === 'body' ? {} : { dryRun: 'true' },
        way === 'query' ? {} : { dryRun: true }
      );
      expect([status, (body as { data: PlacingBody }).data]).toMatchObject([200, { operation: null }]);
      await stays();
    });

    test('a contradiction is refused', async () => {
      const { status, body } = await send({ dryRun: 'true' }, { dryRun: false });
      expect([status, refusedField(body)]).toEqual([400, 'dryRun']);
      await stays();
    });
  });

  const FILES = [
    ['/imports/tags', () => `${TAGS}\n${documentId},IT,decision\n`],
    ['/imports/analytics', () => 'Page path,Views\n/a,1\n'],
  ] as const;

  describe.each(FILES)('POST %s', (path, file) => {
    const period = path === '/imports/tags' ? {} : { from: '2026-01-01', to: '2026-01-31', complete: 'true' };
    const send = (query: object, form: object) => {
      const request = as(host(), token)
        .post(`/content-strategy${path}`)
        .query({ ...period, ...query });
      for (const [name, value] of Object.entries(form)) void request.field(name, String(value));
      return request.attach('file', Buffer.from(file()), 'a.csv');
    };

    test.each(WAYS)('in the %s (there: the form)', async (way) => {
      const { status, body } = await send(
        way === 'body' ? {} : { dryRun: 'true' },
        way === 'query' ? {} : { dryRun: 'true' }
      );
      expect([status, body]).toMatchObject([200, { data: { dryRun: true } }]);
      await stays();
      expect((await api.get('/imports/analytics')).body).toMatchObject({ data: [] });
    });

    test('a contradiction is refused', async () => {
      const { status, body } = await send({ dryRun: 'true' }, { dryRun: 'false' });
      expect([status, refusedField(body)]).toEqual([400, 'dryRun']);
      await stays();
    });
  });
});
