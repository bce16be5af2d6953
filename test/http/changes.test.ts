import { service } from '../../server/services';
import { apiOf, ARTICLE, type Api } from '../support/api';
import { anUpload, removeUploads } from '../support/files';
import { hostForAll } from '../support/host';
import { superAdmin } from '../support/users';

/** What makes an audit out of date is marked; what does not change content is not. */
const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
let api: Api;
let documentId: string;

beforeAll(async () => {
  api = apiOf(host(), (await superAdmin(host())).token);
  await api.post('/personas', { name: 'Ops' });
  documentId = await api.contentManager(ARTICLE).create({ title: 'Marked' });
});

const marksAfter = async (work: () => PromiseLike<unknown>): Promise<readonly string[]> => {
  const changes = service(host().strapi, 'changes');
  changes.takeAll();
  await work();
  return [...changes.takeAll()].map((uid) => uid.replace('plugin::content-strategy.', ''));
};

test('a file that is uploaded, renamed or deleted', async () => {
  const { upload } = host().strapi.plugin('upload').services;
  let file = await anUpload(host(), 'price list.pdf');
  const FILE = ['plugin::upload.file'];
  expect(await marksAfter(async () => { file = await anUpload(host(), 'other.pdf'); })).toEqual(FILE); // prettier-ignore
  expect(await marksAfter(() => upload?.updateFileInfo(file.id, { name: 'renamed.pdf' }))).toEqual(FILE);
  expect(await marksAfter(() => removeUploads(host()))).toEqual(FILE);
});

test.each<[string, () => PromiseLike<unknown>, readonly string[]]>([
  ['a new entry', () => api.contentManager(ARTICLE).create({ title: 'New' }), [ARTICLE]],
  ['an edit', () => api.contentManager(ARTICLE).update(documentId, { title: 'Edited' }, 'en'), [ARTICLE]],
  ['publishing', () => api.contentManager(ARTICLE).publish(documentId), [ARTICLE]],
  ['a tag', () => api.add(ARTICLE, documentId, { persona: 'ops', stage: 'decision' }), ['tag']],
  ['a copy', () => api.contentManager(ARTICLE).clone(documentId, { title: 'C', slug: 'c' }), [ARTICLE, 'tag']],
  ['a persona', () => api.put('/personas/ops', { name: 'Operations' }), ['persona']],
  ['a stage', () => api.put('/stages/decision', { target: 5 }), ['stage']],
  ['a preset', () => api.post('/stages/presets/lifecycle/apply', {}), ['stage']],
  ['a cell', () => api.put('/cells/ops/awareness', { target: 5 }), ['cell']],
  ['a content type', () => api.put(`/content-types/${ARTICLE}`, { titleField: 'title' }), ['setting']],
  ['reading', () => api.contentManager(ARTICLE).list(), []],
  ['a refused tag', () => api.add(ARTICLE, documentId, { persona: 'nobody', stage: null }), []],
])('%s', async (_name, work, marks) => {
  expect(await marksAfter(work)).toEqual(marks);
});
