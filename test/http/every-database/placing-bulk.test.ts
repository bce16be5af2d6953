import type { OperationBody, PlacingBody } from '../../../server/core/placing-api';
import { apiOf, ARTICLE, GUIDE, pairsIn, type Api } from '../../support/api';
import { hostForAll } from '../../support/host';
import { audited } from '../../support/library';
import { superAdmin, userWith } from '../../support/users';

const host = hostForAll();
let api: Api;

beforeAll(async () => {
  api = apiOf(host(), (await superAdmin(host())).token);
  for (const name of ['Finance', 'Ops', 'Gone']) await api.post('/personas', { name });
  await api.put('/personas/gone', { retired: true });
});

const anArticle = (): Promise<string> => api.contentManager(ARTICLE).create({ title: 'In bulk' });
const articles = (count: number): Promise<readonly string[]> => Promise.all(Array.from({ length: count }, anArticle));
const refs = (documentIds: readonly string[], uid = ARTICLE) => documentIds.map((documentId) => ({ uid, documentId }));
const bulk = (data: unknown, by = api) => by.post('/tags/bulk', data);
const bodyOf = (response: { readonly body: unknown }): PlacingBody => (response.body as { data: PlacingBody }).data;
const tagsOf = async (documentId: string): Promise<readonly string[]> =>
  pairsIn((await api.tags(ARTICLE, documentId)).body);
const operationOf = (body: PlacingBody): OperationBody => {
  if (body.operation === null) throw new Error('nothing was done');
  return body.operation;
};

test('a preview counts and shows, and writes nothing', async () => {
  const [one = '', two = ''] = await articles(2);
  await api.add(ARTICLE, one, { persona: 'ops', stage: 'awareness' });
  const change = { mode: 'add', personas: ['ops'], stages: ['awareness'] };
  const response = await bulk({ entries: refs([one, two]), change, dryRun: true });
  expect(response.status).toBe(200);
  expect(bodyOf(response)).toEqual({
    counts: {
      entries: 2,
      changed: 1,
      unchanged: 1,
      added: 1,
      removed: 0,
      placed: 1,
      lost: { personas: {}, stages: {} },
      decided: 0,
      skipped: {},
    },
    examples: [
      {
        uid: ARTICLE,
        documentId: two,
        before: { tags: [], excluded: null },
        after: { tags: [{ persona: 'ops', stage: 'awareness' }], excluded: null },
      },
    ],
    operation: null,
  });
  expect(await tagsOf(two)).toEqual([]);
});

test('taking away leaves an entry that is no part of a journey so', async () => {
  const [one = ''] = await articles(1);
  await bulk({ entries: refs([one]), change: { mode: 'exclude', reason: 'legal' } });
  const removed = bodyOf(await bulk({ entries: refs([one]), change: { mode: 'remove', personas: ['ops'] } }));
  expect(removed.counts).toMatchObject({ changed: 0, unchanged: 1 });
  expect((await api.tags(ARTICLE, one)).body).toMatchObject({ data: { excluded: { reason: 'legal' } } });
});

test('adding, replacing and removing act as the panel does; undoing puts every entry back as it was', async () => {
  const [bare = '', placed = ''] = await articles(2);
  await api.add(ARTICLE, placed, { persona: 'ops', stage: 'decision' });
  const before = (await api.tags(ARTICLE, placed)).body as unknown;
  const entries = refs([bare, placed]);

  const added = bodyOf(await bulk({ entries, change: { mode: 'add', personas: ['finance'], stages: ['awareness'] } }));
  expect(added.counts).toMatchObject({ changed: 2, added: 4, removed: 0 });
  expect(await tagsOf(bare)).toEqual(['finance.awareness']);
  expect(await tagsOf(placed)).toEqual(['finance.awareness', 'finance.decision', 'ops.awareness', 'ops.decision']);

  const replaced = bodyOf(await bulk({ entries, change: { mode: 'replace', personas: ['everyone'] } }));
  expect(await tagsOf(placed)).toEqual(['everyone.awareness', 'everyone.decision']);
  expect(replaced.counts.lost).toEqual({ personas: { finance: 2, ops: 1 }, stages: {} });

  const removed = bodyOf(await bulk({ entries, change: { mode: 'remove', stages: ['awareness'] } }));
  expect(await tagsOf(placed)).toEqual(['everyone.decision']);
  expect(await tagsOf(bare)).toEqual(['everyone.-']);
  expect(removed.counts.lost).toEqual({ personas: {}, stages: { awareness: 2 } });

  for (const body of [removed, replaced, added]) {
    expect((await api.post(`/operations/${operationOf(body).id}/undo`, {})).status).toBe(200);
  }
  expect(await tagsOf(bare)).toEqual([]);
  expect((await api.tags(ARTICLE, placed)).body).toEqual(before);
  const listed = (await api.get('/operations?kind=bulk&pageSize=3')).body as { data: OperationBody[] };
  expect(listed.data.map(({ id, status, by }) => ({ id, status, by: by?.split(' ')[0] }))).toEqual(
    [removed, replaced, added].map((body) => ({ id: operationOf(body).id, status: 'undone', by: 'Super' }))
  );
});

test('not part of a journey, and taken back', async () => {
  const [one = ''] = await articles(1);
  await api.add(ARTICLE, one, { persona: 'ops', stage: 'decision' });
  const entries = refs([one]);
  const excluded = bodyOf(await bulk({ entries, change: { mode: 'exclude', reason: 'legal' } }));
  expect((await api.tags(ARTICLE, one)).body).toMatchObject({ data: { tags: [], excluded: { reason: 'legal' } } });
  await bulk({ entries, change: { mode: 'include' } });
  expect((await api.tags(ARTICLE, one)).body).toMatchObject({ data: { tags: [], excluded: null } });
  const refused = await api.post(`/operations/${operationOf(excluded).id}/undo`, {});
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({ error: { details: { entries: refs([one]), total: 1 } } });
});

test('undoing refuses as a whole when somebody placed one of the entries since, and passes over deleted ones', async () => {
  const [one = '', two = '', three = ''] = await articles(3);
  const change = { mode: 'add', personas: ['ops'], stages: ['decision'] };
  const { id } = operationOf(bodyOf(await bulk({ entries: refs([one, two, three]), change })));
  await api.contentManager(ARTICLE).remove(three);
  await api.add(ARTICLE, two, { persona: 'finance', stage: 'decision' });
  const refused = await api.post(`/operations/${id}/undo`, {});
  expect(refused.status).toBe(409);
  expect(await tagsOf(one)).toEqual(['ops.decision']);
  await api.patch(`/tags/${ARTICLE}/${two}`, { remove: [{ persona: 'finance', stage: 'decision' }] });
  expect((await api.post(`/operations/${id}/undo`, {})).body).toMatchObject({ data: { status: 'undone' } });
  expect(await tagsOf(one)).toEqual([]);
  expect(await tagsOf(two)).toEqual([]);
  expect((await api.post(`/operations/${id}/undo`, {})).status).toBe(409);
  expect((await api.post('/operations/999999/undo', {})).status).toBe(404);
});

test('all that a list shows, beyond the page', async () => {
  const documentIds = await articles(30);
  await bulk({ entries: refs(documentIds), change: { mode: 'add', stages: ['retention'] } });
  const filter = { stage: 'retention', persona: 'not-set', counted: 'all' };
  await audited(host());
  const body = bodyOf(await bulk({ filter, change: { mode: 'add', personas: ['finance'] } }));
  expect(body.counts).toMatchObject({ entries: 30, changed: 30, added: 30, removed: 30 });
  expect(await tagsOf(documentIds[29] ?? '')).toEqual(['finance.retention']);
});

describe('titles', () => {
  const change = { mode: 'add', personas: ['ops'], stages: ['decision'] };
  let documentId: string;
  beforeAll(async () => {
    ({ documentId } = await named('Named in bulk'));
    await audited(host());
  });
  const named = async (title: string) => ({ documentId: await api.contentManager(ARTICLE).create({ title }) });
  const titleFor = async (fields: readonly string[]) => {
    const user = await userWith(host(), [
      { action: 'plugin::content-strategy.read' },
      { action: 'plugin::content-strategy.tag' },
      { action: 'plugin::content-manager.explorer.read', subject: ARTICLE, fields, locales: ['en'] },
    ]);
    const body = bodyOf(await bulk({ entries: refs([documentId]), change, dryRun: true }, apiOf(host(), user.token)));
    return body.examples[0]?.title;
  };

  test('stand with examples, as of the newest audit, for those who may read them', async () => {
    expect(await titleFor(['title', 'slug'])).toBe('Named in bulk');
    expect(await titleFor(['slug'])).toBeUndefined();
    const fresh = await named('After the audit');
    const body = bodyOf(await bulk({ entries: refs([fresh.documentId]), change, dryRun: true }));
    expect(body.examples).toMatchObject([{ documentId: fresh.documentId }]);
    expect(body.examples[0]).not.toHaveProperty('title');
  });

  test('stand in a refused undo', async () => {
    const { id } = operationOf(bodyOf(await bulk({ entries: refs([documentId]), change })));
    await api.add(ARTICLE, documentId, { persona: 'finance', stage: 'decision' });
    const refused = await api.post(`/operations/${id}/undo`, {});
    expect(refused.body).toMatchObject({
      error: { details: { entries: [{ uid: ARTICLE, documentId, title: 'Named in bulk' }], total: 1 } },
    });
  });
});

test('entries with more tags than anybody may set are skipped, and said so', async () => {
  const [one = '', retired = ''] = await articles(2);
  await api.put('/personas/gone', { retired: false });
  await api.add(ARTICLE, retired, { persona: 'gone', stage: 'decision' });
  await api.put('/personas/gone', { retired: true });
  const body = bodyOf(
    await bulk({ entries: refs([one, retired]), change: { mode: 'add', stages: ['awareness'] }, dryRun: true })
  );
  expect(body.counts).toMatchObject({ changed: 1, skipped: { retired: 1 } });
});

describe('what is refused', () => {
  test.each<[string, (documentId: string) => unknown, number, string]>([
    ['neither entries nor filter', () => ({ change: { mode: 'include' } }), 400, 'entries'],
    ['both', (id) => ({ entries: refs([id]), filter: {}, change: { mode: 'include' } }), 400, 'entries'],
    ['no change', (id) => ({ entries: refs([id]) }), 400, 'change'],
    ['an unknown mode', (id) => ({ entries: refs([id]), change: { mode: 'guess' } }), 400, 'change.mode'],
    ['nothing to do', (id) => ({ entries: refs([id]), change: { mode: 'add' } }), 400, 'change'],
    [
      'an unknown persona',
      (id) => ({ entries: refs([id]), change: { mode: 'add', personas: ['nobody'] } }),
      400,
      'personas.0',
    ],
    [
      'a retired persona',
      (id) => ({ entries: refs([id]), change: { mode: 'replace', personas: ['gone'] } }),
      400,
      'personas.0',
    ],
    [
      'an unknown stage in a pair',
      (id) => ({ entries: refs([id]), change: { mode: 'pairs', add: [{ persona: 'ops', stage: 'nowhere' }] } }),
      400,
      'add.0.stage',
    ],
    ['a filter that lists refuse', () => ({ filter: { stage: 'nowhere' }, change: { mode: 'include' } }), 400, 'stage'],
    ['an entry that is not there', () => ({ entries: refs(['nothere']), change: { mode: 'include' } }), 404, 'entries'],
    [
      'a type that is not under audit',
      (id) => ({ entries: refs([id], 'api::author.author'), change: { mode: 'include' } }),
      400,
      'uid',
    ],
  ])('%s', async (_name, input, status, field) => {
    const [documentId = ''] = await articles(1);
    const response = await bulk(input(documentId));
    expect(response.status).toBe(status);
    expect(response.body).toMatchObject({ error: { details: { field } } });
    expect(await tagsOf(documentId)).toEqual([]);
  });

  test('one entry of several is out of sight: none is placed', async () => {
    const [one = ''] = await articles(1);
    const hidden = await api.contentManager(GUIDE).create({ name: 'Hidden' });
    const user = await userWith(host(), [
      { action: 'plugin::content-strategy.read' },
      { action: 'plugin::content-strategy.tag' },
      { action: 'plugin::content-manager.explorer.read', subject: ARTICLE, fields: ['title'], locales: ['en'] },
    ]);
    const theirs = apiOf(host(), user.token);
    const change = { mode: 'add', personas: ['ops'], stages: ['decision'] };
    const response = await bulk({ entries: [...refs([one]), ...refs([hidden], GUIDE)], change }, theirs);
    expect(response.status).toBe(404);
    expect(await tagsOf(one)).toEqual([]);

    const out = operationOf(bodyOf(await bulk({ entries: refs([hidden], GUIDE), change }))).id;
    expect((await theirs.post(`/operations/${out}/undo`, {})).status).toBe(404);
    const both = { mode: 'add', personas: ['ops'], stages: ['awareness'] };
    const partly = await bulk({ entries: [...refs([one]), ...refs([hidden], GUIDE)], change: both });
    const { id } = operationOf(bodyOf(partly));
    expect((await theirs.post(`/operations/${id}/undo`, {})).status).toBe(403);
    const { body } = await theirs.get(`/operations/${id}`);
    expect(body).toMatchObject({ data: { isPartial: true, counts: { changed: 1, added: 0 } } });
  });
});
