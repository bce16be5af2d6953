import { apiOf, ARTICLE, type Api } from '../../support/api';
import { hostForAll } from '../../support/host';
import { superAdmin } from '../../support/users';

/** Of rules, operations and decisions: what no route understands is answered with the field that is wrong, and leaves nothing behind. */
const host = hostForAll();
let api: Api;

beforeAll(async () => {
  api = apiOf(host(), (await superAdmin(host())).token);
});

const rule = { contentType: ARTICLE, condition: null, personas: [], stages: ['awareness'], excluded: null };

test.each([
  ['/operations?kind=magic', 'kind'],
  ['/operations?pageSize=101', 'pageSize'],
  ['/operations?page=0', 'page'],
  ['/operations?sort=id', 'sort'],
  ['/operations/first', 'id'],
  ['/operations/-1', 'id'],
  ['/rules/fields', 'contentType'],
  ['/rules/fields?contentType=api::no.no', 'contentType'],
  [`/rules/values?contentType=${ARTICLE}`, 'field'],
  [`/rules/values?contentType=${ARTICLE}&field=password`, 'field'],
  [`/decisions/api::author.author/x`, 'uid'],
])('GET %s', async (path, field) => {
  const { status, body } = await api.get(path);
  expect([status, body]).toMatchObject([400, { error: { details: { field } } }]);
});

test.each<['post' | 'put', string, unknown, string]>([
  ['post', '/operations/0/undo', {}, 'id'],
  ['put', '/rules', [], 'request'],
  ['put', '/rules', { rules: 'all', place: false }, 'rules'],
  ['put', '/rules', { rules: [rule] }, 'place'],
  ['put', '/rules', { rules: [{ ...rule, stages: 'awareness' }], place: false }, 'rules.0.stages'],
  ['post', '/rules/preview', { rules: [{ ...rule, more: 1 }] }, 'rules.0.more'],
  ['post', '/rules/preview', { rules: [], personas: [{}] }, 'personas.0.name'],
  ['post', '/setup', { rules: [], contentTypes: [{ uid: ARTICLE }] }, 'contentTypes.0.audited'],
  ['post', '/setup', { rules: [rule], contentTypes: [{ uid: 'api::no.no', audited: true }] }, 'uid'],
  ['post', '/decisions/bulk', { decision: { kind: 'keep' } }, 'entries'],
  ['post', '/decisions/bulk', { entries: [{ uid: ARTICLE }], decision: { kind: 'keep' } }, 'entries.0.documentId'],
  ['post', '/decisions/bulk', { filter: {}, decision: { kind: 'burn' } }, 'decision.kind'],
])('%s %s %j', async (method, path, data, field) => {
  const { status, body } = await api[method](path, data);
  expect([status, body]).toMatchObject([400, { error: { details: { field } } }]);
  expect((await api.get('/rules')).body).toEqual({ data: [] });
  expect((await api.get('/operations')).body).toMatchObject({ data: [] });
});
