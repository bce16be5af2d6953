import type { TagSetBody } from '../../../server/core/api';
import type { Actor } from '../../../server/core/tag-set';
import { service } from '../../../server/services';
import { apiOf, ARTICLE, GUIDE, pairsIn, type Api } from '../../support/api';
import { hostForAll } from '../../support/host';
import { superAdmin } from '../../support/users';

const host = hostForAll();
let api: Api;

beforeAll(async () => {
  api = apiOf(host(), (await superAdmin(host())).token);
  for (const name of ['Finance', 'Ops', 'Gone']) await api.post('/personas', { name });
});

const anArticle = (): Promise<string> => api.contentManager(ARTICLE).create({ title: 'Tagged' });
const path = (documentId: string, uid = ARTICLE): string => `/tags/${uid}/${documentId}`;
const patch = (documentId: string, data: unknown) => api.patch(path(documentId), data);
const put = (documentId: string, data: unknown) => api.put(path(documentId), data);
const setOf = async (documentId: string): Promise<TagSetBody> =>
  ((await api.tags(ARTICLE, documentId)).body as { data: TagSetBody }).data;
const RULE: Actor = { origin: 'rule', userId: null };

test('an entry nobody has placed', async () => {
  const documentId = await anArticle();
  expect(await setOf(documentId)).toEqual({ uid: ARTICLE, documentId, tags: [], excluded: null });
});

test('adding and removing touch only what they name; each tag says who and when', async () => {
  const documentId = await anArticle();
  const before = Date.now();
  await patch(documentId, { add: [{ persona: 'finance', stage: 'awareness' }] });
  const response = await patch(documentId, {
    add: [
      { persona: 'ops', stage: null },
      { persona: null, stage: 'adoption' },
    ],
  });
  expect(response.status).toBe(200);
  expect(pairsIn(response.body)).toEqual(['-.adoption', 'finance.awareness', 'ops.-']);
  const [open, full] = (await setOf(documentId)).tags;
  expect(open).toMatchObject({ persona: null, journey: 'customer' });
  expect(full).toMatchObject({
    journey: 'buyer',
    origin: 'person',
    by: expect.stringMatching(/^Super Test/) as string,
  });
  expect(Math.abs(Date.parse(full?.at ?? '') - before)).toBeLessThan(10_000);

  const removed = await patch(documentId, {
    remove: [
      { persona: 'ops', stage: null },
      { persona: 'ops', stage: 'decision' },
    ],
  });
  expect(pairsIn(removed.body)).toEqual(['-.adoption', 'finance.awareness']);
});

test('a body may come without the data around it', async () => {
  const documentId = await anArticle();
  const response = await api.bare('patch', path(documentId), { add: [{ persona: 'ops', stage: 'decision' }] });
  expect(pairsIn(response.body)).toEqual(['ops.decision']);
});

test('a full pair replaces nothing by itself, and adding twice is adding once', async () => {
  const documentId = await anArticle();
  await patch(documentId, { add: [{ persona: 'finance', stage: null }] });
  await patch(documentId, { add: [{ persona: 'finance', stage: 'awareness' }] });
  const first = await setOf(documentId);
  await patch(documentId, { add: [{ persona: 'finance', stage: 'awareness' }] });
  expect(await setOf(documentId)).toEqual(first);
  expect(first.tags).toHaveLength(2);
});

test('replacing makes the set what is said, and keeps who set what stays', async () => {
  const documentId = await anArticle();
  await patch(documentId, {
    add: [
      { persona: 'finance', stage: 'awareness' },
      { persona: 'ops', stage: 'awareness' },
    ],
  });
  const [kept] = (await setOf(documentId)).tags;
  await put(documentId, {
    tags: [
      { persona: 'finance', stage: 'awareness' },
      { persona: 'everyone', stage: 'adoption' },
    ],
  });
  const after = await setOf(documentId);
  expect(after.tags.map(({ persona }) => persona)).toEqual(['everyone', 'finance']);
  expect(after.tags[1]).toEqual(kept);
  expect((await put(documentId, { tags: [] })).body).toMatchObject({ data: { tags: [] } });
});

describe('not part of a journey', () => {
  test('excluding removes all tags; a new tag takes the exclusion back', async () => {
    const documentId = await anArticle();
    await patch(documentId, { add: [{ persona: 'finance', stage: 'awareness' }] });
    expect((await patch(documentId, { excluded: { reason: 'legal' } })).body).toMatchObject({
      data: { tags: [], excluded: { reason: 'legal' } },
    });
    await patch(documentId, { excluded: { reason: 'navigation' } });
    await patch(documentId, { remove: [{ persona: 'finance', stage: 'awareness' }] });
    expect((await setOf(documentId)).excluded).toEqual({ reason: 'navigation' });
    expect((await patch(documentId, { add: [{ persona: 'ops', stage: null }] })).body).toMatchObject({
      data: { tags: [{ persona: 'ops' }], excluded: null },
    });
  });

  test('null takes it back; so does replacing the set', async () => {
    const documentId = await anArticle();
    await put(documentId, { tags: [], excluded: { reason: 'error-page' } });
    expect((await setOf(documentId)).excluded).toEqual({ reason: 'error-page' });
    await patch(documentId, { excluded: null });
    expect((await setOf(documentId)).excluded).toBeNull();
    await patch(documentId, { excluded: { reason: 'other' } });
    await put(documentId, { tags: [{ persona: 'ops', stage: 'decision' }] });
    expect((await setOf(documentId)).excluded).toBeNull();
  });
});

describe('rules and people', () => {
  const pair = { persona: 'finance', stage: 'awareness' };
  const tagging = () => service(host().strapi, 'tagging');

  test('Keep makes a rule’s tag a person’s; a rule never takes it back', async () => {
    const entry = { uid: ARTICLE, documentId: await anArticle() };
    await tagging().patch(entry, { add: [pair] }, RULE);
    expect((await setOf(entry.documentId)).tags[0]).toMatchObject({ origin: 'rule', by: null });
    await patch(entry.documentId, { add: [pair] });
    expect((await setOf(entry.documentId)).tags[0]).toMatchObject({ origin: 'person' });
    await tagging().patch(entry, { add: [pair] }, RULE);
    await tagging().patch(entry, { remove: [pair] }, RULE);
    await tagging().replace(entry, { tags: [] }, RULE);
    await tagging().patch(entry, { excluded: { reason: 'other' } }, RULE);
    expect(await setOf(entry.documentId)).toMatchObject({ tags: [{ ...pair, origin: 'person' }], excluded: null });
  });

  test('a rule may change what a rule has set', async () => {
    const entry = { uid: ARTICLE, documentId: await anArticle() };
    await tagging().patch(entry, { add: [pair] }, RULE);
    await tagging().replace(entry, { tags: [{ persona: 'ops', stage: null }] }, RULE);
    expect(pairsIn({ data: await tagging().get(entry) })).toEqual(['ops.-']);
  });
});

test('a list page in one request, without what does not exist', async () => {
  const [first, second] = [await anArticle(), await anArticle()];
  await patch(second, { add: [{ persona: 'ops', stage: 'decision' }] });
  const response = await api.get(`/tags?uid=${ARTICLE}&documentIds=${first},nosuchdocument,${second},${first}`);
  expect(response.status).toBe(200);
  const sets = (response.body as { data: TagSetBody[] }).data;
  expect(sets.map(({ documentId, tags }) => [documentId, tags.length])).toEqual([
    [first, 0],
    [second, 1],
  ]);
  expect((await api.get(`/tags?uid=${ARTICLE}&documentIds=`)).body).toEqual({ data: [] });
});

test('a single type, once it is under audit', async () => {
  const uid = 'api::landing-page.landing-page';
  const saved = await api.agent.put(`/content-manager/single-types/${uid}`).send({ headline: 'Welcome' });
  const { documentId } = (saved.body as { data: { documentId: string } }).data;
  const tag = { persona: 'ops', stage: 'awareness' };
  expect((await api.add(uid, documentId, tag)).status).toBe(400);
  await api.put(`/content-types/${uid}`, { audited: true });
  expect(pairsIn((await api.add(uid, documentId, tag)).body)).toEqual(['ops.awareness']);
  await api.agent.delete(`/content-manager/single-types/${uid}`);
  expect((await api.tags(uid, documentId)).status).toBe(404);
  const where = { entryDocumentId: documentId };
  expect(await host().strapi.db.query('plugin::content-strategy.tag').count({ where })).toBe(0);
});

test('a retired persona cannot be set any more, but stays where it is', async () => {
  const documentId = await anArticle();
  const tag = { persona: 'gone', stage: 'awareness' };
  await patch(documentId, { add: [tag] });
  await api.put('/personas/gone', { retired: true });
  expect((await put(documentId, { tags: [tag, { persona: 'ops', stage: null }] })).status).toBe(200);
  const refused = await patch(await anArticle(), { add: [tag] });
  expect(refused.status).toBe(400);
  expect(refused.body).toMatchObject({ error: { message: expect.stringContaining('retired') as string } });
  expect((await patch(documentId, { remove: [tag] })).status).toBe(200);
});

describe('bad input is a 400 that names the field, and writes nothing', () => {
  const many = Array.from({ length: 1000 }, () => ({ persona: 'ops', stage: 'decision' }));
  const full = { persona: 'ops', stage: 'decision' };

  test.each<[string, unknown, string]>([
    ['unknown persona', { add: [full, { persona: 'nobody', stage: 'decision' }] }, 'add.1.persona'],
    ['unknown stage', { add: [full, { persona: 'ops', stage: 'nowhere' }] }, 'add.1.stage'],
    ['unknown persona to remove', { add: [full], remove: [{ persona: 'nobody', stage: null }] }, 'remove.0.persona'],
    ['the reserved word not-set', { add: [{ persona: 'not-set', stage: 'decision' }] }, 'add.0.persona'],
    ['everyone as a stage', { add: [{ persona: 'ops', stage: 'everyone' }] }, 'add.0.stage'],
    ['a tag without either side', { add: [{ persona: null, stage: null }] }, 'add.0'],
    ['empty texts', { add: [{ persona: '', stage: '' }] }, 'add.0.persona'],
    ['a tag without a stage field', { add: [{ persona: 'ops' }] }, 'add.0.stage'],
    ['the same tag twice', { add: [full, full] }, 'add.1'],
    ['the same tag added and removed', { add: [full], remove: [full] }, 'remove.0'],
    ['1,000 tags', { add: many }, 'add'],
    ['1,000 tags to remove', { remove: many }, 'remove'],
    ['a key with spaces', { add: [{ persona: 'o ps', stage: null }] }, 'add.0.persona'],
    ['a key of 10 kB', { add: [{ persona: 'x'.repeat(10_000), stage: null }] }, 'add.0.persona'],
    ['a key of a prototype', { add: [{ persona: '__proto__', stage: null }] }, 'add.0.persona'],
    ['a key of a prototype', { add: [{ persona: 'constructor', stage: null }] }, 'add.0.persona'],
    ['a number for a key', { add: [{ persona: 7, stage: null }] }, 'add.0.persona'],
    ['an array for a key', { add: [{ persona: ['ops'], stage: null }] }, 'add.0.persona'],
    ['an object for the list', { add: full }, 'add'],
    ['a text for the list', { add: 'ops' }, 'add'],
    ['texts in the list', { add: ['ops.decision'] }, 'add.0'],
    ['an origin of one’s own', { add: [{ ...full, origin: 'rule' }] }, 'add.0.origin'],
    ['an unknown reason', { excluded: { reason: 'boring' } }, 'excluded.reason'],
    ['a text for an exclusion', { excluded: 'legal' }, 'excluded'],
    ['true for an exclusion', { excluded: true }, 'excluded'],
    ['tags and an exclusion', { add: [full], excluded: { reason: 'legal' } }, 'excluded'],
    ['an unknown field', { tags: [] }, 'tags'],
    ['an array for the body', [full], 'request'],
    ['a text for the body', 'ops', 'request'],
  ])('%s', async (_name, data, field) => {
    const documentId = await anArticle();
    const response = await patch(documentId, data);
    expect([response.status, response.body]).toMatchObject([400, { data: null, error: { name: 'ValidationError' } }]);
    expect((response.body as { error: { message: string } }).error.message).toContain(`\`${field}\``);
    expect((await setOf(documentId)).tags).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    ['no tags', {}, 'tags'],
    ['1,000 tags', { tags: many }, 'tags'],
    ['unknown stage', { tags: [{ persona: 'ops', stage: 'nowhere' }] }, 'tags.0.stage'],
    ['the same tag twice', { tags: [full, full] }, 'tags.1'],
    ['tags and an exclusion', { tags: [full], excluded: { reason: 'legal' } }, 'excluded'],
  ])('replacing with %s', async (_name, data, field) => {
    const documentId = await anArticle();
    await patch(documentId, { add: [{ persona: 'finance', stage: null }] });
    const response = await put(documentId, data);
    expect(response.status).toBe(400);
    expect((response.body as { error: { message: string } }).error.message).toContain(`\`${field}\``);
    expect(pairsIn({ data: await setOf(documentId) })).toEqual(['finance.-']);
  });

  test('known keys are named', async () => {
    const response = await patch(await anArticle(), { add: [{ persona: 'nobody', stage: null }] });
    expect((response.body as { error: { message: string } }).error.message).toBe(
      '`add.0.persona`: there is no persona "nobody"; known: everyone, finance, ops.'
    );
  });

  test.each(['{ "add": [', '{ "data": { "__proto__": { "add": [] } } }', '{ "__proto__": {} }', '7', 'null'])(
    'the raw body %s',
    async (body) => {
      const documentId = await anArticle();
      const url = `/content-strategy${path(documentId)}`;
      const response = await api.agent.patch(url).set('Content-Type', 'application/json').send(body);
      expect(response.status).toBe(400);
    }
  );

  test.each([
    ['unknown uid', '/tags/api::none.none/abc', 400, 'uid'],
    ['a uid that is none', '/tags/none/abc', 400, 'uid'],
    ['a prototype’s key for a uid', '/tags/__proto__/abc', 400, 'uid'],
    ['a uid of 10 kB', `/tags/${'x'.repeat(10_000)}/abc`, 400, 'uid'],
    ['a type not under audit', '/tags/api::author.author/abc', 400, 'uid'],
    ['a type of ours', '/tags/plugin::content-strategy.tag/abc', 400, 'uid'],
    ['a missing document', `/tags/${ARTICLE}/nosuchdocument`, 404, 'documentId'],
    ['a document of another type', `/tags/${GUIDE}/ARTICLE`, 404, 'documentId'],
    ['a document ID of 10 kB', `/tags/${ARTICLE}/${'x'.repeat(10_000)}`, 400, 'documentId'],
    ['NUL in a document ID', `/tags/${ARTICLE}/a%00b`, 400, 'documentId'],
  ])('%s in the path', async (_name, at, status, field) => {
    const url = at.replace('ARTICLE', await anArticle());
    for (const response of [
      await api.get(url),
      await api.patch(url, { add: [full] }),
      await api.put(url, { tags: [full] }),
    ]) {
      expect([response.status, url.slice(0, 50)]).toEqual([status, url.slice(0, 50)]);
      expect((response.body as { error: { message: string } }).error.message).toContain(`\`${field}\``);
    }
  });

  test.each([
    ['no uid', '?documentIds=a', 'uid'],
    ['no documentIds', `?uid=${ARTICLE}`, 'documentIds'],
    ['two uids', `?uid=${ARTICLE}&uid=${GUIDE}&documentIds=a`, 'uid'],
    ['a list of documentIds', `?uid=${ARTICLE}&documentIds[]=a`, 'documentIds'],
    [
      '101 documentIds',
      `?uid=${ARTICLE}&documentIds=${Array.from({ length: 101 }, (_, at) => `d${at}`).join()}`,
      'documentIds',
    ],
    ['an unknown parameter', `?uid=${ARTICLE}&documentIds=a&locale=de`, 'locale'],
    ['a type not under audit', '?uid=api::author.author&documentIds=a', 'uid'],
  ])('a list with %s', async (_name, query, field) => {
    const response = await api.get(`/tags${query}`);
    expect(response.status).toBe(400);
    expect((response.body as { error: { message: string } }).error.message).toContain(`\`${field}\``);
  });
});
