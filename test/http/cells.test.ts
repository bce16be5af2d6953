import { apiOf, type Api } from '../support/api';
import { hostForAll } from '../support/host';
import { superAdmin } from '../support/users';

const host = hostForAll();
let api: Api;

beforeAll(async () => {
  api = apiOf(host(), (await superAdmin(host())).token);
  await api.post('/personas', { name: 'Ops' });
});

const cells = async () => ((await api.get('/cells')).body as { data: unknown[] }).data;

test('a cell has its own target, or is not needed; without either it is no more', async () => {
  expect(await cells()).toEqual([]);
  const set = await api.put('/cells/ops/awareness', { target: 5 });
  expect(set.body).toEqual({ data: { persona: 'ops', stage: 'awareness', target: 5, notNeeded: null } });
  await api.put('/cells/ops/awareness', { notNeeded: 'They never buy' });
  expect(await cells()).toEqual([{ persona: 'ops', stage: 'awareness', target: 5, notNeeded: 'They never buy' }]);
  await api.put('/cells/ops/awareness', { target: null, notNeeded: null });
  expect(await cells()).toEqual([]);
});

test.each([
  ['an unknown persona', '/cells/nobody/awareness', { target: 1 }, 404],
  ['an unknown stage', '/cells/ops/nowhere', { target: 1 }, 404],
  ['everyone, who has no cell', '/cells/everyone/awareness', { target: 1 }, 404],
  ['a negative target', '/cells/ops/awareness', { target: -1 }, 400],
  ['a text for a target', '/cells/ops/awareness', { target: '3' }, 400],
  ['an empty reason', '/cells/ops/awareness', { notNeeded: ' ' }, 400],
])('%s', async (_name, path, data, status) => {
  expect((await api.put(path, data)).status).toBe(status);
  expect(await cells()).toEqual([]);
});
