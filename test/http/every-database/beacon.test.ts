import {
  BEACON,
  BROWSER,
  dropsIn,
  forgetCounts,
  ORIGIN,
  SOURCE,
  sends,
  viewsIn,
  withBeacon,
} from '../../support/beacon';
import { writeFormerPaths } from '../../../server/stores/consumption/former-paths';
import { inTransaction } from '../../../server/stores/transaction';
import { today } from '../../support/consumption';
import { as, hostForAll } from '../../support/host';
import {
  aGuide,
  anArticle,
  anEntryOf,
  ARTICLE,
  aVersion,
  documents,
  GUIDE,
  LANDING_PAGE,
  withLocales,
  withSetting,
} from '../../support/library';
import { apiToken } from '../../support/rest';

const host = hostForAll({ config: withBeacon() });
let article: string;
let draft: string;
let guide: string;
let pdf: string;

beforeAll(async () => {
  await withLocales(host(), 'de');
  await withSetting(host(), ARTICLE, { audited: true, urlPattern: '/{locale}/blog/{slug}' });
  await withSetting(host(), GUIDE, { audited: true, urlPattern: '/guides/{slug}/' });
  await withSetting(host(), LANDING_PAGE, { audited: true, urlPattern: '/welcome' });
  article = await anArticle(host(), { title: 'Growing up', status: 'published' });
  await aVersion(host(), ARTICLE, article, {
    locale: 'de',
    status: 'published',
    data: { title: 'Größer', slug: 'groesser' },
  });
  draft = await anArticle(host(), { title: 'Not yet', status: 'draft' });
  guide = await aGuide(host(), 'Start here');
  const file = await host()
    .strapi.db.query('plugin::upload.file')
    .create({
      data: {
        name: 'price list.pdf',
        hash: 'price_list_1a2b3c',
        ext: '.pdf',
        mime: 'application/pdf',
        url: '/uploads/price_list_1a2b3c.pdf',
        size: 1,
        provider: 'local',
        documentId: 'file0000000000000000pdf1',
      },
    });
  pdf = file.documentId;
});
beforeEach(() => forgetCounts(host()));

const received = (events: number) => ({ data: { received: events } });

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

/** Views and drops that a request adds; its answer tells neither. */
const counting = async (request: () => PromiseLike<{ readonly body: unknown }>): Promise<readonly number[]> => {
  const before = [sum(await viewsIn(host())), sum(await dropsIn(host()))] as const;
  expect((await request()).body).toEqual(received(1));
  return [sum(await viewsIn(host())) - before[0], sum(await dropsIn(host())) - before[1]];
};

test.each([
  [
    'a page',
    () => [
      { uid: ARTICLE, documentId: article },
      { uid: ARTICLE, documentId: draft },
      { uid: ARTICLE, documentId: 'none' },
    ],
  ],
  ['a path', () => [{ path: '/en/blog/growing-up' }, { path: '/guides/start-here' }, { path: '/nowhere' }]],
  ['a file', () => [{ file: '/uploads/price_list_1a2b3c.pdf' }, { file: '/uploads/none.pdf' }]],
])('%s that is there is answered as one that is not', async (_name, events) => {
  const answers = [];
  for (const event of events()) {
    const { status, body, headers } = await sends(host(), event);
    const { date: _date, ...told } = headers as Record<string, string>;
    answers.push({ status, body, told });
  }
  expect(answers[0]).toMatchObject({ status: 202, body: received(1) });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test('an event is counted once, for its day, and the answer comes when it is', async () => {
  const { status, body } = await sends(host(), { uid: ARTICLE, documentId: article, locale: 'de' });
  expect([status, body]).toEqual([202, received(1)]);
  const today = Math.floor(Date.now() / 86_400_000);
  const [view] = await host().strapi.db.connection('cs_views');
  expect({ ...view, views: Number(view.views) }).toEqual({
    uid: ARTICLE,
    document_id: article,
    locale: 'de',
    source: SOURCE,
    from_day: today,
    to_day: today,
    views: 1,
  });
  const [day] = await host().strapi.db.connection('cs_source_days');
  expect(day).toMatchObject({ source: SOURCE, uid: ARTICLE, locale: 'de', day: today });
  expect([Number(day.events), Number(day.named), Date.now() - Number(day.last_at) < 60_000]).toEqual([1, 1, true]);
});

test.each([
  ['an entry of a type without locales', () => ({ uid: GUIDE, documentId: guide }), () => guide],
  [
    'an entry that names no locale: the default one',
    () => ({ uid: ARTICLE, documentId: article }),
    () => `${article} en`,
  ],
  ['a path', () => ({ path: '/en/blog/growing-up' }), () => `${article} en`],
  ['a path of another locale', () => ({ path: '/de/blog/groesser/?utm=1#top' }), () => `${article} de`],
  ['a path whose pattern ends in a slash', () => ({ path: '/guides/start-here' }), () => guide],
  ['a file', () => ({ file: 'https://cdn.example.com/x/price_list_1a2b3c.pdf?dl=1' }), () => pdf],
])('%s', async (_name, event, key) => {
  expect(await counting(() => sends(host(), event()))).toEqual([1, 0]);
  expect(await viewsIn(host())).toEqual({ [key()]: 1 });
});

test('a path that was mapped by hand, an old slug', async () => {
  await host().strapi.db.connection('cs_path_overrides').insert({
    path: '/old/page',
    uid: ARTICLE,
    document_id: article,
    locale: 'en',
    at: 0,
  });
  expect(await counting(() => sends(host(), { path: '/old/page' }))).toEqual([1, 0]);
  const [day] = await host().strapi.db.connection('cs_source_days');
  expect([Number(day.events), Number(day.named)]).toEqual([1, 0]);
});

describe('a path that is of no entry now', () => {
  const said = (table: string, rows: readonly object[]) => host().strapi.db.connection(table).insert(rows);
  afterEach(async () => {
    for (const table of ['cs_former_paths', 'cs_moved_sections', 'cs_path_overrides', 'cs_doubts'])
      await host().strapi.db.connection(table).delete();
  });
  const former = (path: string, ...of: readonly { uid: string; documentId: string; locale: string }[]) =>
    inTransaction(host().strapi, (trx) =>
      writeFormerPaths(
        trx,
        of.map((version) => ({ ...version, path }))
      )
    );
  const asArticle = () => ({ uid: ARTICLE, documentId: article, locale: 'en' });
  const asGuide = () => ({ uid: GUIDE, documentId: guide, locale: '' });

  test('counts for the one that had it, and the day is noted', async () => {
    await former('/führer/alt', asArticle());
    expect(await counting(() => sends(host(), { path: '/F%C3%BChrer/alt/' }))).toEqual([1, 0]);
    expect(await viewsIn(host())).toEqual({ [`${article} en`]: 1 });
    expect(await host().strapi.db.connection('cs_former_paths').pluck('viewed_on')).toEqual([today()]);
  });

  test('counts for none of several that had it, and all are in doubt', async () => {
    await former('/both-had', asArticle(), asGuide());
    expect(await counting(() => sends(host(), { path: '/both-had' }))).toEqual([0, 1]);
    const doubted: readonly string[] = await host().strapi.db.connection('cs_doubts').pluck('document_id');
    expect([...doubted].sort()).toEqual([article, guide].sort());
  });

  test('counts for nobody where somebody said that it is another page', async () => {
    await former('/another-page', asArticle());
    await said('cs_path_overrides', [{ path: '/another-page', uid: '', document_id: '', locale: '', at: 0 }]);
    expect(await counting(() => sends(host(), { path: '/another-page' }))).toEqual([0, 1]);
  });

  test('counts where its section moved', async () => {
    await said('cs_moved_sections', [{ move_key: 'x', from_path: '/moved', to_path: '/guides', at: 0 }]);
    expect(await counting(() => sends(host(), { path: '/moved/start-here' }))).toEqual([1, 0]);
    expect(await viewsIn(host())).toEqual({ [guide]: 1 });
  });
});

test('a path that was mapped to what is published no longer is left to the patterns', async () => {
  const gone = [
    { path: '/guides/start-here', uid: ARTICLE, document_id: draft, locale: 'en' },
    { path: '/en/blog/growing-up', uid: 'api::gone.gone', document_id: 'gone', locale: '' },
    { path: '/only/by-hand', uid: ARTICLE, document_id: draft, locale: 'en' },
  ];
  const overrides = () => host().strapi.db.connection('cs_path_overrides');
  await overrides().insert(gone.map((one) => ({ ...one, at: 0 })));
  for (const { path } of gone) await sends(host(), { path });
  await overrides()
    .whereIn(
      'path',
      gone.map(({ path }) => path)
    )
    .delete();
  expect(await viewsIn(host())).toEqual({ [guide]: 1, [`${article} en`]: 1 });
  expect(await dropsIn(host())).toEqual({ [`unpublished ${ARTICLE} ${SOURCE}`]: 1 });
});

test('a path of two entries counts for neither, and of both nobody can say that they were not read', async () => {
  const twins = [await aGuide(host(), 'Twin one'), await aGuide(host(), 'Twin two')];
  await host().strapi.db.connection('guides').where('name', 'like', 'Twin%').update({ slug: 'twin' });
  await sends(host(), { path: '/guides/twin' }, { 'User-Agent': 'Googlebot/2.1' });
  await sends(host(), { path: '/guides/twin' }, { 'Sec-GPC': '1' });
  expect(await doubts()).toEqual([]);
  await forgetCounts(host());
  expect(await counting(() => sends(host(), { path: '/guides/twin' }))).toEqual([0, 1]);
  expect(await dropsIn(host())).toEqual({ [`unknown-path ${SOURCE}`]: 1 });
  const today = Math.floor(Date.now() / 86_400_000);
  expect(await doubts()).toEqual(
    [...twins].sort().map((id) => ({ uid: GUIDE, document_id: id, locale: '', last_day: today }))
  );
});

test('a path of several locales of one entry counts for the default one and leaves the others in doubt', async () => {
  const page = await anEntryOf(host(), LANDING_PAGE, { locale: 'en', data: { headline: 'Welcome' } });
  await aVersion(host(), LANDING_PAGE, page, { locale: 'de', data: { headline: 'Willkommen' } });
  expect(await counting(() => sends(host(), { path: '/welcome' }))).toEqual([1, 0]);
  expect(await viewsIn(host())).toEqual({ [`${page} en`]: 1 });
  expect(await doubts()).toContainEqual(
    expect.objectContaining({ uid: LANDING_PAGE, document_id: page, locale: 'de' })
  );
  expect(await doubts()).not.toContainEqual(expect.objectContaining({ document_id: page, locale: 'en' }));
});

const doubts = () => host().strapi.db.connection('cs_doubts').orderBy('document_id');

test('a picture in any size that the host makes', async () => {
  const { strapi } = host();
  const sizes = strapi.config.get('plugin::upload.breakpoints');
  strapi.config.set('plugin::upload.breakpoints', { xlarge: 1920, small: 500 });
  for (const format of ['thumbnail', 'small', 'xlarge']) {
    expect(await counting(() => sends(host(), { file: `/uploads/${format}_price_list_1a2b3c.pdf` }))).toEqual([1, 0]);
  }
  expect(await counting(() => sends(host(), { file: '/uploads/huge_price_list_1a2b3c.pdf' }))).toEqual([0, 1]);
  strapi.config.set('plugin::upload.breakpoints', sizes);
  expect(await viewsIn(host())).toEqual({ [pdf]: 3 });
});

test('a batch: JSON or text, each event for itself', async () => {
  const events = [
    { uid: ARTICLE, documentId: article },
    { uid: ARTICLE, documentId: article },
    { uid: ARTICLE, documentId: draft },
    { uid: ARTICLE, documentId: 'unheardof' },
    { uid: 'api::nothing.nothing', documentId: 'x' },
    { uid: '__proto__', documentId: '__proto__' },
    { path: '/nowhere' },
    { file: '/uploads/none.pdf' },
  ];
  const { body } = await sends(host(), events, { 'Content-Type': 'application/json' });
  expect(body).toEqual(received(8));
  expect(await viewsIn(host())).toEqual({ [`${article} en`]: 2 });
  expect(await dropsIn(host())).toEqual({
    [`unpublished ${ARTICLE} ${SOURCE}`]: 1,
    [`unknown-document ${ARTICLE} ${SOURCE}`]: 1,
    [`unknown-document ${SOURCE}`]: 2,
    [`unknown-path ${SOURCE}`]: 1,
    [`unknown-document plugin::upload.file ${SOURCE}`]: 1,
  });
});

test.each([
  ['a bot', { 'User-Agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }, 'bot'],
  ['who says nothing of itself', { 'User-Agent': '' }, 'bot'],
  ['a prerendered page', { 'Sec-Purpose': 'prefetch;prerender' }, 'prefetch'],
  ['an older prefetch', { Purpose: 'prefetch' }, 'prefetch'],
  ['the oldest', { 'X-Moz': 'prefetch' }, 'prefetch'],
  ['Do Not Track', { DNT: '1' }, 'do-not-track'],
  ['Global Privacy Control', { 'Sec-GPC': '1' }, 'do-not-track'],
])('%s is not counted, and that is', async (_name, headers, reason) => {
  const { status, body } = await sends(host(), { uid: ARTICLE, documentId: article }, headers);
  expect([status, body]).toEqual([202, received(1)]);
  expect(await viewsIn(host())).toEqual({});
  expect(await dropsIn(host())).toEqual({ [`${reason} ${ARTICLE} ${SOURCE}`]: 1 });
});

test('of those who asked not to be counted a path is resolved to its type', async () => {
  await sends(host(), [{ path: '/en/blog/growing-up' }, { path: '/nowhere' }], { 'Sec-GPC': '1' });
  expect(await dropsIn(host())).toEqual({
    [`do-not-track ${ARTICLE} ${SOURCE}`]: 1,
    [`unknown-path ${SOURCE}`]: 1,
  });
});

test('what is unpublished counts no longer, what is published counts soon', async () => {
  const fresh = await anArticle(host(), { title: 'Fresh', status: 'draft' });
  expect(await counting(() => sends(host(), { uid: ARTICLE, documentId: fresh }))).toEqual([0, 1]);
  await documents(host(), ARTICLE).publish({ documentId: fresh });
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  expect(await counting(() => sends(host(), { uid: ARTICLE, documentId: fresh }))).toEqual([1, 0]);
});

describe('bad input is answered clearly and counted nowhere', () => {
  const entry = () => ({ uid: ARTICLE, documentId: article });
  test.each([
    ['malformed JSON', () => '{"uid":', 400, 'JSON'],
    ['malformed JSON by its name', () => '{"uid":', 400, '', { 'Content-Type': 'application/json' }],
    ['no body', () => '', 400, 'JSON'],
    ['a page without attributes', () => ({}), 400, '{ path }'],
    ['an empty batch', () => [], 400, 'empty'],
    ['a scalar', () => '7', 400, '{ path }'],
    ['null', () => 'null', 400, '{ path }'],
    ['a huge number', () => ({ ...entry(), views: 1e308 }), 400, '{ path }'],
    ['a negative count', () => ({ ...entry(), count: -5 }), 400, '{ path }'],
    ['a number for an ID', () => ({ uid: ARTICLE, documentId: 1e21 }), 400, '{ path }'],
    ['__proto__', () => `{"__proto__":{"uid":"${ARTICLE}"}}`, 400, '{ path }'],
    ['a NUL', () => ({ uid: ARTICLE, documentId: 'a\u0000b' }), 400, '{ path }'],
    ['a NUL in a path', () => ({ path: '/a\u0000b' }), 400, '{ path }'],
    ['an escaped NUL in a path', () => ({ path: '/guides/%00x' }), 400, '{ path }'],
    ['an escaped NUL in a file', () => ({ file: '/uploads/%00a.png' }), 400, '{ path }'],
    ['a long path', () => ({ path: `/${'a'.repeat(5000)}` }), 400, '{ path }'],
    ['51 events', () => Array.from({ length: 51 }, entry), 400, 'at most 50'],
    ['a batch of 100,000 events', () => Array.from({ length: 100_000 }, entry), 413, '32 kB'],
    ['10 MB', () => 'x'.repeat(10_000_000), 413, '32 kB'],
    ['10 MB of JSON', () => 'x'.repeat(10_000_000), 413, '32 kB', { 'Content-Type': 'application/json' }],
    ['a spoofed origin', entry, 403, 'consumption.origins', { Origin: 'https://www.example.com.evil.org' }],
    ['an origin that is none', entry, 403, 'consumption.origins', { Origin: 'null' }],
  ])('%s', async (_name, event, status, sentence, headers: Record<string, string> = {}) => {
    const response = await sends(host(), event(), headers);
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(sentence);
    expect(await viewsIn(host())).toEqual({});
  });

  test.each([
    '/../../etc/passwd',
    '/en/blog/%2e%2e%2f%2e%2e%2fetc',
    '/en/blog/%',
    '/en/blog/%E0%A4%A',
    "/en/blog/' or 1=1 --",
    '/en/blog/growing_up',
    '/en/blog/GROWING-UP',
    '/__proto__/constructor',
    '/en/blog/%25',
    `/guides/${'/x'.repeat(400)}`,
  ])('the path %s leads nowhere', async (path) => {
    expect(await counting(() => sends(host(), { path }))).toEqual([0, 1]);
    expect(await dropsIn(host())).toEqual({ [`unknown-path ${SOURCE}`]: 1 });
  });

  test('the public can create only so many rows a day', async () => {
    const invented = Array.from({ length: 40 }, (_, at) => [
      { uid: `api::invented.t${at}`, documentId: `d${at}` },
      { uid: ARTICLE, documentId: `invented${at}`, locale: `l${at}` },
      { uid: ARTICLE, documentId: article, locale: `xx-${at}` },
      { path: `/invented/${at}` },
      { file: `/uploads/invented${at}.pdf` },
    ]);
    for (const [at, events] of invented.entries()) {
      await sends(host(), events, { Origin: `https://site-${at}.example.org` });
      await sends(host(), events, { DNT: String(at % 2) });
    }
    expect(await viewsIn(host())).toEqual({});
    expect(Object.keys(await dropsIn(host())).length).toBeLessThan(12);
    expect(await host().strapi.db.connection('cs_source_days')).toEqual([]);
  });

  test('the server is alive, and nothing of a person is in any row', async () => {
    expect((await sends(host(), entry(), { Cookie: 'a=secret', 'X-Forwarded-For': '203.0.113.7' })).status).toBe(202);
    const rows = JSON.stringify([
      await host().strapi.db.connection('cs_views'),
      await host().strapi.db.connection('cs_source_days'),
      await host().strapi.db.connection('cs_drops'),
    ]);
    for (const personal of ['secret', '203.0.113', '127.0.0.1', 'Mozilla']) expect(rows).not.toContain(personal);
  });
});

test('CORS answers only the sites that may send', async () => {
  const ask = (origin: string) =>
    as(host()).options(BEACON).set({ Origin: origin, 'Access-Control-Request-Method': 'POST' });
  expect((await ask(ORIGIN)).headers).toMatchObject({
    'access-control-allow-origin': ORIGIN,
    'access-control-allow-methods': 'POST',
  });
  const other = await ask('https://evil.example.org');
  expect(Object.keys(other.headers).filter((header) => header.startsWith('access-control'))).toEqual([]);
  const sent = await sends(host(), { uid: GUIDE, documentId: guide });
  expect(sent.headers).toMatchObject({
    'access-control-allow-origin': ORIGIN,
    vary: expect.stringContaining('Origin'),
  });
  expect(sent.headers['access-control-allow-credentials']).toBeUndefined();
});

test('a server forwards with a token, and passes on what the browser said', async () => {
  const forward = (token: string | undefined, headers: Readonly<Record<string, string>> = {}) =>
    as(host(), token)
      .post(`${BEACON}/forward`)
      .set({ 'User-Agent': BROWSER, ...headers })
      .send({ uid: GUIDE, documentId: guide });
  expect((await forward(undefined)).status).toBe(401);
  expect((await forward(await apiToken(host(), ['api::article.article.find']))).status).toBe(403);
  const token = await apiToken(host(), ['plugin::content-strategy.consumption.forward']);
  expect(await counting(() => forward(token))).toEqual([1, 0]);
  expect(await counting(() => forward(token, { Origin: ORIGIN }))).toEqual([1, 0]);
  expect(await counting(() => forward(token, { 'User-Agent': 'node' }))).toEqual([0, 1]);
  const sources = await host().strapi.db.connection('cs_views').orderBy('source').pluck('source');
  expect(sources).toEqual(['tracker:server', SOURCE]);
});
