import type { InventoryRow } from '../../../server/core/api';
import { ACTIONS, actionUid } from '../../../server/core/actions';
import { currentClient } from '../../support/database';
import { seenAsPublished, type SeenVersion } from '../../support/content-manager';
import { readCsv } from '../../support/csv';
import { aLibraryInDisorder, type Disorder } from '../../support/disorder';
import { countsAs, expectedEntries, livePairs, type ExpectedEntry } from '../../support/expected';
import { as, hostForAll } from '../../support/host';
import { anArticle, ARTICLE, audited, aVersion, GUIDE, LANDING_PAGE, tagged, withSetting } from '../../support/library';
import { reader, typesOf, type Query, type Reader } from '../../support/reading';
import { superAdmin, userWith, userWithRoles, type Grant, type TestUser } from '../../support/users';

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
const TYPES = [
  { uid: ARTICLE, title: 'title', date: 'writtenOn', expiry: 'expiresAt' },
  { uid: GUIDE, title: 'name' },
  { uid: LANDING_PAGE, title: 'headline' },
];
const LISTS = [
  { uid: ARTICLE, locales: ['en', 'de', 'fr'] },
  { uid: GUIDE, locales: [] },
  { uid: LANDING_PAGE, locales: ['en', 'de', 'fr'] },
];
const OWN: readonly Grant[] = ACTIONS.map((action) => ({ action: actionUid(action) }));
const ARTICLE_FIELDS = ['title', 'slug', 'body', 'writtenOn', 'expiresAt', 'author', 'category'];

const reads = (subject: string, rest: Omit<Grant, 'action' | 'subject'> = {}): Grant => ({
  action: 'plugin::content-manager.explorer.read',
  subject,
  fields: { [ARTICLE]: ARTICLE_FIELDS, [GUIDE]: ['name', 'slug', 'body'], [LANDING_PAGE]: ['headline'] }[subject] ?? [],
  ...(subject !== GUIDE && { locales: ['en', 'de', 'fr'] }),
  ...rest,
});
const without = (...fields: readonly string[]): readonly string[] =>
  ARTICLE_FIELDS.filter((field) => !fields.includes(field));
const CATEGORY: Grant = {
  action: 'plugin::content-manager.explorer.read',
  subject: 'api::category.category',
  fields: ['name', 'slug'],
};

/** Roles by what they hide; each list of grants is one role of the same user. */
const ROLES: Readonly<Record<string, readonly (readonly Grant[])[]>> = {
  'everything but articles': [[reads(GUIDE), reads(LANDING_PAGE)]],
  'nothing at all': [[]],
  'German alone': [[reads(ARTICLE, { locales: ['de'] }), reads(GUIDE)]],
  'two of three locales': [[reads(ARTICLE, { locales: ['en', 'de'] }), reads(LANDING_PAGE, { locales: ['de'] })]],
  'no locale': [[reads(ARTICLE, { locales: [] }), reads(GUIDE)]],
  'own articles': [[reads(ARTICLE, { conditions: ['admin::is-creator'] }), reads(GUIDE)]],
  'articles of the same role': [[reads(ARTICLE, { conditions: ['admin::has-same-role-as-creator'] })]],
  'what was written lately': [[reads(ARTICLE, { conditions: ['api::written-lately'] })]],
  'some titles': [[reads(ARTICLE, { conditions: ['api::some-titles'] }), reads(GUIDE)]],
  'some titles in two locales': [[reads(ARTICLE, { conditions: ['api::some-titles'], locales: ['en', 'de'] })]],
  'own articles and some titles': [
    [reads(ARTICLE, { conditions: ['admin::is-creator'] })],
    [reads(ARTICLE, { conditions: ['api::some-titles'] })],
  ],
  'English, and own German': [
    [reads(ARTICLE, { locales: ['en'] })],
    [reads(ARTICLE, { locales: ['de'], conditions: ['admin::is-creator'] })],
  ],
  'own English, and all French': [
    [reads(ARTICLE, { locales: ['en'], conditions: ['admin::is-creator'] })],
    [reads(ARTICLE, { locales: ['fr'] })],
  ],
  'no title': [[reads(ARTICLE, { fields: without('title') }), reads(GUIDE), CATEGORY]],
  'titles in English only': [
    [reads(ARTICLE, { locales: ['en'] }), CATEGORY],
    [reads(ARTICLE, { locales: ['de'], fields: without('title') })],
  ],
  'no slug': [[reads(ARTICLE, { fields: without('slug') }), CATEGORY]],
  'no category': [[reads(ARTICLE, { fields: without('category') }), CATEGORY]],
  'no categories at all': [[reads(ARTICLE), reads(GUIDE)]],
  'no dates': [[reads(ARTICLE, { fields: without('writtenOn', 'expiresAt') }), CATEGORY]],
};

let ids: Disorder;
let entries: readonly ExpectedEntry[];
let firstAudit: number;

beforeAll(async () => {
  ids = await aLibraryInDisorder(host());
  firstAudit = (await audited(host())).id;
});

interface Sight {
  readonly read: Reader;
  readonly seen: readonly SeenVersion[];
  readonly user: TestUser;
}

const sights = new Map<string, Sight>();

/** Users with their own articles, and what the Content Manager lists for them, each worked out once. */
beforeAll(async () => {
  for (const [name, roles] of Object.entries(ROLES)) {
    const user = await userWithRoles(host(), [OWN, ...roles]);
    const own = await anArticle(host(), { title: `Own piece of ${name}`, owner: user.id });
    await aVersion(host(), ARTICLE, own, { locale: 'de', data: { title: `Stück von ${name}` } });
    await tagged(host(), ARTICLE, own, 'ops.decision');
    const german = await anArticle(host(), { title: `Nur ${name}`, locale: 'de', owner: user.id });
    await tagged(host(), ARTICLE, german, 'finance.onboarding');
    sights.set(name, { read: reader(host(), user.token), seen: [], user });
  }
  await audited(host());
  entries = await expectedEntries(host(), TYPES);
  for (const [name, sight] of sights) {
    sights.set(name, { ...sight, seen: await seenAsPublished(host(), sight.user.token, LISTS) });
  }
});

/** Entries with only those versions that a predicate leaves. */
const narrowed = (
  keep: (uid: string, documentId: string, locale: string | null) => boolean
): readonly ExpectedEntry[] =>
  entries.flatMap((entry) => {
    const versions = entry.versions.filter(({ locale }) => keep(entry.uid, entry.documentId, locale));
    return versions.length === 0 ? [] : [{ ...entry, versions }];
  });

const QUERIES: readonly Query[] = [
  { counted: 'all' },
  { counted: 'published', locale: 'de' },
  { counted: 'all', locale: 'fr' },
  { counted: 'all', persona: 'ops', stage: 'decision' },
  { counted: 'published', persona: 'finance' },
  { counted: 'dedicated', sort: 'title:asc' },
];

describe.each(Object.keys(ROLES))('a user who reads %s', (name) => {
  const sight = (): Sight => {
    const known = sights.get(name);
    if (known === undefined) throw new Error(`no user reads ${name}`);
    return known;
  };
  const sees = (uid: string, documentId: string, locale: string | null): boolean =>
    sight().seen.some((one) => one.uid === uid && one.documentId === documentId && one.locale === locale);
  const inSight = (): readonly ExpectedEntry[] => narrowed(sees);

  test.each(QUERIES)('is listed under %j what the Content Manager lists, and nothing else', async (query) => {
    const { data, meta } = await sight().read.page({ ...query, pageSize: 100 });
    const expected = inSight().flatMap((entry) => {
      const { counted, locale, persona, stage } = query as Record<string, 'all' | undefined>;
      const as = countsAs(entry, { counted: counted ?? 'all', locale });
      const holds = livePairs(entry.pairs).some(
        (pair) =>
          (persona ?? pair.split('.')[0]) === pair.split('.')[0] && (stage ?? pair.split('.')[1]) === pair.split('.')[1]
      );
      return as === null || ((persona ?? stage) !== undefined && !holds) ? [] : [`${entry.documentId} ${as}`];
    });
    const shown = data.map(({ documentId, current }) => `${documentId} ${current ? 'current' : 'old'}`);
    expect([...shown].sort()).toEqual([...expected].sort());
    expect(meta.pagination.total).toBe(expected.length);
    for (const row of data) allowed(row, sight().seen);
  });

  test('is told the content types of a number by the rows in sight', async () => {
    for (const { sort: _sort, ...query } of QUERIES) {
      const types = (await sight().read.coverageTypes(query)).map(({ uid, entries: count }) => [uid, count]);
      expect([query, Object.fromEntries(types)]).toEqual([query, typesOf(await sight().read.rows(query))]);
    }
  });

  test('is shown no more of an older audit', async () => {
    for (const row of await sight().read.rows({ audit: firstAudit })) allowed(row, sight().seen);
  });

  test('the CSV of versions holds each version in sight once', async () => {
    const lines = readCsv(await sight().read.csv('inventory.csv', { per: 'locale' }));
    const shown = lines.map((line) => `${line['Document ID']} ${line['Locales']}`);
    const expected = sight().seen.map(({ documentId, locale }) => `${documentId} ${locale ?? ''}`);
    expect([...shown].sort()).toEqual([...expected].sort());
    for (const line of lines) {
      const version = sight().seen.find(
        (one) => one.documentId === line['Document ID'] && (one.locale ?? '') === line['Locales']
      );
      const titles = [
        titleOf(version),
        entries
          .find((one) => one.documentId === line['Document ID'])
          ?.versions.find(({ locale }) => (locale ?? '') === line['Locales'])?.title,
      ];
      if (titles[0] === undefined) expect(line['Title']).toBe(line['Document ID']);
      else expect([...titles, line['Document ID']]).toContain(line['Title']?.replace(/^'/, ''));
    }
  });

  test('all CSVs hold the same entries as the list', async () => {
    const rows = (await sight().read.rows({ counted: 'all' })).map(({ documentId }) => documentId);
    const inventory = readCsv(await sight().read.csv('inventory.csv', { counted: 'all' }));
    expect(inventory.map((line) => line['Document ID'])).toEqual(rows);
    const tags = readCsv(await sight().read.csv('tags.csv', { counted: 'all' }));
    expect(new Set(tags.map((line) => line['Document ID']))).toEqual(new Set(rows));
    const pairs = readCsv(await sight().read.csv('tags.csv', { counted: 'all', shape: 'pairs' }));
    expect(rows).toEqual(expect.arrayContaining(pairs.map((line) => line['Document ID'])));
  });

  test('the page counts the types and locales in sight, and a list says where its rows are fewer', async () => {
    const locales = (uid: string): readonly string[] => grantedLocales(name, uid);
    const counted = narrowed((uid, _documentId, locale) => locales(uid).includes(locale ?? ''));
    for (const how of ['published', 'all', 'dedicated'] as const) {
      const page = await sight().read.coverage({ counted: how });
      const totals = { current: 0, old: 0 };
      for (const entry of counted) {
        const as = countsAs(entry, { counted: how === 'dedicated' ? 'published' : how });
        if (as !== null) totals[as] += 1;
      }
      expect([how, page.totals.entries]).toEqual([how, totals.current + totals.old]);
      for (const { persona, stage, current, old } of page.cells) {
        const naive = { current: 0, old: 0 };
        for (const entry of counted) {
          const as = countsAs(entry, { counted: how });
          if (as !== null && livePairs(entry.pairs).includes(`${persona}.${stage}`) && !entry.isExcluded)
            naive[as] += 1;
        }
        expect([persona, stage, how, current, old]).toEqual([persona, stage, how, naive.current, naive.old]);
      }
      const { meta, data } = await sight().read.page({
        counted: how,
        persona: 'ops',
        stage: 'decision',
        pageSize: 100,
      });
      const cell = page.cells.find((one) => one.persona === 'ops' && one.stage === 'decision');
      expect(meta.counted ?? data.length).toBe((cell?.current ?? 0) + (cell?.old ?? 0));
    }
    const glance = await sight().read.glance();
    expect(glance.contentTypes.map(({ uid }) => uid)).toEqual(
      TYPES.map(({ uid }) => uid).filter((uid) => ROLES[name]?.flat().some(({ subject }) => subject === uid))
    );
  });
});

const grantedLocales = (name: string, uid: string): readonly string[] =>
  (ROLES[name] ?? [])
    .flat()
    .filter(({ subject }) => subject === uid)
    .flatMap(({ locales }) => locales ?? ['']);

const titleOf = (version: SeenVersion | undefined): unknown =>
  version?.fields['title'] ?? version?.fields['name'] ?? version?.fields['headline'];

/** Fails where a row tells what the Content Manager does not. */
const allowed = (row: InventoryRow, seen: readonly SeenVersion[]): void => {
  const versions = seen.filter(({ uid, documentId }) => uid === row.uid && documentId === row.documentId);
  const entry = entries.find(({ documentId }) => documentId === row.documentId);
  const visible = (entry?.versions ?? []).filter(({ locale }) => versions.some((one) => one.locale === locale));
  const isEntry = row.locale === null;
  expect(versions.map(({ locale }) => locale)).toEqual(
    isEntry ? (entry?.versions ?? []).map(({ locale }) => locale) : expect.arrayContaining([row.locale])
  );
  expect(versions.map(({ locale }) => locale ?? '')).toEqual(expect.arrayContaining([...row.locales]));
  const own = isEntry ? visible : visible.filter(({ locale }) => locale === row.locale);
  const shownFields = versions.filter(({ locale }) => isEntry || locale === row.locale).map(({ fields }) => fields);
  if (shownFields.every((fields) => titleOf({ fields } as SeenVersion) === undefined)) {
    expect(row.title).toBe(row.documentId);
  } else {
    expect([row.documentId, ...own.map(({ title }) => title)]).toContain(row.title);
  }
  if (!shownFields.some((fields) => 'slug' in fields && 'category' in fields) && row.uid === ARTICLE) {
    expect(row.path).toBeNull();
  }
  if (!shownFields.some((fields) => 'writtenOn' in fields)) {
    expect(row.contentDate).toBeNull();
    // Which of the two tells the age would say that there is a date.
    expect(row.ageBy).toBe(row.uid === ARTICLE ? null : 'edited');
  }
  if (!shownFields.some((fields) => 'expiresAt' in fields)) expect(row.expiresAt).toBeNull();
};

test('a hidden title is found by no search and orders no list', async () => {
  const { read } = sights.get('no title') as Sight;
  const everything = await read.rows({ contentType: ARTICLE });
  expect(await read.rows({ contentType: ARTICLE, search: 'for many' })).toEqual([]);
  expect(await read.rows({ contentType: ARTICLE, sort: 'title:asc' })).toEqual(everything);
  expect(await read.rows({ contentType: ARTICLE, sort: 'title:desc' })).toEqual(everything);
  const other = sights.get('no slug') as Sight;
  expect(await other.read.rows({ search: 'two-locales' })).toEqual([]);
  expect((await other.read.rows({ search: 'edited LONG ago' })).map(({ documentId }) => documentId)).toEqual([
    ids.editedLongAgo,
  ]);
});

test('a hidden relation leads to no path, nor does a category that the user may not read', async () => {
  const pathOf = async (name: string): Promise<string | null | undefined> =>
    (await (sights.get(name) as Sight).read.rows({ counted: 'all' })).find(
      ({ documentId }) => documentId === ids.twoLocales
    )?.path;
  expect(await pathOf('no dates')).toBe('/en/product/two-locales');
  expect(await pathOf('no category')).toBeNull();
  expect(await pathOf('no slug')).toBeNull();
  expect(await pathOf('no categories at all')).toBeNull();
});

test('a type that the user may not read is unknown to filters too', async () => {
  const { user } = sights.get('everything but articles') as Sight;
  for (const path of ['inventory', 'coverage', 'glance', 'exports/inventory.csv']) {
    const { status, body } = await as(host(), user.token)
      .get(`/content-strategy/${path}`)
      .query({ contentType: ARTICLE });
    expect([path, status, body.error.message]).toEqual([path, 400, expect.stringMatching(/^`contentType`: /)]);
  }
});

test('an admin token sees what its permissions and its owner leave', async () => {
  const owner = await superAdmin(host());
  const tokenWith = async (grants: readonly Grant[]): Promise<Reader> => {
    const { body, status } = await as(host(), owner.token)
      .post('/admin/admin-tokens')
      .send({
        name: `token ${grants.length}`,
        description: '',
        kind: 'admin',
        lifespan: null,
        adminPermissions: grants.map(({ action, subject = null, fields, locales, conditions = [] }) => ({
          action,
          subject,
          properties: { ...(fields && { fields }), ...(locales && { locales }) },
          conditions,
        })),
      });
    if (status !== 201) throw new Error(`no token: ${JSON.stringify(body)}`);
    return reader(host(), body.data.accessKey as string);
  };
  const full = await tokenWith([...OWN, reads(ARTICLE), reads(GUIDE), reads(LANDING_PAGE), CATEGORY]);
  expect(await full.rows({})).toEqual(await reader(host(), owner.token).rows({}));
  const limited = await tokenWith([...OWN, reads(GUIDE)]);
  expect(new Set((await limited.rows({})).map(({ uid }) => uid))).toEqual(new Set([GUIDE]));
  expect((await limited.coverage()).totals.entries).toBe(2);
  await expect((await tokenWith([reads(GUIDE)])).rows({})).rejects.toThrow(/403/);
  const { rows } = reader(host(), (await userWith(host(), [reads(GUIDE)])).token);
  await expect(rows({})).rejects.toThrow(/403/);
});

test('an owner named by a field is hidden with the field, and filters nothing', async () => {
  const { id: author } = await host()
    .strapi.db.query('api::author.author')
    .create({ data: { name: 'Ada Author', documentId: 'ada' } });
  await aVersion(host(), ARTICLE, ids.twoLocales, { locale: 'en', data: { author } });
  await withSetting(host(), ARTICLE, { ownerField: 'author' });
  await audited(host());
  const AUTHOR = { ...CATEGORY, subject: 'api::author.author', fields: ['name'] };
  const ownerFor = async (grants: readonly Grant[]) => {
    const { rows } = reader(host(), (await userWith(host(), [...OWN, ...grants])).token);
    const shown = (await rows({ counted: 'all' })).find(({ documentId }) => documentId === ids.twoLocales)?.owner;
    return [shown, (await rows({ owner: 'Ada Author' })).length, (await rows({ owner: 'a aUTH' })).length];
  };
  expect(await ownerFor([reads(ARTICLE), AUTHOR])).toEqual(['Ada Author', 1, 1]);
  expect(await ownerFor([reads(ARTICLE)])).toEqual([null, 0, 0]);
  expect(await ownerFor([reads(ARTICLE, { fields: without('author') }), AUTHOR])).toEqual([null, 0, 0]);
  await withSetting(host(), ARTICLE, { ownerField: null });
});

test('a finding is told to nobody who may not see what it tells', async () => {
  const { read } = sights.get('no dates') as Sight;
  const all = reader(host(), (await superAdmin(host())).token);
  const glanced = async ({ glance }: Reader): Promise<number | undefined> =>
    (await glance()).findings.find(({ finding }) => finding === 'expired')?.entries;
  const found = await all.rows({ finding: 'expired' });
  expect(found.length).toBeGreaterThan(0);
  expect(await glanced(all)).toBe(found.length);
  expect(await read.rows({ finding: 'expired' })).toEqual([]);
  expect(await glanced(read)).toBe(0);
  const told = (await read.rows({ counted: 'all' })).flatMap(({ findings }) => findings);
  expect(told).toContain('old');
  expect(told).not.toContain('expired');
});

test('conditions hold on a host whose tables are older than the database’s default', async () => {
  if (currentClient() === 'mysql') {
    const table = host().strapi.db.metadata.get(ARTICLE).tableName;
    const column = 'document_id varchar(255) character set utf8mb4 collate utf8mb4_unicode_ci';
    await host().strapi.db.connection.raw(`alter table ?? modify ${column}`, [table]);
  }
  for (const name of ['own articles', 'some titles in two locales']) {
    const { read, seen } = sights.get(name) as Sight;
    const shown = (await read.rows({ contentType: ARTICLE, audit: firstAudit + 1 })).map(
      ({ documentId }) => documentId
    );
    const expected = seen.filter(({ uid }) => uid === ARTICLE).map(({ documentId }) => documentId);
    expect(new Set(shown)).toEqual(new Set(expected));
  }
});
