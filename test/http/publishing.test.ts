import { apiOf, ARTICLE, type Api } from '../support/api';
import { hostForAll } from '../support/host';
import { documents } from '../support/library';
import { superAdmin } from '../support/users';

const host = hostForAll();
let api: Api;

beforeAll(async () => {
  api = apiOf(host(), (await superAdmin(host())).token);
  await api.post('/personas', { name: 'Ops' });
});

const ask = async (publishing: string): Promise<void> => {
  expect((await api.put(`/content-types/${ARTICLE}`, { publishing })).status).toBe(200);
};
const manager = () => api.contentManager(ARTICLE);
const path = `/content-manager/collection-types/${ARTICLE}`;
const anArticle = (): Promise<string> => manager().create({ title: 'To publish' });
const isPublished = async (documentId: string): Promise<boolean> =>
  (await host()
    .strapi.db.query(ARTICLE)
    .count({ where: { documentId, publishedAt: { $notNull: true } } })) > 0;
const count = (): Promise<number> => host().strapi.db.query(ARTICLE).count();

describe('where publishing needs a placed entry', () => {
  beforeAll(() => ask('block'));

  test('one without a place is refused with what to do, and publishes once it has one', async () => {
    const documentId = await anArticle();
    const refused = await manager().publish(documentId);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({
      error: {
        message: expect.stringMatching(/choose a persona and a stage.*save the draft first/) as string,
        details: { errors: [{ path: [], message: expect.stringMatching(/choose a persona/) as string }] },
      },
    });
    expect(await isPublished(documentId)).toBe(false);

    await api.add(ARTICLE, documentId, { persona: 'ops', stage: null });
    expect((await manager().publish(documentId)).status).toBe(400);
    await api.add(ARTICLE, documentId, { persona: 'ops', stage: 'decision' });
    expect((await manager().publish(documentId)).status).toBe(200);
    expect(await isPublished(documentId)).toBe(true);
  });

  test('what is no part of a journey may be published', async () => {
    const documentId = await anArticle();
    await api.patch(`/tags/${ARTICLE}/${documentId}`, { excluded: { reason: 'legal' } });
    expect((await manager().publish(documentId)).status).toBe(200);
  });

  test('a new entry published at once is refused and not left behind; one that a rule places is not', async () => {
    const before = await count();
    expect((await api.agent.post(`${path}/actions/publish`).send({ title: 'At once' })).status).toBe(400);
    expect(await count()).toBe(before);
    const rule = { contentType: ARTICLE, condition: null, personas: ['ops'], stages: ['awareness'], excluded: null };
    await api.put('/rules', { rules: [rule], place: false });
    expect((await api.agent.post(`${path}/actions/publish`).send({ title: 'By rule' })).status).toBe(200);
    await api.put('/rules', { rules: [], place: false });
  });

  test('of several at once none is published when one has no place', async () => {
    const [placed, open] = [await anArticle(), await anArticle()];
    await api.add(ARTICLE, placed, { persona: 'ops', stage: 'decision' });
    const response = await api.agent.post(`${path}/actions/bulkPublish`).send({ documentIds: [placed, open] });
    expect(response.status).toBe(400);
    expect(response.body).toMatchObject({ error: { details: { documentIds: [open] } } });
    expect([await isPublished(placed), await isPublished(open)]).toEqual([false, false]);
  });

  test('of many at once it is looked once for all of them', async () => {
    const looks = async (entries: number): Promise<number> => {
      const ids: string[] = [];
      for (let at = 0; at < entries; at += 1) ids.push(await anArticle());
      for (const id of ids) await api.add(ARTICLE, id, { persona: 'ops', stage: 'decision' });
      let asked = 0;
      const count = ({ sql }: { readonly sql: string }): void => {
        if (sql.startsWith('select') && sql.includes('cs_exclusions')) asked += 1;
      };
      host().strapi.db.connection.on('query', count);
      const { status } = await api.agent.post(`${path}/actions/bulkPublish`).send({ documentIds: ids });
      host().strapi.db.connection.off('query', count);
      expect([status, await isPublished(ids[0] ?? '')]).toEqual([200, true]);
      return asked;
    };
    expect(await looks(6)).toBe(await looks(2));
  });

  test("the host's own code is never stopped", async () => {
    const { documentId } = await documents(host(), ARTICLE).create({ data: { title: 'By code' }, status: 'published' });
    expect(await isPublished(documentId)).toBe(true);
  });
});

test.each(['warn', 'off'])('%s stops nobody', async (publishing) => {
  await ask(publishing);
  expect((await manager().publish(await anArticle())).status).toBe(200);
  const { publishing: told } = ((await api.get('/vocabulary')).body as { data: { publishing: object } }).data;
  expect(told).toEqual(publishing === 'warn' ? { [ARTICLE]: 'warn' } : {});
});

test('an unknown word is refused', async () => {
  expect((await api.put(`/content-types/${ARTICLE}`, { publishing: 'maybe' })).status).toBe(400);
});
