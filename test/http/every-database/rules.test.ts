import type { TagSetBody } from '../../../server/core/api';
import {
  keptRule,
  type RuleBody,
  type RuleFieldChoice,
  type RuleInput,
  type RulesBody,
  type RulesPreviewBody,
  type RuleValue,
} from '../../../server/core/rules-api';
import { apiOf, ARTICLE, GUIDE, pairsIn, type Api } from '../../support/api';
import { hostForAll } from '../../support/host';
import { audited, withLocales } from '../../support/library';
import { superAdmin, userWith } from '../../support/users';

const host = hostForAll();
let api: Api;

beforeAll(async () => {
  api = apiOf(host(), (await superAdmin(host())).token);
  for (const name of ['Finance', 'Ops']) await api.post('/personas', { name });
});

afterEach(async () => {
  await api.put('/rules', { rules: [], place: false });
});

const aRule = (rule: Partial<RuleInput>): RuleInput => ({
  contentType: ARTICLE,
  condition: null,
  personas: [],
  stages: [],
  excluded: null,
  ...rule,
});
const titled = (value: string): RuleInput['condition'] => ({
  field: 'title',
  operator: 'starts-with',
  values: [value],
});
const dataOf = (response: { readonly body: unknown; readonly status: number }): unknown => {
  expect(response.status).toBe(200);
  return (response.body as { data: unknown }).data;
};
const save = async (rules: readonly (RuleInput & { key?: string })[], place: boolean): Promise<RulesBody> =>
  dataOf(await api.put('/rules', { rules, place })) as RulesBody;
const anArticle = (title: string, data: object = {}): Promise<string> =>
  api.contentManager(ARTICLE).create({ title, ...data });
const setOf = async (documentId: string, uid = ARTICLE): Promise<TagSetBody> =>
  dataOf(await api.tags(uid, documentId)) as TagSetBody;
const pairsOf = async (documentId: string): Promise<readonly string[]> =>
  pairsIn((await api.tags(ARTICLE, documentId)).body);

test('rules place what matches, count it, follow changes, and undo', async () => {
  const [pricing, other] = [await anArticle('Pricing one'), await anArticle('Other one')];
  const byHand = await anArticle('Pricing by hand');
  await api.add(ARTICLE, byHand, { persona: 'finance', stage: 'onboarding' });

  const first = await save([aRule({ condition: titled('pricing'), personas: ['ops'], stages: ['decision'] })], true);
  const [kept] = first.rules.map(keptRule);
  if (!kept) throw new Error('no rule');
  expect(first.placing?.counts).toMatchObject({ changed: 1, added: 1, placed: 1, skipped: { 'set-by-person': 1 } });
  expect(first.rules).toMatchObject([{ entries: 1 }]);
  expect(await pairsOf(pricing)).toEqual(['ops.decision']);
  expect((await setOf(pricing)).tags).toMatchObject([{ origin: 'rule', rule: kept.key, by: null }]);
  expect(await pairsOf(other)).toEqual([]);
  expect(await pairsOf(byHand)).toEqual(['finance.onboarding']);

  const again = await api.post('/rules/preview', { rules: [kept] });
  expect(dataOf(again)).toMatchObject({ rules: [{ entries: 2 }], placing: { counts: { changed: 0 } } });
  const second = await save([aRule({ stages: ['awareness'] }), { ...kept, stages: [] }], true);
  expect(second.rules.map(({ key }) => key === kept.key)).toEqual([false, true]);
  expect(await pairsOf(pricing)).toEqual(['ops.awareness']);
  expect(await pairsOf(other)).toEqual(['-.awareness']);

  const undone = await api.post(`/operations/${second.placing?.operation?.id ?? 0}/undo`, {});
  expect(undone.status).toBe(200);
  expect(await pairsOf(pricing)).toEqual(['ops.decision']);
  expect(await pairsOf(other)).toEqual([]);

  await save([], true);
  expect(await pairsOf(pricing)).toEqual([]);
  expect(await pairsOf(byHand)).toEqual(['finance.onboarding']);
});

test('a person who keeps what a rule placed takes it from the rules', async () => {
  const documentId = await anArticle('Pricing kept');
  await save([aRule({ condition: titled('pricing kept'), personas: ['ops'], stages: ['decision'] })], true);
  await api.add(ARTICLE, documentId, { persona: 'ops', stage: 'decision' });
  expect((await setOf(documentId)).tags).toMatchObject([{ origin: 'person', rule: null }]);
  await save([], true);
  expect(await pairsOf(documentId)).toEqual(['ops.decision']);
});

test('new entries follow the rules from the moment they are made; saving without placing leaves the old', async () => {
  const before = await anArticle('Legal before');
  await save([aRule({ condition: titled('legal'), excluded: 'legal' }), aRule({ stages: ['awareness'] })], false);
  const [legal, plain] = [await anArticle('Legal notice'), await anArticle('Plain')];
  expect((await setOf(before)).excluded).toBeNull();
  expect((await setOf(legal)).excluded).toEqual({ reason: 'legal' });
  expect(await pairsOf(plain)).toEqual(['-.awareness']);
  await api.add(ARTICLE, legal, { persona: 'ops', stage: 'decision' });
  expect((await setOf(legal)).excluded).toBeNull();
});

test('values of a field, of a relation and of several kinds of comparison', async () => {
  const categories = api.contentManager('api::category.category');
  const news = await categories.create({ name: 'Rule news' });
  const [one, two] = [await anArticle('A first', { category: news }), await anArticle('A second', { category: news })];
  const fields = dataOf(await api.get(`/rules/fields?contentType=${ARTICLE}`)) as RuleFieldChoice[];
  expect(fields[0]?.suits).toBe('groups');
  expect(fields).toEqual(
    expect.arrayContaining([
      { field: 'title', kind: 'text', suits: 'words', operator: 'is' },
      { field: 'slug', kind: 'text', suits: 'none', operator: 'is' },
      { field: 'category.name', kind: 'relation', suits: 'groups', operator: 'is' },
    ])
  );
  const values = dataOf(await api.get(`/rules/values?contentType=${ARTICLE}&field=category.name`)) as RuleValue[];
  expect(values).toEqual([{ value: 'Rule news', entries: 2 }]);

  const is = (field: string, operator: 'is' | 'contains', ...wanted: string[]) =>
    aRule({ condition: { field, operator, values: wanted }, stages: ['awareness'] });
  const preview = dataOf(
    await api.post('/rules/preview', {
      rules: [
        is('category.name', 'is', 'RULE NEWS'),
        is('title', 'contains', 'FIRST', 'second'),
        is('title', 'is', 'nothing'),
      ],
    })
  ) as RulesPreviewBody;
  expect(preview.rules.map(({ entries }) => entries)).toEqual([2, 2, 0]);
  expect(preview.rules[0]?.examples.map(({ title }) => title).sort()).toEqual(['A first', 'A second']);
  expect(await pairsOf(one)).toEqual([]);
  expect(await pairsOf(two)).toEqual([]);
});

test('lists in JSON and in texts are offered, told apart and placed', async () => {
  const data = (extra: unknown) => ({ extra });
  const first = await anArticle('Trees, Rules', data(['Taxes', 'Pets, and more']));
  const second = await anArticle('Rules', data(['Taxes', 7, { secret: 'x' }]));
  await anArticle('Trees', data({ title: 'Taxes' }));
  const fields = dataOf(await api.get(`/rules/fields?contentType=${ARTICLE}`)) as RuleFieldChoice[];
  expect(fields).toContainEqual(expect.objectContaining({ field: 'extra', kind: 'list', operator: 'is' }));
  const values = async (query: string) =>
    dataOf(await api.get(`/rules/values?contentType=${ARTICLE}&${query}`)) as RuleValue[];
  expect(await values('field=extra')).toEqual([
    { value: 'Taxes', entries: 2 },
    { value: 'Pets, and more', entries: 1 },
  ]);
  expect(await values('field=title&operator=lists')).toEqual(
    expect.arrayContaining([
      { value: 'Rules', entries: 2 },
      { value: 'Trees', entries: 2 },
    ])
  );
  const by = (field: string, operator: 'is' | 'lists', value: string, stage: string) =>
    aRule({ condition: { field, operator, values: [value] }, personas: [], stages: [stage] });
  const saved = await save(
    [by('extra', 'is', 'pets, AND more', 'decision'), by('title', 'lists', 'rules', 'awareness')],
    true
  );
  expect(saved.rules.map(({ entries }) => entries)).toEqual([1, 1]);
  expect(await pairsOf(first)).toEqual(['-.decision']);
  expect(await pairsOf(second)).toEqual(['-.awareness']);
  const made = await anArticle('New', data(['Pets, and more']));
  expect(await pairsOf(made)).toEqual(['-.decision']);
});

test('spaces at the ends of a value are part of it', async () => {
  await anArticle('Trade shows this year');
  await anArticle('Know how to bake');
  const containing = (value: string) =>
    aRule({ condition: { field: 'title', operator: 'contains', values: [value] }, stages: ['awareness'] });
  const rules = [containing('how '), containing('how'), containing(' show')];
  const preview = dataOf(await api.post('/rules/preview', { rules })) as RulesPreviewBody;
  expect(preview.rules.map(({ entries }) => entries)).toEqual([1, 2, 1]);
  const kept = await save([containing('how ')], false);
  expect(kept.rules[0]?.condition?.values).toEqual(['how ']);
});

test('a preview counts what would have a place, and saves nothing', async () => {
  await anArticle('To preview');
  const { id } = await audited(host());
  expect(id).toBeGreaterThan(0);
  const preview = dataOf(
    await api.post('/rules/preview', {
      rules: [aRule({ personas: ['cfo'], stages: ['awareness'] })],
      personas: [{ key: 'cfo', name: 'CFO' }],
    })
  ) as RulesPreviewBody;
  const { placed, placing } = preview;
  expect(placing.operation).toBeNull();
  expect(placing.counts.placed).toBeGreaterThan(0);
  expect(placed.after).toBe(placed.before + placing.counts.placed);
  expect(placed.entries).toBeGreaterThanOrEqual(placed.after);
  expect(dataOf(await api.get('/rules')) as RuleBody[]).toEqual([]);
});

test('the first run in one go: types, personas, rules; refused as a whole when one part is wrong', async () => {
  const documentId = await api.contentManager(GUIDE).create({ name: 'Set up' });
  await api.put(`/content-types/${GUIDE}`, { audited: false });
  const input = {
    contentTypes: [{ uid: GUIDE, audited: true }],
    personas: [{ key: 'newcomer', name: 'Newcomer' }],
    rules: [aRule({ contentType: GUIDE, personas: ['newcomer'], stages: ['onboarding'] })],
  };
  const refused = await api.post('/setup', { ...input, rules: [...input.rules, aRule({ stages: ['nowhere'] })] });
  expect(refused.status).toBe(400);
  expect(refused.body).toMatchObject({ error: { details: { field: 'rules.1.stages.0' } } });
  expect((await api.tags(GUIDE, documentId)).status).toBe(400);

  const done = dataOf(await api.post('/setup', input)) as RulesBody;
  expect(done.placing?.counts.changed).toBeGreaterThan(0);
  expect((await setOf(documentId, GUIDE)).tags).toMatchObject([
    { persona: 'newcomer', stage: 'onboarding', origin: 'rule' },
  ]);
  await api.put(`/content-types/${GUIDE}`, { audited: true });
});

test('where placing fails after saving, the answer says what is saved and what to do; later it is done', async () => {
  const documentId = await anArticle('Saved before it was placed');
  const rename = (from: string, to: string) => host().strapi.db.connection.schema.renameTable(from, to);
  const rules = [aRule({ condition: titled('saved before'), personas: ['ops'], stages: ['decision'] })];
  await rename('cs_operation_entries', 'cs_operation_entries_away');
  const refused = await api.put('/rules', { rules, place: true });
  await rename('cs_operation_entries_away', 'cs_operation_entries');
  expect(refused.status).toBe(503);
  expect(refused.body).toMatchObject({
    error: { message: expect.stringMatching(/is saved, but no entry was placed/) },
  });
  expect(await pairsOf(documentId)).toEqual([]);
  const kept = (dataOf(await api.get('/rules')) as RuleBody[]).map(keptRule);
  await save(kept, true);
  expect(await pairsOf(documentId)).toEqual(['ops.decision']);
});

test.each<[string, unknown, string]>([
  ['an unknown content type', { contentType: 'api::no.no', stages: ['awareness'] }, 'rules.0.contentType'],
  ['a rule that gives nothing', {}, 'rules.0.stages'],
  ['a place and none', { stages: ['awareness'], excluded: 'legal' }, 'rules.0.excluded'],
  ['an unknown persona', { personas: ['nobody'] }, 'rules.0.personas.0'],
  [
    'an unknown field',
    { stages: ['awareness'], condition: { field: 'nothing', operator: 'is', values: ['x'] } },
    'rules.0.condition.field',
  ],
  [
    'a password of the author',
    { stages: ['awareness'], condition: { field: 'createdBy.password', operator: 'starts-with', values: ['$2'] } },
    'rules.0.condition.field',
  ],
  [
    'no value',
    { stages: ['awareness'], condition: { field: 'title', operator: 'is', values: [] } },
    'rules.0.condition.values',
  ],
  [
    'a value of spaces alone',
    { stages: ['awareness'], condition: { field: 'title', operator: 'contains', values: ['a', ' '] } },
    'rules.0.condition.values.1',
  ],
  ['an unknown key', { stages: ['awareness'], key: 'rule-999' }, 'rules.0.key'],
])('refused: %s', async (_name, rule, field) => {
  const response = await api.put('/rules', { rules: [{ ...aRule({}), ...(rule as object) }], place: true });
  expect(response.status).toBe(400);
  expect(response.body).toMatchObject({ error: { details: { field } } });
  expect(dataOf(await api.get('/rules')) as RuleBody[]).toEqual([]);
});

test('what roles hide is in no value, field or title', async () => {
  await anArticle('Secret title');
  const user = await userWith(host(), [
    { action: 'plugin::content-strategy.read' },
    { action: 'plugin::content-strategy.settings' },
    { action: 'plugin::content-manager.explorer.read', subject: ARTICLE, fields: ['slug'], locales: ['en'] },
  ]);
  const theirs = apiOf(host(), user.token);
  const fields = dataOf(await theirs.get(`/rules/fields?contentType=${ARTICLE}`)) as RuleFieldChoice[];
  expect(fields.map(({ field }) => field)).toEqual(['slug']);
  expect((await theirs.get(`/rules/values?contentType=${ARTICLE}&field=title`)).status).toBe(400);
  expect((await theirs.get(`/rules/fields?contentType=${GUIDE}`)).status).toBe(400);
  const preview = dataOf(
    await theirs.post('/rules/preview', { rules: [aRule({ stages: ['awareness'] })] })
  ) as RulesPreviewBody;
  const probe = await theirs.post('/rules/preview', {
    rules: [aRule({ condition: titled('Secret'), stages: ['awareness'] })],
  });
  expect(probe.status).toBe(400);
  expect(preview.rules[0]?.examples.map(({ title, documentId }) => title === documentId)).toContain(true);
  expect(preview.rules[0]?.examples.every(({ title, documentId }) => title === documentId)).toBe(true);
});

test('an example is called by a version that the user may read', async () => {
  await withLocales(host(), 'de');
  const both = await anArticle('English words');
  await api.contentManager(ARTICLE).update(both, { title: 'Deutsche Worte' }, 'de');
  const user = await userWith(host(), [
    { action: 'plugin::content-strategy.read' },
    { action: 'plugin::content-strategy.settings' },
    { action: 'plugin::content-manager.explorer.read', subject: ARTICLE, fields: ['title'], locales: ['en'] },
  ]);
  const rules = [aRule({ condition: titled('English words'), stages: ['awareness'] })];
  const response = await apiOf(host(), user.token).post('/rules/preview', { rules });
  const { examples } = (dataOf(response) as RulesPreviewBody).rules[0] ?? {};
  expect(examples?.map(({ title }) => title)).toEqual(['English words']);
});
