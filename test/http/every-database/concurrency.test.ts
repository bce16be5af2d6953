import { apiOf, ARTICLE, pairsIn, type Api } from '../../support/api';
import { currentClient } from '../../support/database';
import { hostForAll } from '../../support/host';
import { superAdmin } from '../../support/users';

/** Editors at once. SQLite has one connection and takes them in turn; the other databases really run them together. */
const host = hostForAll();
let first: Api;
let second: Api;
const PERSONAS = Array.from({ length: 10 }, (_, at) => `p${at}`);
const STAGES = ['awareness', 'consideration', 'decision', 'onboarding', 'adoption'];

beforeAll(async () => {
  first = apiOf(host(), (await superAdmin(host())).token);
  second = apiOf(host(), (await superAdmin(host())).token);
  for (const name of PERSONAS) await first.post('/personas', { name });
});

const anArticle = (): Promise<string> => first.contentManager(ARTICLE).create({ title: 'Contested' });
const path = (documentId: string): string => `/tags/${ARTICLE}/${documentId}`;

test('fifty changes to one entry by two editors lose nothing', async () => {
  const documentId = await anArticle();
  const pairs = PERSONAS.flatMap((persona) => STAGES.map((stage) => ({ persona, stage })));
  const responses = await Promise.all(
    pairs.map((pair, at) => (at % 2 ? first : second).patch(path(documentId), { add: [pair] }))
  );
  expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([200]));
  expect(pairsIn((await first.tags(ARTICLE, documentId)).body)).toHaveLength(50);
});

test('the same tag by two editors at once is there once', async () => {
  const documentId = await anArticle();
  const pair = { persona: 'p1', stage: 'decision' };
  const responses = await Promise.all(
    Array.from({ length: 10 }, (_, at) => (at % 2 ? first : second).patch(path(documentId), { add: [pair] }))
  );
  expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([200]));
  expect(pairsIn((await first.tags(ARTICLE, documentId)).body)).toEqual(['p1.decision']);
});

test('many tags in opposite orders, on neighbouring entries', async () => {
  const entries = [await anArticle(), await anArticle(), await anArticle()];
  const pairs = PERSONAS.map((persona) => ({ persona, stage: 'adoption' }));
  const responses = await Promise.all(
    entries.flatMap((documentId) => [
      first.patch(path(documentId), { add: pairs }),
      second.patch(path(documentId), { add: [...pairs].reverse() }),
      first.put(path(documentId), { tags: pairs }),
    ])
  );
  expect(responses.map(({ status }) => status)).toEqual(responses.map(() => 200));
  for (const documentId of entries) {
    expect(pairsIn((await first.tags(ARTICLE, documentId)).body)).toHaveLength(PERSONAS.length);
  }
});

test('an entry is never both placed and not part of a journey', async () => {
  for (let round = 0; round < 10; round += 1) {
    const documentId = await anArticle();
    await Promise.all([
      first.patch(path(documentId), { add: [{ persona: 'p2', stage: 'decision' }] }),
      second.patch(path(documentId), { excluded: { reason: 'legal' } }),
      first.patch(path(documentId), { add: [{ persona: 'p3', stage: 'decision' }] }),
    ]);
    const { tags, excluded } = (
      (await first.tags(ARTICLE, documentId)).body as { data: { tags: unknown[]; excluded: unknown } }
    ).data;
    expect(tags.length > 0 ? excluded : 'no tags').toEqual(tags.length > 0 ? null : 'no tags');
  }
});

test('while an entry is published and tagged at once, neither fails', async () => {
  const documentId = await anArticle();
  const articles = first.contentManager(ARTICLE);
  const work = Array.from({ length: 10 }, (_, at) => [
    articles.publish(documentId),
    second.patch(path(documentId), { add: [{ persona: `p${at}`, stage: 'awareness' }] }),
  ]).flat();
  const statuses = (await Promise.all(work)).map(({ status }) => status);
  expect(statuses.filter((_, at) => at % 2 === 1)).toEqual(Array.from({ length: 10 }, () => 200));
  expect(pairsIn((await first.tags(ARTICLE, documentId)).body)).toHaveLength(10);
});

test('a persona deleted while others set it leaves no tag behind', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { body } = await first.post('/personas', { name: `Fleeting ${round}` });
    const { key } = (body as { data: { key: string } }).data;
    const entries = [await anArticle(), await anArticle(), await anArticle()];
    const [removed] = await Promise.all([
      second.del(`/personas/${key}?reassignTo=p4`),
      ...entries.map((documentId) => first.patch(path(documentId), { add: [{ persona: key, stage: 'decision' }] })),
    ]);
    expect(removed.status).toBe(204);
    const { db } = host().strapi;
    expect(await db.query('plugin::content-strategy.tag').count({ where: { persona: key } })).toBe(0);
  }
});

test(`nothing waited for a connection (${currentClient()})`, async () => {
  const started = Date.now();
  await Promise.all(Array.from({ length: 20 }, () => first.get('/vocabulary')));
  expect(Date.now() - started).toBeLessThan(10_000);
});
