import { service } from '../../../server/services';
import { monthOf } from '../../../server/core/consumption/month';
import { withBeacon } from '../../support/beacon';
import { createDatabase, type TestDatabase } from '../../support/database';
import { as, createHost, type Host } from '../../support/host';
import {
  aGuide,
  anArticle,
  ARTICLE,
  anEntryOf,
  aVersion,
  GUIDE,
  withLocales,
  withSetting,
} from '../../support/library';
import { apiToken, rest } from '../../support/rest';
import { superAdmin } from '../../support/users';

/** What the REST API sent. */
let database: TestDatabase;
let host: Host;
let token: string;
let article: string;
let second: string;
let draft: string;
let author: string;
let guide: string;

const config = withBeacon({ beacon: false, deliveries: true });

beforeAll(async () => {
  database = await createDatabase();
  host = await createHost({ config, database: database.config });
  token = await apiToken(host);
  await withLocales(host, 'de');
  for (const uid of [ARTICLE, GUIDE, 'api::author.author']) await withSetting(host, uid, { audited: true });
  await withSetting(host, 'api::category.category', { audited: false });
  author = await anEntryOf(host, 'api::author.author', { data: { name: 'Ann' } });
  article = await anArticle(host, { title: 'One', data: { author } });
  await aVersion(host, ARTICLE, article, { locale: 'de', status: 'published', data: { title: 'Eins', slug: 'eins' } });
  second = await anArticle(host, { title: 'Two' });
  draft = await anArticle(host, { title: 'Draft', status: 'draft' });
  guide = await aGuide(host, 'Guide');
});
afterAll(async () => {
  await host.destroy();
  await database.drop();
});
beforeEach(async () => {
  await service(host.strapi, 'deliveries').flush();
  await host.strapi.db.connection('cs_deliveries').delete();
});

/** Rows as `documentId locale details/lists`. */
const delivered = async (): Promise<readonly string[]> => {
  await service(host.strapi, 'deliveries').flush();
  const rows = await host.strapi.db.connection('cs_deliveries');
  const today = Math.floor(Date.now() / 86_400_000);
  for (const row of rows) expect([row.month, row.last_day]).toEqual([monthOf(today), today]);
  return rows.map(({ document_id, locale, details, lists }) => `${document_id} ${locale} ${details}/${lists}`).sort();
};

const get = (path: string, query: Readonly<Record<string, unknown>> = {}) => rest(host, token).get(path, query);

test('one entry is a detail, in the locale that was asked for', async () => {
  await get(`articles/${article}`);
  await get(`articles/${article}`);
  await get(`articles/${article}`, { locale: 'de', fields: 'title' });
  expect(await delivered()).toEqual([`${article} de 1/0`, `${article} en 2/0`].sort());
});

test('of a locale that a client invents no row is made, and the others are written', async () => {
  const data = { id: 1, documentId: article, title: 'One' };
  service(host.strapi, 'deliveries').record({ data, uid: ARTICLE, locale: 'x'.repeat(65), isDetail: true });
  service(host.strapi, 'deliveries').record({ data, uid: ARTICLE, locale: 'a\u0000', isDetail: true });
  await get(`articles/${article}`);
  expect(await delivered()).toEqual([`${article} en 1/0`]);
});

test('a list counts each of its entries, and what is populated', async () => {
  await get('articles', { populate: '*' });
  // Its other language is among what `*` populates.
  const sent = [`${article} de 0/1`, `${article} en 0/1`, `${author}  0/1`, `${second} en 0/1`];
  expect(await delivered()).toEqual(sent.sort());
});

test('drafts, failures, the admin and what is not under audit are none', async () => {
  const admin = await superAdmin(host);
  await get(`articles/${draft}`, { status: 'draft' });
  await get('articles', { status: 'draft' });
  await get('articles/unheard-of');
  await get('articles', { nonsense: { $bad: 1 } });
  await rest(host).get(`guides/${guide}`);
  await get('categories');
  await as(host, admin.token).get(`/content-manager/collection-types/${ARTICLE}/${article}`);
  await as(host, admin.token).get(`/content-manager/collection-types/${ARTICLE}`);
  expect((await delivered()).filter((row) => row.includes(draft) || row.endsWith('1/0'))).toEqual([]);
});

test('the counts of a host that stops are there when it starts; since when, stands until it is switched off', async () => {
  const since = await service(host.strapi, 'deliveries').since();
  expect(since).toMatch(/^\d{4}-/);
  await get(`guides/${guide}`);
  await host.destroy();
  host = await createHost({ config, database: database.config });
  expect(await delivered()).toEqual([`${guide}  1/0`]);
  expect(await service(host.strapi, 'deliveries').since()).toBe(since);
  await host.destroy();
  host = await createHost({ config: withBeacon(), database: database.config });
  expect(await service(host.strapi, 'deliveries').since()).toBeNull();
  await host.strapi.db.connection('cs_deliveries').delete();
  await get(`guides/${guide}`);
  expect(await delivered()).toEqual([]);
});
