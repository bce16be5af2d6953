import fc from 'fast-check';
import { actionUid } from '../../../server/core/actions';
import type { CoverageBody } from '../../../server/core/api';
import {
  keptRule,
  type RuleBody,
  type RuleInput,
  type RulesBody,
  type RulesPreviewBody,
} from '../../../server/core/rules-api';
import { apiOf, ARTICLE, GUIDE, pairsIn, type Api } from '../../support/api';
import { seenInContentManager } from '../../support/content-manager';
import { hostForAll } from '../../support/host';
import { aGuide, anArticle, audited, aVersion, documents, withLocales } from '../../support/library';
import { superAdmin, userWith, type Grant } from '../../support/users';

/** What somebody is told of rules depends on nothing that he may not read. */
const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
const CATEGORY = 'api::category.category';
const OWN: readonly Grant[] = [{ action: actionUid('read') }, { action: actionUid('settings') }];
const TAG: Grant = { action: actionUid('tag') };
let admin: Api;
let adminId: number;
let both: string;

beforeAll(async () => {
  const user = await superAdmin(host());
  adminId = user.id;
  admin = apiOf(host(), user.token);
  await admin.post('/personas', { name: 'Ops' });
  await withLocales(host(), 'de');
  const category = await admin.contentManager(CATEGORY).create({ name: 'News' });
  both = await anArticle(host(), { title: 'Two locales', data: { category }, owner: adminId });
  await aVersion(host(), ARTICLE, both, { locale: 'de', data: { title: 'Zwei Sprachen' } });
  await anArticle(host(), { title: 'Draft', status: 'draft' });
  await anArticle(host(), { title: 'Plain words' });
  await anArticle(host(), { title: 'Neues Deutsch', locale: 'de' });
  await aGuide(host(), 'A guide');
});

afterEach(async () => {
  await admin.put('/rules', { rules: [], place: true });
});

const aRule = (rule: Partial<RuleInput>): RuleInput => ({
  contentType: ARTICLE,
  condition: null,
  personas: [],
  stages: ['awareness'],
  excluded: null,
  ...rule,
});
const contains = (value: string, field = 'title', contentType = ARTICLE): RuleInput =>
  aRule({ contentType, condition: { field, operator: 'contains', values: [value] } });
const reads = (subject: string, rest: Omit<Grant, 'action' | 'subject'> = {}): Grant => ({
  action: 'plugin::content-manager.explorer.read',
  subject,
  fields: { [ARTICLE]: ['title', 'slug', 'category'], [GUIDE]: ['name', 'slug'] }[subject] ?? ['name', 'slug'],
  ...(subject === ARTICLE && { locales: ['en', 'de'] }),
  ...rest,
});
const dataOf = (response: { readonly body: unknown; readonly status: number; readonly text: string }): unknown => {
  if (response.status !== 200) throw new Error(response.text);
  return (response.body as { data: unknown }).data;
};
const listOf = async (api: Api): Promise<readonly RuleBody[]> => dataOf(await api.get('/rules')) as readonly RuleBody[];
const saved = async (api: Api, rules: readonly RuleInput[]): Promise<RulesBody> =>
  dataOf(await api.put('/rules', { rules, place: true })) as RulesBody;

/** Something secret that is put into the library and taken out again. */
interface Secret {
  readonly plant: () => Promise<() => Promise<unknown>>;
}

const anEntry = (uid: string, make: () => Promise<string>): Secret => ({
  plant: async () => {
    const documentId = await make();
    return () => documents(host(), uid).delete({ documentId, locale: '*' });
  },
});
/** By plain SQL: nothing else of the entry changes, not even when it was edited. */
const aValue = (uid: string, column: string, like: string): Secret => ({
  plant: async () => {
    const { tableName } = host().strapi.db.metadata.get(uid);
    const table = () => host().strapi.db.connection(tableName);
    const rows: readonly Readonly<Record<string, unknown>>[] = await table()
      .where(column, 'like', like)
      .select('id', column);
    const ids = rows.map(({ id }) => Number(id));
    await table()
      .whereIn('id', ids)
      .update({ [column]: 'zq secret' });
    return async () => {
      for (const { id, [column]: value } of rows)
        await table()
          .where({ id })
          .update({ [column]: value });
    };
  },
});
const SECRETS: Readonly<Record<string, Secret>> = {
  'an English entry': anEntry(ARTICLE, () => anArticle(host(), { title: 'zq secret', owner: adminId })),
  'a German entry': anEntry(ARTICLE, () => anArticle(host(), { title: 'zq secret', locale: 'de' })),
  'an entry of another type': anEntry(GUIDE, () => aGuide(host(), 'zq secret')),
  'a title': aValue(ARTICLE, 'title', 'Plain%'),
  'a German title': aValue(ARTICLE, 'title', 'Zwei%'),
  'a slug': aValue(ARTICLE, 'slug', 'two%'),
  'a category’s name': aValue(CATEGORY, 'name', 'News'),
};

const COMPARED: readonly (readonly [string, readonly string[]])[] = [
  [ARTICLE, ['title', 'slug', 'category.name']],
  [GUIDE, ['name', 'slug']],
];

/** All that a user is told by rules, the placements that they leave included. */
const told = async (theirs: Api): Promise<unknown> => {
  const heard: unknown[] = [];
  const hear = async (response: PromiseLike<{ readonly status: number; readonly body: unknown }>): Promise<unknown> => {
    const { status, body } = await response;
    heard.push([status, withoutTimes(body)]);
    return body;
  };
  for (const [type, fields] of COMPARED) {
    await hear(theirs.get(`/rules/fields?contentType=${type}`));
    await hear(theirs.post('/rules/preview', { rules: [aRule({ contentType: type })] }));
    for (const field of fields) {
      const rules = ['z', 'zq', 'zq secret', 's', 'e'].map((value) => contains(value, field, type));
      await hear(theirs.get(`/rules/values?contentType=${type}&field=${field}`));
      await hear(theirs.post('/rules/preview', { rules }));
      await hear(theirs.put('/rules', { rules, place: true }));
      await admin.put('/rules', { rules: [], place: true });
    }
    await hear(theirs.post('/setup', { rules: [contains('q', fields[0], type)] }));
    // Others' rules are only kept: where they place, placements tell that they match, as they are meant to.
    await admin.put('/rules', { rules: fields.map((field) => contains('q', field, type)), place: false });
    const kept = await listOf(theirs);
    heard.push(kept);
    await hear(theirs.post('/rules/preview', { rules: kept.map(keptRule) }));
    await hear(theirs.put('/rules', { rules: [...kept].reverse().map(keptRule), place: true }));
    await hear(theirs.get(`/tags?uid=${type}&documentIds=${(await idsOf(type)).join(',')}`));
    await admin.put('/rules', { rules: [], place: true });
  }
  return heard;
};

const idsOf = async (uid: string): Promise<readonly string[]> => {
  const rows: readonly { readonly documentId: string; readonly createdAt: string }[] = await host()
    .strapi.db.query(uid)
    .findMany({ select: ['documentId'], orderBy: { id: 'asc' } });
  return [...new Set(rows.map(({ documentId }) => documentId))];
};

/** Bodies without what tells runs apart: numbers and times of operations and tags. */
const withoutTimes = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body, (key, value: unknown) => (key === 'id' || key === 'at' ? undefined : value)));

const seen = async (token: string) => {
  const types = [
    { uid: ARTICLE, locales: ['en', 'de'] },
    { uid: GUIDE, locales: [] },
    { uid: CATEGORY, locales: [] },
  ];
  const versions = await seenInContentManager(host(), token, types);
  return versions.map(({ uid, documentId, locale, fields }) => {
    const { title, name, slug, category } = fields;
    return { uid, documentId, locale, title, name, slug, category };
  });
};

const someOf = <T>(items: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...items]);
const aRandomRole: fc.Arbitrary<readonly Grant[]> = fc
  .record({
    article: fc.option(
      fc.record({
        fields: someOf(['title', 'slug', 'category']),
        locales: someOf(['en', 'de']),
        conditions: fc.constantFrom<readonly string[]>([], [], ['admin::is-creator'], ['api::some-titles']),
      })
    ),
    guide: fc.option(fc.record({ fields: someOf(['name', 'slug']) })),
    category: fc.boolean(),
    tag: fc.boolean(),
  })
  .map(({ article, guide, category, tag }) => [
    ...(article ? [reads(ARTICLE, article)] : []),
    ...(guide ? [reads(GUIDE, guide)] : []),
    ...(category ? [reads(CATEGORY)] : []),
    ...(tag ? [TAG] : []),
  ]);
const ROLES: readonly (readonly [string, readonly Grant[]])[] = [
  ['of one locale', [reads(ARTICLE, { locales: ['en'] }), TAG]],
  ['with a condition', [reads(ARTICLE, { conditions: ['api::some-titles'] }), TAG]],
  ['without the title', [reads(ARTICLE, { fields: ['slug'] }), TAG]],
  ['of another type', [reads(GUIDE), TAG]],
  ...fc.sample(aRandomRole, 3).map((grants) => [`at random: ${JSON.stringify(grants)}`, grants] as const),
];

test.each(ROLES)('what a role may not read changes no answer: %s', async (_name, grants) => {
  const user = await userWith(host(), [...OWN, ...grants]);
  const theirs = apiOf(host(), user.token);
  const before = { seen: await seen(user.token), told: await told(theirs) };
  const hidden: Secret[] = [];
  for (const secret of Object.values(SECRETS)) {
    const remove = await secret.plant();
    // What the Content Manager shows him otherwise now, he may be told otherwise too.
    if (JSON.stringify(await seen(user.token)) === JSON.stringify(before.seen)) hidden.push(secret);
    await remove();
  }
  const removals: (() => Promise<unknown>)[] = [];
  for (const { plant } of hidden) removals.unshift(await plant());
  try {
    expect(await told(theirs)).toEqual(before.told);
  } finally {
    for (const remove of removals) await remove();
  }
});

describe('a rule whose condition is out of sight', () => {
  const secret = contains('Plain');
  const open = aRule({ condition: { field: 'slug', operator: 'starts-with', values: ['two'] }, stages: ['decision'] });
  let theirs: Api;

  beforeEach(async () => {
    await admin.put('/rules', { rules: [secret, open], place: true });
    const user = await userWith(host(), [...OWN, TAG, reads(ARTICLE, { fields: ['slug'] })]);
    theirs = apiOf(host(), user.token);
  });

  test('is shown without it, and kept and ordered as it is', async () => {
    const shown = await listOf(theirs);
    expect(shown).toMatchObject([
      { condition: null, hidden: true, entries: 1 },
      { condition: open.condition, hidden: false, entries: 1 },
    ]);
    const reversed = [...shown].reverse().map(keptRule);
    const { rules } = await saved(theirs, reversed);
    expect(rules.map(({ hidden }) => hidden)).toEqual([false, true]);
    expect(await listOf(admin)).toMatchObject([
      { condition: open.condition, entries: 1, hidden: false },
      { condition: secret.condition, entries: 1, hidden: false },
    ]);
  });

  test.each<[string, (rules: readonly RuleBody[]) => readonly unknown[], string]>([
    ['left out', ([, other]) => (other ? [keptRule(other)] : []), 'rules'],
    ['changed', (rules) => rules.map((rule) => ({ ...keptRule(rule), stages: ['onboarding'] })), 'rules.0'],
    ['guessed', (rules) => rules.map((rule) => ({ ...keptRule(rule), condition: secret.condition })), 'rules.0'],
  ])('is not %s', async (_name, change, field) => {
    const refused = await theirs.put('/rules', { rules: change(await listOf(theirs)), place: false });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ error: { details: { field } } });
    expect(await listOf(admin)).toMatchObject([{ condition: secret.condition }, { condition: open.condition }]);
  });

  test('frees its field for nothing else', async () => {
    const rules = [...(await listOf(theirs)).map(keptRule), contains('Draft')];
    expect((await theirs.put('/rules', { rules, place: false })).status).toBe(400);
    expect((await theirs.post('/rules/preview', { rules: [contains('Draft')] })).status).toBe(400);
  });
});

describe('a rule on a field that nobody may name any more', () => {
  const kept = [contains('zq value', 'zqfield'), contains('zq value', 'zqfield', GUIDE)];

  beforeEach(async () => {
    // As a host of before kept them.
    for (const [position, { contentType, ...definition }] of kept.entries()) {
      const data = { key: `rule-${position + 1}`, entryUid: contentType, position, definition };
      await host().strapi.db.query('plugin::content-strategy.rule').create({ data });
    }
  });

  test('is told without its values, of a type that one may not read without the field', async () => {
    const theirs = apiOf(host(), (await userWith(host(), [...OWN, TAG, reads(GUIDE)])).token);
    expect(await listOf(theirs)).toMatchObject([
      { contentType: ARTICLE, condition: null, hidden: true, gone: null },
      { contentType: GUIDE, condition: null, hidden: false, gone: { what: 'field', name: 'zqfield' } },
    ]);
    expect((await listOf(admin)).map(({ condition, hidden, gone }) => [condition, hidden, gone?.name])).toEqual([
      [null, false, 'zqfield'],
      [null, false, 'zqfield'],
    ]);
    expect((await admin.get('/rules')).text).not.toContain('zq value');
  });

  test('is kept as it was, or taken away', async () => {
    const theirs = apiOf(host(), (await userWith(host(), [...OWN, TAG, reads(GUIDE)])).token);
    const [hidden, gone] = (await listOf(theirs)).map(keptRule);
    await saved(
      theirs,
      [gone, hidden].flatMap((rule) => rule ?? [])
    );
    const stored = await host()
      .strapi.db.query('plugin::content-strategy.rule')
      .findMany({ orderBy: { position: 'asc' } });
    expect(stored).toMatchObject([...kept].reverse().map(({ condition }) => ({ definition: { condition } })));
    expect((await theirs.put('/rules', { rules: [gone], place: false })).status).toBe(400);
    expect((await saved(theirs, hidden ? [hidden] : [])).rules).toMatchObject([{ hidden: true, gone: null }]);
  });
});

test('a type that one may not read is in no preview, with a condition or without', async () => {
  const theirs = apiOf(host(), (await userWith(host(), [...OWN, reads(GUIDE)])).token);
  const refused = await theirs.post('/rules/preview', { rules: [aRule({})] });
  expect(refused.status).toBe(400);
  expect(refused.body).toMatchObject({ error: { details: { field: 'rules.0.contentType' } } });
});

test('placing by rules needs the permission to place, and nothing is saved without it', async () => {
  const theirs = apiOf(host(), (await userWith(host(), [...OWN, reads(ARTICLE)])).token);
  for (const [method, path] of [
    ['put', '/rules'],
    ['post', '/setup'],
  ] as const) {
    const refused = await theirs[method](path, { rules: [aRule({})], ...(path === '/rules' && { place: true }) });
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ error: { details: { missing: actionUid('tag') } } });
  }
  expect(dataOf(await admin.get('/rules'))).toEqual([]);
  expect((await theirs.put('/rules', { rules: [aRule({})], place: false })).status).toBe(200);
});

test('placing covers what its author may read, and leaves the rest as it is', async () => {
  const user = await userWith(host(), [...OWN, TAG, reads(ARTICLE, { conditions: ['api::some-titles'] })]);
  const theirs = apiOf(host(), user.token);
  const rules = [aRule({ personas: ['ops'] })];
  const preview = dataOf(await theirs.post('/rules/preview', { rules })) as RulesPreviewBody;
  expect(preview).toMatchObject({
    placed: { before: 0, after: 3, entries: 3 },
    cells: [{ persona: 'ops', stage: 'awareness', count: 3 }],
    isAll: true,
  });
  const { placing } = await saved(theirs, rules);
  expect(placing?.counts).toMatchObject({ entries: 3, changed: 3 });
  expect(placing?.operation?.counts).toMatchObject({ entries: 3, changed: 3 });
  const inSight = new Set(
    (await seen(user.token)).filter(({ uid }) => uid === ARTICLE).map(({ documentId }) => documentId)
  );
  expect(inSight.size).toBe(3);
  const all = await idsOf(ARTICLE);
  expect(all.length).toBeGreaterThan(3);
  for (const documentId of all) {
    const expected = inSight.has(documentId) ? ['ops.awareness'] : [];
    expect(pairsIn((await admin.tags(ARTICLE, documentId)).body)).toEqual(expected);
  }
});

/** The heatmap counts what conditions hide, and a persona in use is not deleted: a rule would ask both letter by letter. */
test('a rule asks nothing about entries out of sight by what it places', async () => {
  const user = await userWith(host(), [...OWN, TAG, reads(ARTICLE, { conditions: ['admin::is-creator'] })]);
  const theirs = apiOf(host(), user.token);
  const answers: unknown[] = [];
  for (const word of ['Plain w', 'Plain x']) {
    await admin.post('/personas', { name: 'Probe', key: 'probe' });
    await saved(theirs, [{ ...contains(word), personas: ['probe'] }]);
    await audited(host());
    const { body } = await theirs.get('/coverage?counted=all');
    const { cells } = (body as { data: CoverageBody }).data;
    const { status } = await theirs.del('/personas/probe');
    answers.push([
      cells.filter(({ persona }) => persona === 'probe').map(({ current, old }) => [current, old]),
      status,
    ]);
    await admin.put('/rules', { rules: [], place: true });
    await admin.del('/personas/probe');
  }
  expect(answers[0]).toEqual(answers[1]);
});

test('what was placed by a version out of sight stays placed', async () => {
  const rules = [contains('Sprachen')];
  await admin.put('/rules', { rules, place: true });
  const user = await userWith(host(), [...OWN, TAG, reads(ARTICLE, { locales: ['en'] })]);
  const theirs = apiOf(host(), user.token);
  const kept = (await listOf(theirs)).map(keptRule);
  const { placing } = await saved(theirs, kept);
  expect(placing).toMatchObject({ counts: { changed: 0 }, operation: null });
  expect(pairsIn((await admin.tags(ARTICLE, both)).body)).toEqual(['-.awareness']);
});
