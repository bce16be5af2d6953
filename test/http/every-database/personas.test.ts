import type { PersonaBody } from '../../../server/core/api';
import { apiOf, ARTICLE, GUIDE, pairsIn, type Api } from '../../support/api';
import { hostForAll } from '../../support/host';
import { superAdmin } from '../../support/users';

const host = hostForAll();
let api: Api;

beforeAll(async () => {
  api = apiOf(host(), (await superAdmin(host())).token);
});

const add = async (name: string, more: object = {}): Promise<PersonaBody> => {
  const response = await api.post('/personas', { name, ...more });
  expect(response.status).toBe(201);
  return (response.body as { data: PersonaBody }).data;
};

const list = async (): Promise<readonly PersonaBody[]> =>
  ((await api.get('/personas')).body as { data: PersonaBody[] }).data;

test('none comes with the plugin: nobody else knows for whom a team writes', async () => {
  expect(await list()).toEqual([]);
});

test('a persona is made from a name, in its place, with a key of its own', async () => {
  expect(await add('Finance lead')).toEqual({
    key: 'finance-lead',
    name: 'Finance lead',
    description: '',
    group: '',
    priority: 'primary',
    buys: true,
    uses: true,
    position: 0,
    retired: false,
    entries: 0,
  });
  expect(await add('Finance-Lead')).toMatchObject({ key: 'finance-lead-2', position: 1 });
  expect(await add('Größte Käuferin')).toMatchObject({ key: 'groesste-kaeuferin' });
  expect(await add('Everyone')).toMatchObject({ key: 'everyone-2' });
  expect(await add('日本')).toMatchObject({ key: expect.stringMatching(/^[a-z0-9-]+$/) as string });
  expect(await add('IT', { key: 'it-admin', priority: 'secondary', buys: false })).toMatchObject({
    key: 'it-admin',
    priority: 'secondary',
    buys: false,
    uses: true,
  });
});

test('renaming keeps the key, and what is not named', async () => {
  const { key } = await add('Ops', { description: 'Runs it' });
  const response = await api.put(`/personas/${key}`, { name: 'Operations', retired: true });
  expect(response.body).toMatchObject({
    data: { key: 'ops', name: 'Operations', description: 'Runs it', retired: true },
  });
});

test('two of one name are refused: nobody could tell them apart', async () => {
  const [auditor, clerk] = [await add('Auditor'), await add('Clerk')];
  const refusal = { error: { details: { field: 'name' }, message: expect.stringContaining('"Auditor"') as string } };
  const added = await api.post('/personas', { name: ' auditor ' });
  expect([added.status, added.body]).toMatchObject([400, refusal]);
  const renamed = await api.put(`/personas/${clerk.key}`, { name: 'AUDITOR' });
  expect([renamed.status, renamed.body]).toMatchObject([400, refusal]);
  expect((await api.put(`/personas/${auditor.key}`, { name: 'auditor' })).body).toMatchObject({
    data: { name: 'auditor' },
  });

  await api.put(`/personas/${auditor.key}`, { retired: true });
  const again = await api.post('/personas', { name: 'Auditor' });
  expect([again.status, again.text]).toEqual([400, expect.stringContaining('a retired persona')]);
  expect((await list()).filter(({ name }) => /^auditor$/i.test(name))).toHaveLength(1);
});

test('the order is every key once', async () => {
  const keys = (await list()).map(({ key }) => key);
  const reversed = [...keys].reverse();
  const response = await api.put('/personas/order', { keys: reversed });
  expect((response.body as { data: PersonaBody[] }).data.map(({ key }) => key)).toEqual(reversed);
  expect((await list()).map(({ position }) => position)).toEqual(keys.map((_key, at) => at));

  for (const wrong of [keys.slice(1), [...keys, 'none'], [...keys.slice(1), keys[1]]]) {
    const refused = await api.put('/personas/order', { keys: wrong });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ error: { message: expect.stringContaining('`keys`') as string } });
  }
});

describe('deleting', () => {
  test('one that no entry uses just goes, its cells too', async () => {
    const { key } = await add('Short-lived');
    await api.put(`/cells/${key}/awareness`, { target: 9 });
    expect((await api.del(`/personas/${key}`)).status).toBe(204);
    expect((await list()).map((persona) => persona.key)).not.toContain(key);
    expect(JSON.stringify((await api.get('/cells')).body)).not.toContain(key);
    expect((await api.del(`/personas/${key}`)).status).toBe(404);
  });

  test('one in use is refused with the count, or hands its tags on, each once', async () => {
    const [from, to] = [await add('Buyer'), await add('Purchaser')];
    const first = await api.contentManager(ARTICLE).create({ title: 'Both' });
    const second = await api.contentManager(GUIDE).create({ name: 'One' });
    await api.add(
      ARTICLE,
      first,
      { persona: from.key, stage: 'awareness' },
      { persona: from.key, stage: 'decision' },
      { persona: to.key, stage: 'awareness' }
    );
    await api.add(GUIDE, second, { persona: from.key, stage: null });

    const refused = await api.del(`/personas/${from.key}`);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ error: { name: 'ConflictError', details: { entries: 2 } } });
    expect((refused.body as { error: { message: string } }).error.message).toContain('2 entries');

    for (const wrong of ['no-such-key', from.key, 'not-set', 'ops']) {
      expect((await api.del(`/personas/${from.key}?reassignTo=${wrong}`)).status).toBe(400);
    }
    expect((await list()).find(({ key }) => key === from.key)?.entries).toBe(2);

    expect((await api.del(`/personas/${from.key}?reassignTo=${to.key}`)).status).toBe(204);
    expect(pairsIn((await api.tags(ARTICLE, first)).body)).toEqual(['purchaser.awareness', 'purchaser.decision']);
    expect(pairsIn((await api.tags(GUIDE, second)).body)).toEqual(['purchaser.-']);
    expect((await list()).find(({ key }) => key === to.key)?.entries).toBe(2);
  });

  test('rules name its successor, or nobody; one that gives nothing any more goes', async () => {
    for (const name of ['Leaver', 'Heir', 'Alone']) await add(name);
    const rule = (personas: readonly string[], stages: readonly string[] = []) => ({ contentType: GUIDE, condition: null, personas, stages, excluded: null }); // prettier-ignore
    const rules = [rule(['leaver', 'heir'], ['awareness']), rule(['alone'], ['decision']), rule(['alone'])];
    await api.put(`/content-types/${GUIDE}`, { audited: true });
    expect((await api.put('/rules', { rules, place: false })).status).toBe(200);
    expect((await api.del('/personas/leaver?reassignTo=heir')).status).toBe(204);
    expect((await api.del('/personas/alone')).status).toBe(204);
    const { body } = await api.get('/rules');
    const left = (body as { data: readonly { personas: unknown; stages: unknown }[] }).data;
    expect(left.map(({ personas, stages }) => [personas, stages])).toEqual([
      [['heir'], ['awareness']],
      [[], ['decision']],
    ]);
    await api.put('/rules', { rules: [], place: false });
  });

  test('tags may go to everyone', async () => {
    const { key } = await add('Niche');
    const entry = await api.contentManager(ARTICLE).create({ title: 'For a niche' });
    await api.add(ARTICLE, entry, { persona: key, stage: 'awareness' });
    expect((await api.del(`/personas/${key}?reassignTo=everyone`)).status).toBe(204);
    expect(pairsIn((await api.tags(ARTICLE, entry)).body)).toEqual(['everyone.awareness']);
  });

  test("where both have a tag, a person's word stays", async () => {
    const [from, to] = [await add('Person'), await add('Ruled')];
    const entry = await api.contentManager(ARTICLE).create({ title: 'Twice' });
    await api.add(ARTICLE, entry, { persona: from.key, stage: 'awareness' });
    const tagging = host().strapi.plugin('content-strategy').service('tagging');
    await tagging.patch(
      { uid: ARTICLE, documentId: entry },
      { add: [{ persona: to.key, stage: 'awareness' }] },
      { origin: 'rule', userId: null }
    );
    await api.del(`/personas/${from.key}?reassignTo=${to.key}`);
    expect((await api.tags(ARTICLE, entry)).body).toMatchObject({
      data: { tags: [{ persona: to.key, stage: 'awareness', origin: 'person' }] },
    });
  });
});

test.each([
  ['no name', {}, 'name'],
  ['an empty name', { name: '  ' }, 'name'],
  ['a list for a name', { name: ['a'] }, 'name'],
  ['a long name', { name: 'x'.repeat(101) }, 'name'],
  ['NUL in a name', { name: 'a\u0000b' }, 'name'],
  ['a key with spaces', { name: 'A', key: 'it admin' }, 'key'],
  ['capitals in a key', { name: 'A', key: 'ItAdmin' }, 'key'],
  ['a reserved key', { name: 'A', key: 'everyone' }, 'key'],
  ['a reserved key', { name: 'A', key: 'not-set' }, 'key'],
  ['a key of a prototype', { name: 'A', key: '__proto__' }, 'key'],
  ['a key of 10 kB', { name: 'A', key: 'k'.repeat(10_000) }, 'key'],
  ['a taken key', { name: 'A', key: 'it-admin' }, 'key'],
  ['an unknown priority', { name: 'A', priority: 'tertiary' }, 'priority'],
  ['a text for a flag', { name: 'A', buys: 'yes' }, 'buys'],
  ['an unknown field', { name: 'A', colour: 'red' }, 'colour'],
  ['an array', [], 'request'],
  ['nothing', null, 'request'],
])('creating with %s: 400, and nothing is written', async (_name, data, field) => {
  const before = await list();
  const response = await api.post('/personas', data);
  expect(response.status).toBe(400);
  expect(response.body).toMatchObject({ data: null, error: { status: 400, name: 'ValidationError' } });
  expect((response.body as { error: { message: string } }).error.message).toContain(`\`${field}\``);
  expect(await list()).toEqual(before);
});

test.each([
  ['unknown', 'no-such-key', 404],
  ['of a prototype', 'constructor', 404],
  ['of a prototype', '__proto__', 404],
  ['with a space', 'a%20b', 404],
  ['of 10 kB', 'k'.repeat(10_000), 400],
  ['with NUL', 'a%00b', 400],
])('a key %s in the path', async (_name, key, status) => {
  expect((await api.put(`/personas/${key}`, { name: 'A' })).status).toBe(status);
  expect((await api.del(`/personas/${key}`)).status).toBe(status);
});
