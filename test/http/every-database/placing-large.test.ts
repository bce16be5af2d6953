/** More entries than fit one transaction: written down first, placed in parts, gone on with after a crash. */
import type { OperationBody } from '../../../server/core/placing-api';
import { NO_CHANGES } from '../../../server/core/tag-set';
import { interrupt, placeNextPart, planLarge } from '../../../server/services/placing/large';
import type { PlacingRequest } from '../../../server/services/placing/apply';
import { inKeyOrder } from '../../../server/services/placing/chunks';
import { updateOperation } from '../../../server/stores/operations/operations';
import { inTransaction } from '../../../server/stores/transaction';
import { readVocabulary } from '../../../server/stores/vocabulary';
import { apiOf, ARTICLE, pairsIn, type Api } from '../../support/api';
import { createDatabase, type TestDatabase } from '../../support/database';
import { createHost, type Host } from '../../support/host';
import { anArticle } from '../../support/library';
import { superAdmin } from '../../support/users';

const PART = 10;
let database: TestDatabase;
let host: Host;
let api: Api;

const start = async (): Promise<void> => {
  host = await createHost({ database: database.config });
  api = apiOf(host, (await superAdmin(host)).token);
};

beforeAll(async () => {
  database = await createDatabase();
  await start();
});
afterAll(async () => {
  await host.destroy();
  await database.drop();
});

let made = 0;
const articles = async (count: number): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) ids.push(await anArticle(host, { title: `Large ${(made += 1)}` }));
  return inKeyOrder(ids.map((documentId) => ({ uid: ARTICLE, documentId }))).map(({ documentId }) => documentId);
};

const TAG = { persona: 'everyone', stage: 'retention' };
const request = (ids: readonly string[], plan?: PlacingRequest['plan']): PlacingRequest => ({
  kind: 'import',
  name: 'large.csv',
  userId: null,
  entries: ids.map((documentId) => ({ uid: ARTICLE, documentId })),
  plan: plan ?? (() => ({ changes: { ...NO_CHANGES, insert: [TAG] }, origin: 'import' })),
});
const planned = async (asked: PlacingRequest): Promise<number> => {
  const { id } = await planLarge(host.strapi, asked, await readVocabulary(host.strapi), asked.entries, PART);
  if (id === null) throw new Error('nothing was planned');
  return id;
};
const tagsOf = async (ids: readonly string[]): Promise<readonly string[]> =>
  Promise.all(ids.map(async (id) => pairsIn((await api.tags(ARTICLE, id)).body).join(' ')));
const operation = async (id: number): Promise<OperationBody> =>
  ((await api.get(`/operations/${id}`)).body as { data: OperationBody }).data;
const until = async (done: () => Promise<boolean>): Promise<void> => {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 50));
};
const times = (count: number, text: string): readonly string[] => Array.from({ length: count }, () => text);

test('the server ends in the middle: the next start goes on, what others did meanwhile stays, and all is undone as one', async () => {
  const ids = await articles(25);
  const [early = '', mine = '', gone = ''] = [ids[0], ids[20], ids[21]];
  const id = await planned(request(ids));
  expect(await tagsOf(ids)).toEqual(times(25, ''));
  expect(await operation(id)).toMatchObject({ status: 'running', done: 0 });
  expect(await placeNextPart(host.strapi, id, PART)).toBe(true);
  expect(await operation(id)).toMatchObject({ status: 'running', done: PART });
  expect((await tagsOf(ids)).filter(Boolean)).toHaveLength(PART);
  await api.add(ARTICLE, mine, { persona: 'everyone', stage: 'decision' });
  await api.contentManager(ARTICLE).remove(gone);
  expect((await api.post(`/operations/${id}/undo`, {})).status).toBe(409);

  await host.destroy();
  await start();
  await until(async () => (await operation(id)).status === 'applied');
  const left = ids.filter((one) => one !== mine && one !== gone);
  expect(await tagsOf(left)).toEqual(times(23, 'everyone.retention'));
  expect(await tagsOf([mine])).toEqual(['everyone.decision']);
  expect(await host.strapi.db.query('plugin::content-strategy.tag').count({ where: { entryDocumentId: gone } })).toBe(
    0
  );
  expect((await operation(id)).counts).toMatchObject({
    entries: 25,
    changed: 23,
    added: 23,
    placed: 23,
    skipped: { 'changed-meanwhile': 2 },
  });

  expect((await api.post(`/operations/${id}/undo`, {})).body).toMatchObject({ data: { status: 'undone' } });
  expect(await tagsOf(left)).toEqual(times(23, ''));
  expect(await tagsOf([mine, early])).toEqual(['everyone.decision', '']);
});

test('the server ends while it puts everything back: the next start goes on', async () => {
  const ids = await articles(12);
  const id = await planned(request(ids));
  while (await placeNextPart(host.strapi, id, PART));
  expect(await tagsOf(ids)).toEqual(times(12, 'everyone.retention'));
  // As the first transaction of undoing leaves it.
  await inTransaction(host.strapi, (trx) =>
    updateOperation(trx, id, { status: 'undoing', appliedNo: -1, undoneAt: Date.now() })
  );
  await host.destroy();
  await start();
  await until(async () => (await operation(id)).status === 'undone');
  expect(await tagsOf(ids)).toEqual(times(12, ''));
});

test('what cannot be written down to its end was never begun', async () => {
  const ids = await articles(15);
  const stored = async (table: string) => (await host.strapi.db.connection(table).count({ rows: '*' }))[0];
  const before = [await stored('cs_operations'), await stored('cs_operation_entries')];
  let asked = 0;
  const broken = request(ids, () => {
    asked += 1;
    if (asked === 12) throw new Error('the client has gone');
    return { changes: { ...NO_CHANGES, insert: [TAG] }, origin: 'import' };
  });
  await expect(planned(broken)).rejects.toThrow('the client has gone');
  expect(await tagsOf(ids)).toEqual(times(15, ''));
  expect([await stored('cs_operations'), await stored('cs_operation_entries')]).toEqual(before);
});

test('broken off by a fault, it tells how far it came, and that much is undone', async () => {
  const ids = await articles(25);
  const id = await planned(request(ids));
  await placeNextPart(host.strapi, id, PART);
  await interrupt(host.strapi, id);
  expect(await operation(id)).toMatchObject({
    status: 'interrupted',
    counts: { changed: PART, added: PART, placed: PART },
  });
  expect(await placeNextPart(host.strapi, id, PART)).toBe(false);
  expect((await api.post(`/operations/${id}/undo`, {})).body).toMatchObject({ data: { status: 'undone' } });
  expect(await tagsOf(ids)).toEqual(times(25, ''));
});

test('two that go on with the same operation place each entry once', async () => {
  const ids = await articles(25);
  const id = await planned(request(ids));
  const goOn = async (): Promise<void> => {
    while (await placeNextPart(host.strapi, id, PART));
  };
  await Promise.all([goOn(), goOn()]);
  expect(await operation(id)).toMatchObject({ status: 'applied', counts: { changed: 25, skipped: {} } });
  expect(await tagsOf(ids)).toEqual(times(25, 'everyone.retention'));
});
