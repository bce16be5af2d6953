import { apiOf, ARTICLE, GUIDE, pairsIn, type Api } from '../../support/api';
import { hostForAll } from '../../support/host';
import { superAdmin } from '../../support/users';

/** What happens to tags when people copy and delete entries through the Content Manager's own routes. */
const host = hostForAll();
let api: Api;
let count = 0;

beforeAll(async () => {
  api = apiOf(host(), (await superAdmin(host())).token);
  await api.post('/personas', { name: 'Ops' });
  await host().strapi.plugin('i18n').service('locales').create({ code: 'de', name: 'German (de)' });
});

const OPS = { persona: 'ops', stage: 'decision' };

/** A tagged article, whose slug is its own. */
const anArticle = async (): Promise<string> => {
  count += 1;
  const documentId = await api.contentManager(ARTICLE).create({ title: `Article ${count}`, slug: `article-${count}` });
  expect((await api.add(ARTICLE, documentId, OPS, { persona: 'everyone', stage: null })).status).toBe(200);
  return documentId;
};

const stored = async (documentId: string): Promise<number> => {
  const where = { entryDocumentId: documentId };
  const { db } = host().strapi;
  return (
    (await db.query('plugin::content-strategy.tag').count({ where })) +
    (await db.query('plugin::content-strategy.exclusion').count({ where }))
  );
};

test('a copy is placed like its original, by the same hand', async () => {
  const documentId = await anArticle();
  const tagging = host().strapi.plugin('content-strategy').service('tagging');
  await tagging.patch(
    { uid: ARTICLE, documentId },
    { add: [{ persona: 'ops', stage: 'adoption' }] },
    { origin: 'rule', userId: null }
  );
  const copied = await api.contentManager(ARTICLE).clone(documentId, { title: 'Copy', slug: 'copy' });
  expect(copied.status).toBe(200);
  const { documentId: copy } = (copied.body as { data: { documentId: string } }).data;
  expect(copy).not.toBe(documentId);
  const [before, after] = [await api.tags(ARTICLE, documentId), await api.tags(ARTICLE, copy)];
  expect(pairsIn(after.body)).toEqual(['everyone.-', 'ops.adoption', 'ops.decision']);
  const told = ({ body }: typeof before) =>
    (body as { data: { tags: { origin: string; by: string | null }[] } }).data.tags.map(({ origin, by }) => [
      origin,
      by,
    ]);
  expect(told(after)).toEqual(told(before));
  expect(await stored(documentId)).toBe(3);
});

test('a copy of what is not part of a journey is none either', async () => {
  const documentId = await anArticle();
  await api.patch(`/tags/${ARTICLE}/${documentId}`, { excluded: { reason: 'legal' } });
  const copied = await api.contentManager(ARTICLE).clone(documentId, { title: 'Terms', slug: 'terms' });
  const { documentId: copy } = (copied.body as { data: { documentId: string } }).data;
  expect((await api.tags(ARTICLE, copy)).body).toMatchObject({ data: { tags: [], excluded: { reason: 'legal' } } });
});

test('deleting an entry deletes its tags, published or not', async () => {
  const documentId = await anArticle();
  expect((await api.contentManager(ARTICLE).publish(documentId)).status).toBe(200);
  expect(await stored(documentId)).toBe(2);
  expect((await api.contentManager(ARTICLE).remove(documentId)).status).toBe(200);
  expect(await stored(documentId)).toBe(0);
});

test('deleting an excluded entry deletes the exclusion', async () => {
  const documentId = await anArticle();
  await api.patch(`/tags/${ARTICLE}/${documentId}`, { excluded: { reason: 'legal' } });
  await api.contentManager(ARTICLE).remove(documentId);
  expect(await stored(documentId)).toBe(0);
});

test('deleting one locale of two keeps the tags, deleting the last does not', async () => {
  const documentId = await anArticle();
  const articles = api.contentManager(ARTICLE);
  expect((await articles.update(documentId, { title: 'Artikel' }, 'de')).status).toBe(200);
  await articles.publish(documentId);
  expect((await articles.remove(documentId, 'de')).status).toBe(200);
  expect(await stored(documentId)).toBe(2);
  expect((await articles.remove(documentId, 'en')).status).toBe(200);
  expect(await stored(documentId)).toBe(0);
});

test('a type without drafts and locales', async () => {
  const guides = api.contentManager(GUIDE);
  const documentId = await guides.create({ name: 'Guide', slug: 'guide' });
  await api.add(GUIDE, documentId, OPS);
  await guides.remove(documentId);
  expect(await stored(documentId)).toBe(0);
});

test('deleting in bulk, in one transaction of the Content Manager, takes no longer than it should', async () => {
  const ids: string[] = [];
  for (let at = 0; at < 12; at += 1) ids.push(await anArticle());
  const bilingual = await anArticle();
  await api.contentManager(ARTICLE).update(bilingual, { title: 'Zweisprachig' }, 'de');
  const started = Date.now();
  const response = await api.contentManager(ARTICLE).removeMany([...ids.slice(0, 11), bilingual]);
  expect(response.status).toBe(200);
  expect(Date.now() - started).toBeLessThan(10_000);
  for (const documentId of ids.slice(0, 11)) expect(await stored(documentId)).toBe(0);
  expect(await stored(ids[11] ?? '')).toBe(2);
  // Bulk deletion takes the shown locale only.
  expect(await stored(bilingual)).toBe(2);
});

test('publishing, unpublishing and discarding touch no tag', async () => {
  const documentId = await anArticle();
  const { strapi } = host();
  await api.contentManager(ARTICLE).publish(documentId);
  await api.contentManager(ARTICLE).update(documentId, { title: 'Changed' }, 'en');
  await strapi.documents(ARTICLE).discardDraft({ documentId });
  await strapi.documents(ARTICLE).unpublish({ documentId });
  expect(await stored(documentId)).toBe(2);
});

describe('within a transaction of the host’s own code', () => {
  test('what is rolled back keeps its tags', async () => {
    const documentId = await anArticle();
    const { strapi } = host();
    const work = strapi.db.transaction(async () => {
      await strapi.documents(ARTICLE).delete({ documentId });
      expect(await stored(documentId)).toBe(0);
      throw new Error('changed our mind');
    });
    await expect(work).rejects.toThrow('changed our mind');
    expect(await stored(documentId)).toBe(2);
    expect((await api.tags(ARTICLE, documentId)).status).toBe(200);
  });

  test('a copy and a deletion at once', async () => {
    const [copied, deleted] = [await anArticle(), await anArticle()];
    const { strapi } = host();
    const copy = await strapi.db.transaction(async () => {
      const [clone] = await Promise.all([
        strapi.documents(ARTICLE).clone({ documentId: copied, data: { slug: 'within' } }),
        strapi.documents(ARTICLE).delete({ documentId: deleted }),
      ]);
      return clone?.documentId ?? '';
    });
    expect(await stored(copy)).toBe(2);
    expect(await stored(deleted)).toBe(0);
  });
});

describe("a failure of ours never breaks the host's write", () => {
  const table = (): string => host().strapi.db.metadata.get('plugin::content-strategy.tag').tableName;
  const schema = () => host().strapi.db.connection.schema;

  beforeEach(() => schema().renameTable(table(), `${table()}_away`));
  afterEach(() => schema().renameTable(`${table()}_away`, table()));

  const anUntagged = (): Promise<string> => api.contentManager(ARTICLE).create({ title: 'Untagged' });
  const left = async (ids: readonly string[]): Promise<number> =>
    host()
      .strapi.db.query(ARTICLE)
      .count({ where: { documentId: { $in: [...ids] } } });

  test('copying, deleting, deleting in bulk', async () => {
    const [first, ...others] = [await anUntagged(), await anUntagged(), await anUntagged()] as const;
    expect((await api.contentManager(ARTICLE).clone(first, { title: 'C', slug: 'c' })).status).toBe(200);
    expect((await api.contentManager(ARTICLE).remove(first)).status).toBe(200);
    expect((await api.contentManager(ARTICLE).removeMany(others)).status).toBe(200);
    expect(await left([first, ...others])).toBe(0);
  });

  test('taking ours back takes nothing back that the host did at the same time', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 12; at += 1) ids.push(await anUntagged());
    const articles = host().strapi.documents(ARTICLE);
    const inTurn = async (some: readonly string[]): Promise<void> => {
      for (const documentId of some) await articles.delete({ documentId });
    };
    await host().strapi.db.transaction(() =>
      Promise.all([inTurn(ids.slice(0, 1)), inTurn(ids.slice(1, 4)), inTurn(ids.slice(4))])
    );
    expect(await left(ids)).toBe(0);
  });

  test.each(['rule', 'exclusion', 'decision', 'tag'] as const)('whichever table fails: %s', async (name) => {
    await schema().renameTable(`${table()}_away`, table());
    const { tableName } = host().strapi.db.metadata.get(`plugin::content-strategy.${name}`);
    await schema().renameTable(tableName, `${tableName}_gone`);
    try {
      const first = await anUntagged();
      const copy = await api.contentManager(ARTICLE).clone(first, { title: 'C', slug: `without-${name}` });
      const copied = (copy.body as { data: { documentId: string } }).data.documentId;
      expect(await left([first, copied])).toBe(2);
      const { strapi } = host();
      const made = await strapi.db.transaction(() => strapi.documents(ARTICLE).create({ data: { title: 'Made' } }));
      expect(await left([made.documentId])).toBe(1);
      expect((await api.contentManager(ARTICLE).removeMany([first, copied, made.documentId])).status).toBe(200);
      expect(await left([first, copied, made.documentId])).toBe(0);
    } finally {
      await schema().renameTable(`${tableName}_gone`, tableName);
      await schema().renameTable(table(), `${table()}_away`);
    }
  });
});
