/** Files of analytics as tools pack them, and logs: sent as people send them, and counted. */
import { gzipSync } from 'node:zlib';
import { analyticsImporter, countedViews, forgetImports, type AnalyticsImporter } from '../support/analytics-import';
import { as, hostForAll } from '../support/host';
import { anArticle, ARTICLE, withSetting } from '../support/library';
import { superAdmin } from '../support/users';
import { umamiJson, zipOf } from '../support/zip';

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
let id: string;
let token: string;
let send: AnalyticsImporter;

beforeAll(async () => {
  await withSetting(host(), ARTICLE, { urlPattern: '/{slug}' });
  id = await anArticle(host(), { title: 'Pricing' });
  ({ token } = await superAdmin(host()));
  send = analyticsImporter(host(), token);
});

afterEach(() => forgetImports(host()));

const PERIOD = { from: '2026-06-01', to: '2026-06-30' };
const CSV = 'path,views\n/pricing,7\n/,9\n';
const PLAUSIBLE = zipOf([
  { name: 'sources.csv', content: 'name,visitors\nGoogle,3\n' },
  { name: 'pages.csv', content: 'name,visitors,pageviews,bounce_rate\n/pricing,1,5,50\n/,2,4,50\n' },
]);
const UMAMI = umamiJson(zipOf([{ name: 'pages.csv', content: 'name,pageviews,visitors\n/pricing,3,2\n/,1,1\n' }]));
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
const line = (path: string, agent = AGENT) => `203.0.113.7 - - [01/Jun/2026:10:00:00 +0000] "GET ${path} HTTP/1.1" 200 512 "-" "${agent}"\n`; // prettier-ignore
const LOG = line('/pricing').repeat(4) + line('/pricing', 'Googlebot/2.1') + line('/style.css') + line('/');
const PUSHED = `${JSON.stringify({ ClientRequestURI: '/pricing', ClientRequestMethod: 'GET', EdgeResponseStatus: 200, EdgeStartTimestamp: '2026-06-01T10:00:00Z', ClientRequestUserAgent: AGENT })}\n`; // prettier-ignore

test.each<[string, string | Uint8Array, object, number, object]>([
  ["Plausible's ZIP", PLAUSIBLE, PERIOD, 5, { report: 'plausible' }],
  ["Umami's JSON", UMAMI, PERIOD, 3, { report: 'plain-csv' }],
  ['a ZIP of a CSV', zipOf([{ name: 'a.csv', content: CSV }]), PERIOD, 7, { report: 'plain-csv' }],
  ['a CSV, compressed', gzipSync(CSV), PERIOD, 7, { report: 'plain-csv' }],
  ['an access log', LOG, {}, 4, { report: 'access-log', robots: 1, views: 5, isComplete: false, incomplete: ['server-log'], file: { delimiter: null } }], // prettier-ignore
  ['an access log, compressed', gzipSync(LOG), {}, 4, { report: 'access-log', robots: 1 }],
  ["Cloudflare's Logpush, compressed", gzipSync(PUSHED.repeat(6)), {}, 6, { report: 'cloudflare', robots: 0 }],
])('%s is counted', async (_name, file, query, views, said) => {
  expect((await send(file, { ...query, dryRun: 'true' })).data).toMatchObject({ ...said, import: null });
  const { status, data } = await send(file, query);
  expect([status, data.import?.state]).toEqual([200, 'counted']);
  expect(Object.values(await countedViews(host()))).toEqual([views]);
  expect(data).toMatchObject({ ...said, mapped: { entries: 1, views } });
});

test('as the whole body, too', async () => {
  const { status, body } = await as(host(), token)
    .post('/content-strategy/imports/analytics')
    .query({ ...PERIOD, dryRun: 'true' })
    .set('Content-Type', 'application/octet-stream')
    .send(PLAUSIBLE);
  expect([status, body.data.report, body.data.mapped.views]).toEqual([200, 'plausible', 5]);
});

test.each<[string, string | Uint8Array, RegExp]>([
  ['a bomb', zipOf([{ name: 'a.csv', content: Buffer.alloc(64 * 1024 ** 2) }]), /unpacks to more than 300 times/],
  ['one that hides its size', zipOf([{ name: 'a.csv', content: Buffer.alloc(64 * 1024 ** 2, 'a'), size: 9 }]), /more than its directory says/], // prettier-ignore
  ['a compressed bomb', gzipSync(Buffer.alloc(64 * 1024 ** 2, '/a,1\n')), /unpacks to more than 300 times/],
  ['names that lead out', zipOf([{ name: '../a.csv', content: CSV }]), /would lie outside of it/],
  ['half an archive', PLAUSIBLE.subarray(0, 90), /damaged or not whole/],
  ['a workbook', zipOf([{ name: '[Content_Types].xml', content: '<Types/>' }]), /save the sheet as CSV/],
  ["Search Console's clicks", zipOf([{ name: 'Pages.csv', content: 'Top pages,Clicks\nhttps://x.de/pricing,1\n' }]), /clicks in a search engine/], // prettier-ignore
])('refused: %s', async (_name, file, sentence) => {
  const { status, body } = await send(file, PERIOD);
  expect(status).toBe(400);
  expect(body.error?.message).toMatch(sentence);
  expect(await host().strapi.db.connection('cs_analytics_imports')).toEqual([]);
});

test('what unpacked to nothing known leaves the entry as it was', async () => {
  await send(gzipSync(CSV), PERIOD);
  await send(zipOf([{ name: 'a.csv', content: CSV, crc: 1 }]), PERIOD);
  expect(Object.keys(await countedViews(host()))).toEqual([`${id}.en`]);
});
