import { apiOf, ARTICLE, pairsIn, type Api } from '../../support/api';
import { createDatabase, type TestDatabase } from '../../support/database';
import { createHost, type Host } from '../../support/host';
import { superAdmin } from '../../support/users';

/** Starts of one app after another on the same database, with the plugin and without it. */
let database: TestDatabase;
let documentId: string;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

const start = async <T>(plugin: boolean, work: (host: Host, api: Api) => Promise<T>): Promise<T> => {
  const host = await createHost({ plugin, database: database.config });
  try {
    return await work(host, apiOf(host, (await superAdmin(host)).token));
  } finally {
    await host.destroy();
  }
};

const everything = async (api: Api) => ({
  personas: (await api.get('/personas')).body as unknown,
  stages: (await api.get('/stages')).body as unknown,
  cells: (await api.get('/cells')).body as unknown,
  contentTypes: (await api.get('/content-types')).body as unknown,
  tags: (await api.tags(ARTICLE, documentId)).body as unknown,
});

const OPS = { persona: 'ops', stage: 'decision' };

test('one start with the plugin switched off loses nothing', async () => {
  const before = await start(true, async (host, api) => {
    await api.post('/personas', { name: 'Ops', group: 'IT' });
    await api.put('/stages/awareness', { name: 'Attention', target: 7 });
    await api.del('/stages/expansion');
    await api.put('/cells/ops/decision', { notNeeded: 'They never buy' });
    await api.put(`/content-types/${ARTICLE}`, { urlPattern: '/{locale}/{slug}' });
    documentId = await api.contentManager(ARTICLE).create({ title: 'Kept' });
    await api.add(ARTICLE, documentId, OPS, { persona: null, stage: 'adoption' });
    const excluded = await api.contentManager(ARTICLE).create({ title: 'Terms' });
    await api.patch(`/tags/${ARTICLE}/${excluded}`, { excluded: { reason: 'legal' } });
    return { ...(await everything(api)), excluded: await count(host, 'exclusion') };
  });

  await start(false, async (host, api) => {
    expect((await api.get('/vocabulary')).status).toBe(404);
    expect(host.strapi.contentTypes).not.toHaveProperty(['plugin::content-strategy.tag']);
  });

  const after = await start(true, async (host, api) => ({
    ...(await everything(api)),
    excluded: await count(host, 'exclusion'),
  }));
  expect(after).toEqual(before);
  expect(pairsIn(after.tags)).toEqual(['-.adoption', 'ops.decision']);
});

test('counters of an earlier version get the columns that they lack, and keep their rows', async () => {
  const columns = [
    ['cs_source_days', 'named'],
    ['cs_first_published', 'readable_from'],
  ] as const;
  await start(true, async (host) => {
    const db = host.strapi.db.connection;
    await db('cs_source_days').insert({ source: 'tracker:old', uid: ARTICLE, locale: 'en', day: 20_000, events: 3 });
    for (const [table, column] of columns) await db.schema.alterTable(table, (one) => void one.dropColumn(column));
    await db('cs_meta').update({ schema_no: 8 });
  });
  await start(true, async (host) => {
    const db = host.strapi.db.connection;
    for (const [table, column] of columns) expect(await db.schema.hasColumn(table, column)).toBe(true);
    const [row] = await db('cs_source_days').where({ source: 'tracker:old' });
    expect([Number(row.events), Number(row.named)]).toEqual([3, 0]);
    await db('cs_source_days').where({ source: 'tracker:old' }).delete();
  });
});

test('the database itself still refuses a tag twice', async () => {
  await start(true, async (host) => {
    const row = { entryUid: ARTICLE, entryDocumentId: 'one', persona: '', stage: 'decision', origin: 'person' };
    await host.strapi.db.query('plugin::content-strategy.tag').create({ data: row });
    const second: Promise<unknown> = host.strapi.db.query('plugin::content-strategy.tag').create({ data: row });
    // Not `rejects.toThrow`: better-sqlite3's errors belong to the first test file that loaded it, and are none here.
    const outcome = await second.then(
      () => 'accepted',
      () => 'refused'
    );
    expect(outcome).toBe('refused');
    await host.strapi.db.query('plugin::content-strategy.tag').deleteMany({ where: { entryDocumentId: 'one' } });
  });
});

test('defaults that were deleted do not come back', async () => {
  const stages = await start(true, async (_host, api) => {
    await api.put(`/tags/${ARTICLE}/${documentId}`, { tags: [] });
    for (const { key } of ((await api.get('/stages')).body as { data: { key: string }[] }).data) {
      await api.del(`/stages/${key}`);
    }
    return (await api.get('/stages')).body as unknown;
  });
  expect(stages).toEqual({ data: [] });
  expect(await start(true, async (_host, api) => (await api.get('/stages')).body as unknown)).toEqual(stages);
});

const count = (host: Host, name: string): Promise<number> =>
  host.strapi.db.query(`plugin::content-strategy.${name}`).count();
