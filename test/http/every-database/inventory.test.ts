import type { InventoryRow } from '../../../server/core/api';
import { ACTIONS, actionUid } from '../../../server/core/actions';
import { aLibraryInDisorder, type Disorder } from '../../support/disorder';
import { as, hostForAll } from '../../support/host';
import { anArticle, ARTICLE, audited, editedAt, GUIDE } from '../../support/library';
import { reader, type Reader } from '../../support/reading';
import { superAdmin, userWith } from '../../support/users';

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
let ids: Disorder;
let token: string;
let read: Reader;

beforeAll(async () => {
  ids = await aLibraryInDisorder(host());
  for (const title of ['Überblick für Ämter', '100% sicher', 'under_score', 'Bang! and more', 'ÉCOLE']) {
    await anArticle(host(), { title });
  }
  const same = await anArticle(host(), { title: 'Same moment 0' });
  await editedAt(host(), ARTICLE, same, '2026-02-02T02:02:02Z');
  await editedAt(host(), ARTICLE, await anArticle(host(), { title: 'Same moment 1' }), '2026-02-02T02:02:02Z');
  await audited(host());
  ({ token } = await superAdmin(host()));
  read = reader(host(), token);
});

const titles = async (query: Parameters<Reader['rows']>[0]): Promise<readonly string[]> =>
  (await read.rows(query)).map(({ title }) => title);

describe('search', () => {
  test.each([
    ['überblick', 'Überblick für Ämter'],
    ['Überblick', 'Überblick für Ämter'],
    ['FÜR ÄMTER', 'Überblick für Ämter'],
    ['école', 'ÉCOLE'],
    ['100% s', '100% sicher'],
    ['er_sc', 'under_score'],
    ['bang!', 'Bang! and more'],
    ['"QUOTED"', '=SUM(A1), "quoted"\nand ünïcode 🎈'],
    ['🎈', '=SUM(A1), "quoted"\nand ünïcode 🎈'],
    ['product/TWO', 'Two locales'],
  ])('%s finds %s and nothing else', async (search, title) => {
    expect(await titles({ search })).toEqual([title]);
  });

  test.each(['%', '_', '!', `'`, '\\', 'no such words'])('%s is a text, not a pattern', async (search) => {
    for (const title of await titles({ search })) expect(title).toContain(search);
  });

  test('keeps to the other filters', async () => {
    expect(await titles({ search: 'locales', persona: 'it' })).toEqual(['Three locales']);
    expect(await titles({ search: 'sprachen', locale: 'de' })).toHaveLength(2);
    expect(await titles({ search: 'sprachen', locale: 'en' })).toEqual([]);
    expect(await titles({ search: 'how', contentType: GUIDE, age: 'old' })).toEqual(['How it used to be']);
  });
});

describe('sorting', () => {
  const key: Readonly<Record<string, (row: InventoryRow) => string | null>> = {
    updatedAt: ({ updatedAt }) => updatedAt,
    createdAt: ({ createdAt }) => createdAt,
    contentDate: ({ contentDate }) => contentDate,
    current: ({ current }) => String(current),
  };
  test.each(Object.keys(key).flatMap((field) => [[field, 'asc'] as const, [field, 'desc'] as const]))(
    'by %s %s, the same on every page size',
    async (field, direction) => {
      const rows = await read.rows({ sort: `${field}:${direction}` }, 100);
      const values = rows.flatMap((row) => key[field]?.(row) ?? []);
      const sorted = [...values].sort();
      expect(values).toEqual(direction === 'asc' ? sorted : sorted.reverse());
      expect(await read.rows({ sort: `${field}:${direction}` }, 3)).toEqual(rows);
    }
  );

  test('by title', async () => {
    const plain = (await titles({ sort: 'title:asc', contentType: ARTICLE })).filter((title) =>
      /^[A-Z][a-z]+ /.test(title)
    );
    expect(plain).toEqual([...plain].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    expect(await titles({ sort: 'title:desc' })).toHaveLength((await titles({})).length);
  });

  test('newest edit first when nothing else is asked', async () => {
    expect(await read.rows({})).toEqual(await read.rows({ sort: 'updatedAt:desc' }));
  });
});

test.each(['draft', 'published', 'modified'] as const)('status %s', async (status) => {
  const all = await read.rows({});
  expect(await read.rows({ status })).toEqual(all.filter((row) => row.status === status));
  expect(await read.rows({ status: 'draft', counted: 'published' })).toEqual([]);
});

test('an age is told by the content date where there is one, else by the last edit', async () => {
  const rows = await read.rows({});
  expect(new Set(rows.map(({ ageBy }) => ageBy))).toEqual(new Set(['dated', 'edited']));
  for (const { ageBy, contentDate } of rows) expect(ageBy).toBe(contentDate === null ? 'edited' : 'dated');
});

test('by owner', async () => {
  const rows = await read.rows({ owner: 'Bob Owner' });
  expect(rows.map(({ documentId }) => documentId).sort()).toEqual([ids.editedLongAgo, ids.retired].sort());
  expect(await read.rows({ owner: 'Nobody' })).toEqual([]);
});

test('a page beyond the last is empty and says how many there are', async () => {
  const { data, meta } = await read.page({ page: 99_999, pageSize: 100 });
  expect(data).toEqual([]);
  expect(meta.pagination.total).toBe((await read.rows({})).length);
});

const LONG = 'x'.repeat(10_000);

describe('bad input is a 400 that names the field', () => {
  const LISTS = ['inventory', 'exports/inventory.csv'];
  const READERS = [...LISTS, 'coverage', 'glance'];
  const cases: readonly (readonly [readonly string[], string, string])[] = [
    [['inventory', 'audits'], 'pageSize', 'pageSize=1000000000'],
    [['inventory', 'audits'], 'pageSize', 'pageSize=0'],
    [['inventory', 'audits'], 'pageSize', 'pageSize=101'],
    [['inventory', 'audits'], 'page', 'page=-1'],
    [['inventory', 'audits'], 'page', 'page=0'],
    [['inventory', 'audits'], 'page', 'page=1.5'],
    [['inventory', 'audits'], 'page', 'page=1&page=2'],
    [['inventory', 'audits'], 'page', 'page[$gt]=1'],
    [['inventory', 'audits'], 'page', 'page=99999999999999999999'],
    [['inventory'], 'sort', 'sort=secret:asc'],
    [['inventory'], 'sort', 'sort=title'],
    [['inventory'], 'sort', 'sort=title:asc&sort=title:desc'],
    [['inventory'], 'sort', 'sort=__proto__:asc'],
    [READERS, 'locale', 'locale=xx'],
    [READERS, 'locale', 'locale=__proto__'],
    [READERS, 'locale', 'locale='],
    [READERS, 'locale', 'locale=en&locale=de'],
    [READERS, 'locale', `locale=${LONG}`],
    [READERS, 'contentType', 'contentType=api::nothing.nothing'],
    [READERS, 'contentType', 'contentType=admin::user'],
    [READERS, 'contentType', 'contentType=constructor'],
    [READERS, 'contentType', 'contentType[]=api::article.article'],
    [READERS, 'audit', 'audit=abc'],
    [READERS, 'audit', 'audit=-1'],
    [READERS, 'audit', 'audit=99999999999'],
    [READERS, 'audit', 'audit=1&audit=2'],
    [READERS, 'wat', 'wat=1'],
    [[...LISTS, 'coverage'], 'counted', 'counted=views'],
    [LISTS, 'persona', 'persona=nobody'],
    [LISTS, 'persona', 'persona=__proto__'],
    [LISTS, 'persona', 'persona=has%20spaces'],
    [LISTS, 'persona', `persona=${LONG}`],
    [LISTS, 'persona', 'persona[]=finance'],
    [LISTS, 'stage', 'stage=never'],
    [LISTS, 'stage', 'stage=constructor'],
    [LISTS, 'stage', 'stage[a]=b'],
    [LISTS, 'journey', 'journey=partner'],
    [LISTS, 'placement', 'placement=somewhere'],
    [LISTS, 'status', 'status=archived'],
    [LISTS, 'age', 'age=young'],
    [LISTS, 'finding', 'finding=toString'],
    [LISTS, 'owner', `owner=${LONG}`],
    [LISTS, 'owner', 'owner=a%00b'],
    [LISTS, 'search', `search=${LONG}`],
    [LISTS, 'search', 'search='],
    [LISTS, 'search', 'search=a%00b'],
    [LISTS, 'search', 'search[]=a'],
    [['exports/inventory.csv'], 'delimiter', 'delimiter=|'],
    [['exports/inventory.csv'], 'bom', 'bom=maybe'],
    [['exports/inventory.csv'], 'shape', 'shape=round'],
    [['exports/inventory.csv'], 'per', 'per=week'],
    [['exports/secrets.csv'], 'name', ''],
    [['exports/__proto__'], 'name', ''],
    [['exports/toString'], 'name', ''],
    [['audits/abc', 'audits/0', 'audits/-1', 'audits/99999999999', 'audits/__proto__'], 'id', ''],
  ];
  test.each(cases.flatMap(([paths, field, query]) => paths.map((path) => [path, field, query] as const)))(
    '%s: %s, %#',
    async (path, field, query) => {
      const { status, body, headers } = await as(host(), token).get(`/content-strategy/${path}?${query}`);
      expect([status, body.error?.name, headers['content-type']]).toEqual([
        400,
        'ValidationError',
        expect.stringContaining('json'),
      ]);
      expect(body.error.message.startsWith(`\`${field}\`: `)).toBe(true);
      expect(body.error.message.length).toBeLessThan(1000);
      expect(body.error.details.field).toBe(field);
    }
  );

  test.each([
    undefined,
    {},
    { data: null },
    { data: [] },
    { data: { name: 1 } },
    { data: { name: 'x', status: 'finished' } },
    [],
  ])('saving an audit by %j', async (body) => {
    const response = await as(host(), token).put('/content-strategy/audits/1').send(body);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toMatch(/^`(request|data(\.name|\.status)?)`: /);
  });

  test('an audit that is not there is a 404', async () => {
    for (const path of ['inventory?audit=999', 'coverage?audit=999', 'audits/999', 'exports/tags.csv?audit=999']) {
      const { status, body } = await as(host(), token).get(`/content-strategy/${path}`);
      expect([path, status, body.error.message]).toEqual([path, 404, 'There is no audit 999.']);
    }
  });
});

describe('each route takes its own permission and no other', () => {
  const READ = { action: 'plugin::content-manager.explorer.read', subject: GUIDE, fields: ['name'] };
  const routes = [
    ['get', '/audits', 'read', 200],
    ['get', '/audits/latest', 'read', 200],
    ['get', '/audits/1', 'read', 200],
    ['put', '/audits/1', 'audit', 200],
    ['get', '/coverage', 'read', 200],
    ['get', '/glance', 'read', 200],
    ['get', '/inventory', 'read', 200],
    ['get', '/exports/coverage.csv', 'export', 200],
    ['get', '/exports/inventory.csv', 'export', 200],
    ['get', '/exports/tags.csv', 'export', 200],
    ['post', '/audits', 'audit', 202],
  ] as const;

  test.each(routes)('%s %s needs %s', async (method, path, action, status) => {
    const call = (bearer?: string) => {
      const request = as(host(), bearer)[method](`/content-strategy${path}`);
      return method === 'put' ? request.send({ data: { name: 'Saved' } }) : request;
    };
    expect((await call()).status).toBe(401);
    expect((await call('not-a-token')).status).toBe(401);
    const others = ACTIONS.filter((one) => one !== action).map((one) => ({ action: actionUid(one) }));
    expect((await call((await userWith(host(), [...others, READ])).token)).status).toBe(403);
    expect((await call((await userWith(host(), [{ action: actionUid(action) }, READ])).token)).status).toBe(status);
    const contentApi = await host()
      .strapi.service('admin::api-token')
      .create({ name: `${method} ${path}`, description: '', type: 'full-access', lifespan: null });
    expect((await call(contentApi.accessKey)).status).toBe(401);
  });
});
