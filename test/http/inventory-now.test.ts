import type { InventoryRow } from '../../server/core/api';
import { apiOf, type Api } from '../support/api';
import { hostForAll } from '../support/host';
import { anArticle, ARTICLE, audited, withAxes } from '../support/library';
import { reader, type Reader } from '../support/reading';
import { superAdmin } from '../support/users';

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
let api: Api;
let read: Reader;
let documentId: string;

beforeAll(async () => {
  const { token } = await superAdmin(host());
  api = apiOf(host(), token);
  read = reader(host(), token);
  await withAxes(host(), 'finance ops', 'awareness:buyer decision:buyer');
  documentId = await anArticle(host(), { title: 'Placed after the audit' });
  await anArticle(host(), { title: 'Left alone' });
  await audited(host());
});

const rowOf = async (query: Parameters<Reader['rows']>[0] = {}): Promise<InventoryRow> => {
  const row = (await read.rows(query)).find((one) => one.documentId === documentId);
  if (row === undefined) throw new Error('the entry is not listed');
  return row;
};

test('a row tells what has become of its entry since the audit, until the next one', async () => {
  const [{ id: before }] = ((await api.get('/audits')).body as { data: [{ id: number }] }).data;
  expect(await rowOf()).not.toHaveProperty('now');
  await api.add(ARTICLE, documentId, { persona: 'ops', stage: 'decision' });
  await api.put(`/decisions/${ARTICLE}/${documentId}`, { kind: 'update', note: 'Prices', owner: 'Ada' });

  const changed = await rowOf({ placement: 'to-place' });
  expect(changed).toMatchObject({ placement: 'to-place', tags: [], decision: null });
  expect(changed.now).toEqual({
    placement: 'placed',
    openReason: null,
    tags: [{ persona: 'ops', stage: 'decision', journey: 'buyer', origin: 'person' }],
    excluded: null,
    decision: { kind: 'update', mergeInto: null, note: 'Prices', owner: 'Ada', due: null },
  });
  expect((await read.rows({})).filter(({ now }) => now !== undefined)).toHaveLength(1);
  expect(await rowOf({ audit: before })).not.toHaveProperty('now');

  await audited(host());
  expect(await rowOf()).toMatchObject({ placement: 'placed', decision: { kind: 'update' } });
  expect(await rowOf()).not.toHaveProperty('now');
});

test('what was made since the audit counts already', async () => {
  await api.post('/personas', { name: 'Partner' });
  await api.patch(`/tags/${ARTICLE}/${documentId}`, {
    add: [{ persona: 'partner', stage: 'awareness' }],
    remove: [{ persona: 'ops', stage: 'decision' }],
  });
  expect((await rowOf()).now).toMatchObject({ placement: 'placed', tags: [{ persona: 'partner' }] });
  await api.patch(`/tags/${ARTICLE}/${documentId}`, { remove: [{ persona: 'partner', stage: 'awareness' }] });
  expect((await rowOf()).now).toMatchObject({ placement: 'to-place', openReason: 'no-tags', tags: [] });
});
