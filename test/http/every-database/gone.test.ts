/**
 * A host on which names have gone that are kept in our tables: a restart without a type, a component and some attributes
 * (a renamed one is gone too), then without a locale, users and their roles.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { MappedPathBody } from '../../../server/core/analytics-api';
import type { CoverageBody, InventoryRow } from '../../../server/core/api';
import type { AnalyticsImportBody } from '../../../server/core/consumption-api';
import type { DecisionsBody } from '../../../server/core/decisions-api';
import {
  keptRule,
  type RuleBody,
  type RuleInput,
  type RulesBody,
  type RulesPreviewBody,
} from '../../../server/core/rules-api';
import type { OperationBody } from '../../../server/core/placing-api';
import { ROUTES } from '../../../server/routes';
import { service } from '../../../server/services';
import { OPERATION_TABLES } from '../../../server/stores/operations/tables';
import { apiOf, pairsIn, type Api } from '../../support/api';
import type { AppTypes, Schema } from '../../support/app-types';
import { createDatabase, type TestDatabase } from '../../support/database';
import { removeUploads } from '../../support/files';
import { createHost, type Host } from '../../support/host';
import { importer, sheetOf } from '../../support/import';
import { anArticle, ARTICLE, audited, aVersion, GUIDE, LANDING_PAGE, withSetting } from '../../support/library';
import { send } from '../../support/sight/asking';
import { keepDecided } from '../../support/sight/keep';
import { aLibraryOfSecrets, type Library, type Ref } from '../../support/sight/library';
import { REQUESTS } from '../../support/sight/requests';
import { createSecrets } from '../../support/sight/secrets';
import { superAdmin } from '../../support/users';

const schemaOf = (name: string): Schema =>
  JSON.parse(
    readFileSync(join(__dirname, `../../app/src/api/${name}/content-types/${name}/schema.json`), 'utf8')
  ) as Schema;
const [article, category] = [schemaOf('article'), schemaOf('category')];
const { title, writtenOn, expiresAt, category: topic, author: _author, ...others } = article.attributes;
const level = { type: 'enumeration', enum: ['free', 'pro'] };

const BEFORE: AppTypes = {
  types: {
    article: {
      ...article,
      attributes: { ...article.attributes, tier: level, seo: { type: 'component', component: 'meta.seo' } },
    },
  },
  components: {
    'meta.seo': {
      collectionName: 'components_meta_seos',
      info: { displayName: 'Seo' },
      attributes: { metaTitle: { type: 'string' } },
    },
  },
};

/** Guides, authors and the component have left; of articles five attributes have other names, of categories one. */
const AFTER: AppTypes = {
  types: {
    guide: null,
    author: null,
    category: { ...category, attributes: { label: { type: 'string' }, slug: { type: 'uid', targetField: 'label' } } },
    article: {
      ...article,
      attributes: {
        ...others,
        ...(title && { headline: title }),
        ...(writtenOn && { authoredOn: writtenOn }),
        ...(expiresAt && { endsAt: expiresAt }),
        ...(topic && { category: topic, topic }),
        slug: { type: 'uid', targetField: 'headline' },
        level,
      },
    },
  },
};
const CONFIG = { audit: { daily: false, afterChanges: false } } as const;
const SETTINGS = {
  urlPattern: '/{locale}/{category.name}/{slug}',
  titleField: 'title',
  contentDateField: 'writtenOn',
  expiryField: 'expiresAt',
  ownerField: 'author',
};
const SHEET = sheetOf('Document ID,Personas,Stages', 'none,The crew,Decision');

let database: TestDatabase;
let host: Host;
let library: Library & { readonly byRule: Ref; readonly merged: Ref; readonly mapped: readonly string[] };
let token: string;
let api: Api;

type Response = Awaited<ReturnType<Api['get']>>;
const answerOf = (response: Response): unknown => {
  if (response.status !== 200) throw new Error(`${response.status} ${response.text}`);
  return response.body;
};
const dataOf = (response: Response): unknown => (answerOf(response) as { data: unknown }).data;

const aRule = (rule: Partial<RuleInput>): RuleInput => ({
  contentType: ARTICLE,
  condition: null,
  personas: ['finance'],
  stages: ['decision'],
  excluded: null,
  ...rule,
});
const on = (field: string, value = 'pro', contentType = ARTICLE): RuleInput =>
  aRule({ contentType, condition: { field, operator: 'is', values: [value] } });
const RULES = [
  on('tier'),
  on('category.name'),
  on('author.name'),
  on('seo.metaTitle'),
  on('name', 'pro', GUIDE),
  aRule({ contentType: GUIDE }),
  on('slug', 'nothing'),
];

const decided = async (by: Api, { uid, documentId }: Ref, decision: object): Promise<DecisionsBody> =>
  dataOf(await by.put(`/decisions/${uid}/${documentId}`, decision)) as DecisionsBody;

/** All that can be stored of what goes away, as people do it. */
const stored = async (before: Host): Promise<typeof library> => {
  const found = await aLibraryOfSecrets(before, createSecrets());
  const admin = apiOf(before, (await superAdmin(before)).token);
  const entryOf = (uid: string): Ref => {
    const entry = found.entries.find((one) => one.uid === uid);
    if (!entry) throw new Error(`no entry of ${uid}`);
    return entry;
  };
  await withSetting(before, ARTICLE, SETTINGS);
  const byRule = { uid: ARTICLE, documentId: await anArticle(before, { title: 'By rule', data: { tier: 'pro' } }) };
  dataOf(await admin.put('/rules', { rules: RULES, place: true }));
  const merged = { uid: ARTICLE, documentId: await anArticle(before, { title: 'Merged' }) };
  await decided(admin, merged, { kind: 'merge', mergeInto: entryOf(GUIDE), owner: 'Dana', note: 'Twice' });
  await aVersion(before, ARTICLE, merged.documentId, { locale: 'de', data: { title: 'Vereint' } });
  const mapped: readonly (readonly [string, object])[] = [
    ['/of-a-guide', entryOf(GUIDE)],
    ['/of-a-locale', { ...merged, locale: 'de' }],
  ];
  for (const [path, entry] of mapped) dataOf(await admin.put('/imports/analytics/overrides', { path, entry }));
  await admin.post('/personas', { name: 'Crew', key: 'crew' });
  const values = { personas: { 'The crew': 'crew' } };
  await importer(before, (await superAdmin(before)).token)(SHEET, { validOnly: 'true', options: { values } });
  const { id } = await audited(before);
  answerOf(await admin.bare('put', `/audits/${id}`, { data: { name: 'While all was there' } }));
  return { ...found, audit: id, byRule, merged, mapped: mapped.map(([path]) => path) };
};

beforeAll(async () => {
  database = await createDatabase();
  const before = await createHost({ ...BEFORE, database: database.config, config: CONFIG });
  library = await stored(before);
  await removeUploads(before);
  await before.destroy();

  host = await createHost({ ...AFTER, database: database.config, config: CONFIG });
  const { strapi } = host;
  ({ token } = await superAdmin(host));
  api = apiOf(host, token);
  const locales = strapi.plugin('i18n').service('locales');
  await locales.delete(await locales.findByCode('de'));
  await api.del('/personas/crew');
  const all = async (uid: string): Promise<readonly { readonly id: number; readonly code?: string }[]> =>
    strapi.db.query(uid).findMany({ orderBy: { id: 'asc' } });
  const users = (await all('admin::user')).slice(0, -1).map(({ id }) => id);
  await strapi.service('admin::user').deleteByIds(users);
  const roles = (await all('admin::role')).filter(({ code }) => code?.startsWith('strapi-') !== true);
  await strapi.service('admin::role').deleteByIds(roles.map(({ id }) => id));
}, 300_000);

afterAll(async () => {
  await host.destroy();
  await database.drop();
});

const rules = async (): Promise<readonly RuleBody[]> => dataOf(await api.get('/rules')) as readonly RuleBody[];
const settings = async (): Promise<object | undefined> => {
  const types = dataOf(await api.get('/content-types')) as readonly { readonly uid: string; readonly gone: object }[];
  return types.find(({ uid }) => uid === ARTICLE)?.gone;
};
const goneTypes = async (): Promise<unknown> =>
  (answerOf(await api.get('/content-types')) as { meta: { gone: unknown } }).meta.gone;
const overrides = async (): Promise<unknown> => {
  const paths = dataOf(await api.get('/imports/analytics/overrides')) as readonly MappedPathBody[];
  return paths
    .filter(({ path }) => library.mapped.includes(path))
    .map(({ path, entry, by }) => [path, entry, by])
    .sort();
};
const current = async (): Promise<unknown> => {
  const { uid, documentId } = library.merged;
  return (dataOf(await api.get(`/decisions/${uid}/${documentId}`)) as DecisionsBody).current;
};
const operations = async (): Promise<readonly OperationBody[]> =>
  dataOf(await api.get('/operations')) as readonly OperationBody[];
const NOBODY = (count: number, named: string) => Array.from({ length: count }, () => [null, named]);

/** Each kind of what is kept: how it is shown, and how it is taken away. */
const KINDS: Readonly<
  Record<
    string,
    {
      readonly shown: () => Promise<unknown>;
      readonly as: unknown;
      readonly remove: () => Promise<unknown>;
      readonly left: unknown;
    }
  >
> = {
  'URL pattern, title, dates and owner of a type': {
    shown: settings,
    as: SETTINGS,
    remove: () =>
      api.put(`/content-types/${ARTICLE}`, Object.fromEntries(Object.keys(SETTINGS).map((name) => [name, null]))),
    left: {},
  },
  'rules by type, attribute, relation and component': {
    shown: async () => (await rules()).map(({ condition, gone, hidden }) => [condition?.field ?? null, gone, hidden]),
    as: [
      ...['tier', 'category.name', 'author.name', 'seo.metaTitle'].map((name) => [
        null,
        { what: 'field', name },
        false,
      ]),
      [null, { what: 'contentType', name: GUIDE }, false],
      [null, { what: 'contentType', name: GUIDE }, false],
      ['slug', null, false],
    ],
    remove: async () =>
      api.put('/rules', { rules: (await rules()).filter(({ gone }) => gone === null).map(keptRule), place: true }),
    left: [['slug', null, false]],
  },
  'what an entry is merged into, and who decided': {
    shown: current,
    as: { kind: 'merge', mergeInto: null, note: 'Twice', owner: 'Dana', due: null, by: null, at: expect.any(String) },
    remove: () => decided(api, library.merged, { kind: null }),
    left: null,
  },
  'paths mapped by hand, to a type and a locale': {
    shown: overrides,
    as: [
      ['/of-a-guide', null, null],
      ['/of-a-locale', null, null],
    ],
    remove: async () => {
      for (const path of library.mapped) answerOf(await api.put('/imports/analytics/overrides', { path, entry: null }));
    },
    left: [],
  },
  'operations on entries of a type, by users': {
    shown: async () => (await operations()).flatMap(({ by, status }) => (by === null ? [[by, status]] : [])),
    as: NOBODY(6, 'applied'),
    remove: async () => {
      for (const { id } of await operations()) answerOf(await api.post(`/operations/${id}/undo`, {}));
    },
    left: NOBODY(6, 'undone'),
  },
  'analytics that users imported': {
    shown: async () =>
      (dataOf(await api.get('/imports/analytics')) as readonly AnalyticsImportBody[]).map(({ by, state }) => [
        by,
        state,
      ]),
    as: NOBODY(2, 'counted'),
    remove: async () => {
      for (const id of library.imports) answerOf(await api.post(`/imports/analytics/${id}/undo`, {}));
    },
    left: NOBODY(2, 'undone'),
  },
  'settings and placements of a type': {
    shown: goneTypes,
    as: [GUIDE],
    remove: () => api.del(`/content-types/${GUIDE}`),
    left: [],
  },
};
const kinds = Object.keys(KINDS);

test('the audit completes, and knows nothing of what is gone', async () => {
  const { id } = await audited(host);
  const rows = dataOf(await api.get('/inventory?counted=all&pageSize=100')) as readonly InventoryRow[];
  expect(new Set(rows.map(({ uid }) => uid))).toEqual(new Set([ARTICLE, LANDING_PAGE]));
  for (const row of rows.filter(({ uid }) => uid === ARTICLE)) {
    expect(row).toMatchObject({ path: null, contentDate: null, expiresAt: null, owner: null });
    expect(row.locales).not.toContain('de');
  }
  const { totals } = dataOf(await api.get('/coverage?counted=all')) as CoverageBody;
  expect(totals.entries).toBe(rows.length);
  const saved = dataOf(await api.get(`/inventory?audit=${library.audit}&pageSize=100`)) as readonly InventoryRow[];
  expect(new Set(saved.map(({ uid }) => uid))).toEqual(new Set([ARTICLE, LANDING_PAGE]));
  expect(saved.find(({ documentId }) => documentId === library.merged.documentId)?.locales).toContain('de');
  expect(id).toBeGreaterThan(library.audit);
});

test.each(kinds)('%s: shown as gone', async (kind) => {
  expect(await KINDS[kind]?.shown()).toEqual(KINDS[kind]?.as);
});

test('a word of a sheet that meant a persona which is gone is asked for anew', async () => {
  const { data } = await importer(host, token)(SHEET, { dryRun: 'true' });
  expect(JSON.stringify(data)).not.toContain('"crew"');
  expect(JSON.stringify(data)).toContain('The crew');
});

test('an operation that broke off is ended, although its entries are of a type that is gone', async () => {
  const restore = await keepDecided(host);
  const id = library.operations[1] ?? 0;
  await host.strapi.db
    .connection(OPERATION_TABLES.operations)
    .where({ id })
    .update({ status: 'running', applied_no: -1 });
  const placing = service(host.strapi, 'placing');
  await placing.stop();
  await placing.recover();
  const found = async () => (await operations()).find((one) => one.id === id);
  while ((await found())?.status === 'running') await pause(20);
  expect(await found()).toMatchObject({
    status: 'applied',
    counts: { changed: 0, skipped: { 'changed-meanwhile': 1 } },
  });
  await restore();
});

test('the host’s own writes go on, whatever rules are kept', async () => {
  // The Content Manager keeps what it populates of a type for its process, and other hosts of this one had other types.
  const entries = host.strapi.documents(ARTICLE);
  const { documentId } = await entries.create({ data: { headline: 'New', slug: 'new', level: 'pro' } });
  expect(pairsIn((await api.tags(ARTICLE, documentId)).body)).toEqual([]);
  await entries.publish({ documentId });
  await entries.clone({ documentId, data: { headline: 'Copy', slug: 'copy' } });
  await entries.delete({ documentId });
  expect(await entries.count({ filters: { slug: { $in: ['new', 'copy'] } } })).toBe(1);
});

test('rules are kept, tried and placed by beside what is gone; what those have placed stays', async () => {
  const kept = (await rules()).map(keptRule);
  const preview = dataOf(await api.post('/rules/preview', { rules: kept })) as RulesPreviewBody;
  expect(preview.rules.map(({ entries }) => entries)).toEqual([1, 0, 0, 0, 0, 0, 0]);
  for (const place of [false, true]) {
    const saved = dataOf(await api.put('/rules', { rules: [...kept].reverse(), place })) as RulesBody;
    expect(saved.rules).toMatchObject([...kept].reverse().map(({ key }) => ({ key })));
    dataOf(await api.put('/rules', { rules: kept, place }));
  }
  expect(pairsIn((await api.tags(ARTICLE, library.byRule.documentId)).body)).toEqual(['finance.decision']);
  const { rules: after } = dataOf(
    await api.post('/setup', { rules: [on('level')], personas: [{ name: 'New', key: 'new' }] })
  ) as RulesBody;
  expect(after.map(({ gone }) => gone === null)).toEqual([...Array(6).fill(false), true, true]);
  dataOf(await api.put('/rules', { rules: kept, place: true }));
});

test.each<[string, 'put' | 'post', string, (kept: readonly RuleInput[]) => object]>([
  ['a changed rule of what is gone', 'put', '/rules', ([first, ...rest]) => ({ rules: [{ ...first, stages: ['adoption'] }, ...rest], place: true })],
  ['a guess at what it compared', 'put', '/rules', ([first, ...rest]) => ({ rules: [{ ...first, condition: on('tier').condition }, ...rest], place: true })],
  ['a new rule of what is gone', 'put', '/rules', (kept) => ({ rules: [...kept, on('tier')], place: true })],
  ['a first run with a type that is gone', 'post', '/setup', () => ({ contentTypes: [{ uid: GUIDE, audited: true }], personas: [{ name: 'Unsaved', key: 'unsaved' }], rules: [] })],
  ['a first run with a rule of what is gone', 'post', '/setup', () => ({ personas: [{ name: 'Unsaved', key: 'unsaved' }], rules: [on('tier')] })],
])('%s is refused, and nothing of it is saved', async (_name, method, path, body) => {
  const everything = async () => [await rules(), dataOf(await api.get('/personas')), await settings()];
  const before = await everything();
  const refused = await api[method](path, body((await rules()).map(keptRule)));
  expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('"field"')]);
  expect(await everything()).toEqual(before);
}); // prettier-ignore

test(`none of ${ROUTES.length} routes breaks down`, async () => {
  const restore = await keepDecided(host);
  const found: string[] = [];
  let requests = 0;
  for (const { method, path } of ROUTES) {
    const route = `${method} ${path}`;
    for (const asked of REQUESTS[route as keyof typeof REQUESTS]({ ...library, rules: await rules(), run: 1 })) {
      const { status, text } = await send(host, token, route, asked, '/content-strategy');
      requests += 1;
      if (status >= 500) found.push(`${route} ${JSON.stringify(asked)}: ${status} ${text}`);
    }
  }
  await restore();
  process.stdout.write(`${ROUTES.length} routes, ${requests} requests\n`);
  expect(found).toEqual([]);
}, 300_000);

test.each(kinds)('%s: taken away', async (kind) => {
  await KINDS[kind]?.remove();
  expect(await KINDS[kind]?.shown()).toEqual(KINDS[kind]?.left);
});
