/** Views from other tools' files: what they become, what they replace, and what is refused. */
import { encode } from 'iconv-lite';
import { actionUid } from '../../../server/core/actions';
import { service } from '../../../server/services';
import { ga4Explore, ga4Pages, type PathRow } from '../../support/analytics';
import { analyticsImporter, countedViews, forgetImports, type AnalyticsImporter } from '../../support/analytics-import';
import { as, hostForAll } from '../../support/host';
import { aGuide, anArticle, ARTICLE, aVersion, daysAgo, GUIDE, withLocales, withSetting } from '../../support/library';
import { superAdmin, userWith } from '../../support/users';
import { zipOf } from '../../support/zip';

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
let ids: Readonly<Record<'pricing' | 'both' | 'draft' | 'twin' | 'twin2' | 'guide' | 'orphan', string>>;
let token: string;
let send: AnalyticsImporter;

beforeAll(async () => {
  await withLocales(host(), 'de');
  await withSetting(host(), ARTICLE, { urlPattern: '/{locale}/{slug}' });
  await withSetting(host(), GUIDE, { urlPattern: '/guides/{slug}' });
  ids = {
    pricing: await anArticle(host(), { title: 'Pricing' }),
    both: await anArticle(host(), { title: 'Both', data: { slug: 'both' } }),
    draft: await anArticle(host(), { title: 'Draft', status: 'draft' }),
    twin: await anArticle(host(), { title: 'Twin', data: { slug: 'twin' } }),
    twin2: await anArticle(host(), { title: 'Other twin' }),
    guide: await aGuide(host(), 'Start'),
    orphan: await aGuide(host(), 'Orphan', { slug: null }),
  };
  // Strapi would refuse a slug twice.
  await host()
    .strapi.db.query(ARTICLE)
    .updateMany({ where: { documentId: ids.twin2 }, data: { slug: 'twin' } });
  await aVersion(host(), ARTICLE, ids.both, { locale: 'de', data: { title: 'Beide', slug: 'beide' } });
  ({ token } = await superAdmin(host()));
  send = analyticsImporter(host(), token);
});

afterEach(() => forgetImports(host()));

const table = (name: string) => host().strapi.db.connection(name);
const post = (path: string) => as(host(), token).post(`/content-strategy/imports/analytics/${path}`);
const states = async (): Promise<readonly string[]> => {
  const { body } = await as(host(), token).get('/content-strategy/imports/analytics');
  return body.data.map((one: { from: string; state: string }) => `${one.from} ${one.state}`);
};

const ROWS: readonly PathRow[] = [
  ['/', 100],
  ['/en/pricing', 50],
  ['/en/Pricing/', 5],
  ['/en/both', 20],
  ['/de/beide', 10],
  ['/en/draft', 7],
  ['/en/twin', 30],
  ['/guides/start.html', 3],
];

test('a dry run says what would be counted, and writes nothing', async () => {
  const { status, data } = await send(ga4Pages(ROWS), { dryRun: 'true' });
  expect(status).toBe(200);
  expect(data).toEqual({
    dryRun: true,
    file: { name: 'ga4.csv', encoding: 'utf-8', delimiter: ',' },
    report: 'ga4-pages',
    site: 'Example',
    period: { from: '2025-01-01', to: '2025-02-11', isFromFile: true },
    isComplete: true,
    incomplete: [],
    gap: null,
    hosts: [],
    rows: 8,
    paths: 8,
    views: 225,
    otherViews: 0,
    robots: 0,
    mapped: { paths: 5, views: 88, entries: 3 },
    unmatched: {
      paths: 2,
      views: 107,
      top: [
        { path: '/', views: 100 },
        { path: '/en/draft', views: 7 },
      ],
    },
    ambiguous: {
      paths: 1,
      views: 30,
      top: [{ path: '/en/twin', views: 30, shared: 2, entries: expect.any(Array) }],
    },
    readdressed: { former: 0, moved: 0 },
    inDoubt: { paths: 0, views: 0, top: [] },
    moves: [],
    patterns: [],
    replaces: [],
    besides: [],
    grades: null,
    import: null,
  });
  const named = data.ambiguous.top[0]?.entries.map(({ documentId }) => documentId) ?? [];
  expect([...named].sort()).toEqual([ids.twin, ids.twin2].sort());
  for (const name of ['cs_analytics_imports', 'cs_views', 'cs_analytics_scopes']) expect(await table(name)).toEqual([]);
});

test('applied: views by version, what it tells of, and of which it cannot tell', async () => {
  service(host().strapi, 'changes').takeAll();
  const { status, data } = await send(ga4Pages(ROWS));
  expect(status).toBe(200);
  expect(data).toMatchObject({
    dryRun: false,
    import: {
      format: 'ga4',
      name: 'ga4.csv',
      site: 'Example',
      from: '2025-01-01',
      to: '2025-02-11',
      isComplete: true,
      rows: 8,
      views: 225,
      mappedViews: 88,
      mappedEntries: 3,
      state: 'counted',
      by: expect.stringMatching(/^Super/),
    },
  });
  expect(await countedViews(host())).toEqual({
    [`${ids.pricing}.en`]: 55,
    [`${ids.both}.en`]: 20,
    [`${ids.both}.de`]: 10,
    [ids.guide]: 3,
  });
  expect(
    await table('cs_views').where({ document_id: ids.guide }).select('uid', 'source', 'from_day', 'to_day')
  ).toEqual([{ uid: GUIDE, source: `import:${String(data.import?.id)}`, from_day: 20089, to_day: 20130 }]);
  expect(await table('cs_analytics_scopes').orderBy(['uid', 'locale']).select('uid', 'locale', 'entries')).toEqual([
    { uid: ARTICLE, locale: 'de', entries: 1 },
    { uid: ARTICLE, locale: 'en', entries: 2 },
    { uid: GUIDE, locale: '', entries: 1 },
  ]);
  const obstacles: readonly { document_id: string }[] = await table('cs_analytics_obstacles').select('document_id');
  expect(obstacles.map((one) => one.document_id).sort()).toEqual([ids.twin, ids.twin2].sort());
  expect(service(host().strapi, 'changes').takeAll().size).toBeGreaterThan(0);
});

describe('the same days again', () => {
  test('replace what was counted, and never add to it; undone, it counts again', async () => {
    const first = await send(ga4Pages(ROWS));
    const dry = await send(ga4Pages([['/en/pricing', 9]], { from: '20250201', to: '20250228' }), { dryRun: 'true' });
    expect(dry.data.replaces.map(({ id }) => id)).toEqual([first.data.import?.id]);

    const second = await send(ga4Pages([['/en/pricing', 9]], { from: '20250201', to: '20250228' }));
    expect(second.data.replaces).toHaveLength(1);
    expect(await countedViews(host())).toEqual({ [`${ids.pricing}.en`]: 9 });
    await send(ga4Explore([['20250205', '/en/pricing', 4]], { period: '20250201-20250228' }));
    expect(await countedViews(host())).toEqual({ [`${ids.pricing}.en`]: 4 });
    expect(await states()).toEqual(['2025-02-01 counted', '2025-02-01 replaced', '2025-01-01 replaced']);

    const [newest] = (await as(host(), token).get('/content-strategy/imports/analytics')).body.data;
    expect((await post(`${newest.id}/undo`)).body.data).toMatchObject({ state: 'undone', replacedBy: null });
    expect(await countedViews(host())).toEqual({ [`${ids.pricing}.en`]: 9 });
    expect((await post(`${newest.id}/undo`)).status).toBe(409);
    expect((await post(`${newest.id}/redo`)).body.data).toMatchObject({ state: 'counted' });
    expect((await post(`${newest.id}/redo`)).status).toBe(409);
    expect(await countedViews(host())).toEqual({ [`${ids.pricing}.en`]: 4 });
    expect((await post('999999/undo')).status).toBe(404);
    expect((await post('x/undo')).status).toBe(400);
  });

  test('other days, another site and another tool count besides', async () => {
    await send(ga4Pages([['/en/pricing', 1]]));
    await send(ga4Pages([['/en/pricing', 2]], { from: '20250212', to: '20250301' }));
    await send(ga4Pages([['/en/pricing', 4]], { property: 'Other' }));
    await send('path,views\n/en/pricing,8\n', { from: '2025-01-01', to: '2025-02-11' });
    await send('path,views\n/en/pricing,16\n', { from: '2025-01-01', to: '2025-02-11', site: 'Ünlike' });
    expect(await countedViews(host())).toEqual({ [`${ids.pricing}.en`]: 31 });
    const { data } = await send(ga4Pages([['/en/pricing', 1]], { property: 'Third' }), { dryRun: 'true' });
    expect(data.besides.map(({ site, from }) => `${site} ${from}`)).toEqual(['Example 2025-01-01', 'Other 2025-01-01']);
    const same = await send(ga4Pages([['/en/pricing', 1]]), { dryRun: 'true', site: 'Other' });
    expect(same.data.besides.map(({ site }) => site)).toEqual(['Example']);
    expect(same.data.replaces.map(({ site }) => site)).toEqual(['Other']);
  });

  test('two imports at once: one of them counts', async () => {
    const both = await Promise.all([send(ga4Pages([['/en/pricing', 1]])), send(ga4Pages([['/en/pricing', 1]]))]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await countedViews(host())).toEqual({ [`${ids.pricing}.en`]: 1 });
  });
});

describe('what is absent', () => {
  test.each<[string, string, object, readonly string[]]>([
    ['an (other) row', ga4Pages([...ROWS, ['(other)', 9]]), {}, ['other-row']],
    ['an (other) row stays one', ga4Pages([...ROWS, ['(other)', 9]]), { complete: 'true' }, ['other-row']],
    ['a total that is more', ga4Explore([['20250101', '/en/pricing', 5]], { total: 99 }), {}, ['below-total']],
    ['its importer says so', ga4Pages(ROWS), { because: 'sampled,thresholded' }, ['sampled', 'thresholded']],
    ['filtered', ga4Pages(ROWS), { because: 'filtered' }, ['filtered']],
    ['not complete', ga4Pages(ROWS), { complete: 'false' }, ['said']],
    ['a segment', ga4Pages(ROWS, { segment: 'Mobile' }), {}, ['segment']],
    ['a segment that is everybody', ga4Pages(ROWS, { segment: 'Kaikki' }), { complete: 'true' }, []],
  ])('%s', async (_name, file, query, incomplete) => {
    const { data } = await send(file, query);
    expect([data.incomplete, data.isComplete]).toEqual([incomplete, incomplete.length === 0]);
    expect(data.import?.isComplete).toBe(incomplete.length === 0);
  });
});

const AN_INSTANT = expect.stringMatching(/^\d{4}-.*Z$/);

describe('several hosts', () => {
  const FILE = 'hostname,page,views,from,to\n' + ['www.x.de,/,90', 'www.x.de,/en/both,5', 'staging.x.de,/en/pricing,9'].map((row) => `${row},2025-01-01,2025-01-31\n`).join(''); // prettier-ignore

  test('what was viewed at another than the site only is not said to be unviewed', async () => {
    const { data } = await send(FILE);
    expect(data.hosts).toEqual([
      { host: 'www.x.de', views: 95, isChosen: true },
      { host: 'staging.x.de', views: 9, isChosen: false },
    ]);
    expect([data.views, data.mapped, data.isComplete]).toEqual([104, { paths: 1, views: 5, entries: 1 }, true]);
    expect(await countedViews(host())).toEqual({ [`${ids.both}.en`]: 5 });
    expect(await table('cs_analytics_obstacles').pluck('document_id')).toContain(ids.pricing);
  });

  test('the importer says whose views count, and then others tell nothing', async () => {
    const { data } = await send(FILE, { hosts: 'www.x.de' });
    expect(data.hosts.map(({ isChosen }) => isChosen)).toEqual([true, false]);
    expect(await table('cs_analytics_obstacles').pluck('document_id')).not.toContain(ids.pricing);
    await send(FILE, { hosts: 'www.x.de,staging.x.de' });
    expect(await countedViews(host())).toEqual({ [`${ids.both}.en`]: 5, [`${ids.pricing}.en`]: 9 });
  });
});

test('a file of which nothing is found makes nothing unviewed, unless the importer says that it lists every page', async () => {
  const shop = ga4Pages([['/', 9], ['/shop/a', 1]]); // prettier-ignore
  expect((await send(shop, { dryRun: 'true' })).data).toMatchObject({ isComplete: false, incomplete: ['no-match'] });
  expect((await send(shop, { dryRun: 'true', complete: 'true' })).data).toMatchObject({ isComplete: true });
});

test('days without a row are asked for, and may be said', async () => {
  const daily = 'date,path,views\n2025-01-01,/en/pricing,1\n2025-01-03,/en/pricing,2\n';
  const { data } = await send(daily, { dryRun: 'true' });
  expect(data).toMatchObject({ period: null, gap: { missing: { from: '2025-01-02', to: '2025-01-02' } } });
  const refused = await send(daily);
  expect([refused.status, refused.body.error?.message]).toEqual([
    400,
    expect.stringMatching(/^`from`: the file has no row of 2025-01-02 to 2025-01-02; give `from` and `to`/),
  ]);
  const said = await send(daily, { from: '2025-01-01', to: '2025-01-05' });
  expect(said.data.period).toEqual({ from: '2025-01-01', to: '2025-01-05', isFromFile: false });
});

describe('by hand', () => {
  const override = (body: object) => as(host(), token).put('/content-strategy/imports/analytics/overrides').send(body);

  test('a path belongs to an entry, until it is taken back', async () => {
    const entry = { uid: GUIDE, documentId: ids.orphan };
    const { status, body } = await override({ data: { path: 'https://example.com/Old%20guide/?x=1', entry } });
    expect([status, body.data]).toEqual([200, { path: '/Old guide', entry: { ...entry, locale: '' } }]);
    const file = ga4Pages([['/old guide', 4], ['/en/twin', 2]]); // prettier-ignore
    await override({ data: { path: '/en/twin', entry: { uid: ARTICLE, documentId: ids.twin } } });
    const { data } = await send(file);
    expect(data).toMatchObject({
      mapped: { paths: 2, views: 6, entries: 2 },
      ambiguous: { paths: 0 },
      unmatched: { paths: 0 },
    });
    expect(await countedViews(host())).toEqual({ [ids.orphan]: 4, [`${ids.twin}.en`]: 2 });
    expect(await table('cs_analytics_obstacles').select('document_id')).toEqual([{ document_id: ids.twin2 }]);
    const { body: mapped } = await as(host(), token).get('/content-strategy/imports/analytics/overrides');
    expect(mapped).toEqual({
      data: [
        {
          path: '/en/twin',
          entry: { uid: ARTICLE, documentId: ids.twin, locale: 'en' },
          by: expect.stringMatching(/^Super/),
          at: AN_INSTANT,
        },
        { path: '/old guide', entry: { ...entry, locale: '' }, by: expect.stringMatching(/^Super/), at: AN_INSTANT },
      ],
      meta: { pagination: { page: 1, pageSize: 25, pageCount: 1, total: 2, totalIsExact: true } },
    });
    await override({ data: { path: '/OLD GUIDE', entry: null } });
    expect((await send(file, { dryRun: 'true' })).data.unmatched.top).toEqual([{ path: '/old guide', views: 4 }]);
  });

  test('of an entry in several languages the one that is said, else that of the path, else the first', async () => {
    const entry = { uid: ARTICLE, documentId: ids.both };
    await override({ path: '/a', entry: { ...entry, locale: 'de' } });
    await override({ path: '/b', entry });
    await override({ path: '/DE/old', entry });
    await send(ga4Pages([['/a', 1], ['/b', 2], ['/de/old', 4]])); // prettier-ignore
    expect(await countedViews(host())).toEqual({ [`${ids.both}.de`]: 5, [`${ids.both}.en`]: 2 });
  });

  test.each<[string, () => object, number, RegExp]>([
    ['no entry', () => ({ path: '/a', entry: { uid: ARTICLE, documentId: 'x' } }), 404, /^`documentId`: there is no entry/],
    ['a draft', () => ({ path: '/a', entry: { uid: ARTICLE, documentId: ids.draft } }), 400, /^`entry`: it is not published/],
    ['no such language', () => ({ path: '/a', entry: { uid: ARTICLE, documentId: ids.pricing, locale: 'de' } }), 400, /^`entry\.locale`: .* in en\.$/],
    ['no type', () => ({ path: '/a', entry: { uid: '__proto__', documentId: 'x' } }), 400, /^`uid`: /],
    ['no path', () => ({ path: ' ', entry: null }), 400, /^`path`: must not be empty\.$/],
    ['a long path', () => ({ path: `/${'ü'.repeat(400)}`, entry: null }), 400, /^`path`: it is longer than 700/],
    ['nothing', () => ({}), 400, /^`path`: /],
  ])('refused: %s', async (_name, body, status, sentence) => {
    const answer = await override(body());
    expect([answer.status, answer.body.error.message]).toEqual([status, expect.stringMatching(sentence)]);
  }); // prettier-ignore
});

describe('the period', () => {
  test('is asked for where the file does not say it', async () => {
    const file = 'path,views\n/en/pricing,3\n';
    expect((await send(file, { dryRun: 'true' })).data.period).toBeNull();
    expect((await send(file)).body.error?.message).toMatch(/^`from`: the file does not say which days/);
    const { data } = await send(file, { from: '2025-01-01', to: '2025-01-31' });
    expect(data.period).toEqual({ from: '2025-01-01', to: '2025-01-31', isFromFile: false });
  });

  const plain = 'path,views\n/en/pricing,3\n';
  test.each<[string, string, object, RegExp]>([
    ['a day that is none', plain, { from: '2025-02-30', to: '2025-03-01' }, /^`from`: "2025-02-30" is no day/],
    ['other writing', plain, { from: '01/02/2025', to: '2025-03-01' }, /^`from`: "01\/02\/2025" is no day/],
    ['half of it', plain, { from: '2025-01-01' }, /^`to`: say it too/],
    ['backwards', plain, { from: '2025-03-01', to: '2025-01-01' }, /^`to`: the period ends before it begins/],
    ['the future', plain, { from: '2025-03-01', to: daysAgo(-400) }, /^`to`: .* lies in the future/],
    ['before the web', plain, { from: '1899-01-01', to: '2025-01-01' }, /^`from`: .* before there were pages/],
    ['another than the file', ga4Pages(ROWS), { from: '2025-01-02', to: '2025-02-11' }, /^`from`: the file says that it is about 2025-01-01 to 2025-02-11/],
    ['a file of the future', ga4Pages(ROWS, { to: '29990101' }), {}, /^`file`: 2999-01-01 lies in the future/],
  ])('refused: %s', async (_name, file, query, sentence) => {
    const { status, body } = await send(file, query);
    expect([status, body.error?.message]).toEqual([400, expect.stringMatching(sentence)]);
  }); // prettier-ignore
});

describe('bad input is refused with a sentence, and leaves nothing behind', () => {
  test.each<[string, () => string | Uint8Array, RegExp]>([
    ['an empty file', () => '', /^`file`: it is empty/],
    ['NULs', () => Buffer.alloc(5000), /^`file`: it is no text/],
    ['a renamed workbook', () => zipOf([{ name: '[Content_Types].xml', content: '' }]), /^`file`: it is an Excel or LibreOffice workbook/],
    ['the beginning of one', () => Buffer.from('PK\u0003\u0004rest'), /^`file`: the archive is damaged or not whole/],
    ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0, 0, 0]), /^`file`: it is no text/],
    ['one line of 20 MB', () => `path,views\n"${'a'.repeat(20_000_000)}`, /^`file`: the row in line 2 is longer than 1 MB/],
    ['a quote that is not closed', () => 'path,views\n"/a,3\n/b,4\n', /^`file`: the quote opened in line 2 is never closed/],
    ['another sheet', () => 'Title,Stages\na,b\n', /^`file`: it is no analytics export/],
    ['a negative number', () => 'path,views\n/en/pricing,1\n/a,-5\n', /^`file`: line 3, column "views": "-5": nobody/],
    ['a huge number', () => 'path,views\n/a,1e99\n', /^`file`: line 2, column "views": "1e99": no page has more/],
    ['too many for anybody', () => 'path,views\n/a,99999999999\n', /^`file`: line 2, .* no page has more than/],
    ['a word', () => ga4Pages(ROWS).replace('50,', 'fifty,'), /^`file`: line 12, column "Views": "fifty"/],
    ['no rows', () => ga4Pages([]), /^`file`: it has no row about a path/],
  ])('%s', async (_name, file, sentence) => {
    const { status, body } = await send(file(), { from: '2025-01-01', to: '2025-01-31' });
    expect([status, body.error?.message]).toEqual([400, expect.stringMatching(sentence)]);
    expect(await table('cs_analytics_imports')).toEqual([]);
  }); // prettier-ignore

  test.each<[object, RegExp]>([
    [{ dryRun: 'yes' }, /^`dryRun`: must be one of true, false/],
    [{ because: 'bored' }, /^`because`: must be words of sampled, thresholded, filtered/],
    [{ complete: '1' }, /^`complete`: /],
    [{ form: '2025-01-01' }, /^`form`: is not known here/],
    [{ site: 'a\u0000' }, /^`site`: must not hold NUL/],
  ])('%j', async (query, sentence) => {
    const { status, body } = await send(ga4Pages(ROWS), query);
    expect([status, body.error?.message]).toEqual([400, expect.stringMatching(sentence)]);
  });

  // The table of views is away: the error is logged.
  test('nothing half done', async () => {
    await send(ga4Pages(ROWS));
    const db = host().strapi.db.connection;
    await db.schema.renameTable('cs_views', 'cs_views_away');
    try {
      expect((await send(ga4Pages(ROWS))).status).toBe(500);
    } finally {
      await db.schema.renameTable('cs_views_away', 'cs_views');
    }
    expect(await states()).toEqual(['2025-01-01 counted']);
  });

  test('an import whose process went away counts nowhere, and the next one clears it away', async () => {
    await send(ga4Pages(ROWS));
    const [{ id: _id, ...row } = { id: 0 }] = await table('cs_analytics_imports');
    const lost = { ...row, state: 'writing', at: Date.now() - 7_200_000, from_day: 1, to_day: 2 };
    await table('cs_analytics_imports').insert(lost);
    await table('cs_analytics_imports').insert({ ...lost, at: Date.now() });
    const [dead, alive] = await table('cs_analytics_imports').where({ state: 'writing' }).orderBy('at');
    for (const { id } of [dead, alive]) {
      const own = { uid: GUIDE, document_id: ids.guide, locale: '' };
      await table('cs_views').insert({ ...own, source: `import:${id}`, from_day: 1, to_day: 2, views: 9 });
      await table('cs_analytics_scopes').insert({ import_id: id, uid: GUIDE, locale: '', entries: 1 });
    }
    expect(await states()).toEqual(['2025-01-01 counted']);
    expect((await post(`${dead.id}/undo`)).status).toBe(404);
    await send(ga4Pages(ROWS));
    expect(await states()).toEqual(['2025-01-01 counted', '2025-01-01 replaced']);
    const left = await table('cs_analytics_imports').where({ state: 'writing' }).select('id');
    expect(left).toEqual([{ id: alive.id }]);
    for (const name of ['cs_views', 'cs_analytics_scopes']) {
      const of = name === 'cs_views' ? { source: `import:${dead.id}` } : { import_id: dead.id };
      expect(await table(name).where(of)).toEqual([]);
    }
  });
});

test.each<[string, Uint8Array | string]>([
  ['UTF-16LE with a mark', encode(ga4Pages(ROWS), 'utf-16le', { addBOM: true })],
  ['UTF-16LE', encode(ga4Pages(ROWS), 'utf-16le')],
  ['UTF-8 with a mark', encode(ga4Pages(ROWS), 'utf-8', { addBOM: true })],
  ['NULs here and there', ga4Pages(ROWS).replaceAll('/en/', '/e\0n/')],
  ['tabs', ga4Pages(ROWS).replaceAll(',', '\t')],
  ['German thousands', ga4Pages([...ROWS, ['/x', 0]]).replace('/x,0', '/x,1.000')],
])('totals are those of the rows: %s', async (name, file) => {
  const { data } = await send(file, { dryRun: 'true' });
  expect([data.views, data.mapped.views]).toEqual([name.startsWith('German') ? 1225 : 225, 88]);
});

test('the file may be the body, with 30,000 paths', async () => {
  const file = ga4Pages([...ROWS, ...Array.from({ length: 30_000 }, (_, at): PathRow => [`/none-${at}`, 1])]);
  const { status, body } = await as(host(), token)
    .post('/content-strategy/imports/analytics')
    .set('Content-Type', 'application/octet-stream')
    .send(Buffer.from(file));
  expect([status, body.data.unmatched.paths, body.data.unmatched.top.length]).toEqual([200, 30_002, 100]);
});

describe('types without a URL pattern', () => {
  const [ARTICLES, GUIDES] = [
    { uid: ARTICLE, displayName: 'Article', pattern: '/{locale}/{slug}', found: 5, of: 5 },
    { uid: GUIDE, displayName: 'Guide', pattern: '/guides/{slug}', found: 3, of: 4 },
  ];
  const file = ga4Pages([...ROWS, ['/guides/first', 8], ['/guides/Second', 9], ['/guides/start/', 1]]);

  beforeAll(async () => {
    for (const name of ['First', 'Second', 'Third']) await aGuide(host(), name);
    for (const uid of [ARTICLE, GUIDE]) await withSetting(host(), uid, { urlPattern: null });
  });

  afterAll(async () => {
    await withSetting(host(), ARTICLE, { urlPattern: '/{locale}/{slug}' });
    await withSetting(host(), GUIDE, { urlPattern: '/guides/{slug}' });
  });

  test('a dry run says which ones the paths of the file fit', async () => {
    const { data } = await send(file, { dryRun: 'true' });
    expect(data.mapped.paths).toBe(0);
    expect(data.patterns).toEqual([ARTICLES, GUIDES]);
    expect((await send(ga4Pages([['/about', 3]]), { dryRun: 'true' })).data.patterns).toEqual([]);
  });

  test('only of types that the user may read', async () => {
    const grants = [
      { action: actionUid('tag') },
      { action: 'plugin::content-manager.explorer.read', subject: GUIDE, fields: ['name', 'slug'] },
    ];
    const { token: limited } = await userWith(host(), grants);
    expect((await analyticsImporter(host(), limited)(file, { dryRun: 'true' })).data.patterns).toEqual([GUIDES]);
  });

  test('as soon as they are set its views are mapped', async () => {
    await withSetting(host(), GUIDE, { urlPattern: GUIDES.pattern });
    const { data } = await send(file, { dryRun: 'true' });
    expect(data.mapped).toEqual({ paths: 4, views: 21, entries: 3 });
    expect(data.patterns).toEqual([ARTICLES]);
  });
});

describe('permissions', () => {
  const read = (fields: readonly string[]) => ({
    action: 'plugin::content-manager.explorer.read',
    subject: GUIDE,
    fields,
  });
  const [TAG, READ] = [{ action: actionUid('tag') }, { action: actionUid('read') }];

  test('what is out of sight is counted, and answered as what is not there', async () => {
    const { token: limited } = await userWith(host(), [TAG, read(['name', 'slug'])]);
    const { data } = await analyticsImporter(host(), limited)(ga4Pages(ROWS), { dryRun: 'true' });
    const whole = (await send(ga4Pages(ROWS), { dryRun: 'true' })).data;
    expect(whole.mapped).toEqual({ paths: 5, views: 88, entries: 3 });
    const hidden = whole.mapped.paths - data.mapped.paths + whole.ambiguous.paths;
    expect(data.mapped.entries).toBeLessThan(3);
    expect(data.unmatched.paths).toBe(whole.unmatched.paths + hidden);
    expect(data.ambiguous.top).toEqual([]);
    const request = as(host(), limited).put('/content-strategy/imports/analytics/overrides');
    const { status } = await request.send({ path: '/a', entry: { uid: ARTICLE, documentId: ids.pricing } });
    expect(status).toBe(404);
    const { token: own } = await userWith(host(), [READ, read(['name', 'slug'])]);
    await as(host(), token)
      .put('/content-strategy/imports/analytics/overrides')
      .send({ path: '/a', entry: { uid: ARTICLE, documentId: ids.pricing } });
    const { body } = await as(host(), own).get('/content-strategy/imports/analytics/overrides');
    expect(body.data).toEqual([]);
    // What one may not see, one can neither take back nor take over.
    const change = (entry: object | null) =>
      as(host(), limited).put('/content-strategy/imports/analytics/overrides').send({ path: '/a', entry });
    expect((await change(null)).status).toBe(404);
    expect((await change({ uid: GUIDE, documentId: ids.orphan })).status).toBe(409);
  });

  test('a file of one guessed path tells nothing of an entry that a condition hides', async () => {
    const subject = { action: 'plugin::content-manager.explorer.read', subject: ARTICLE };
    const hidden = { ...subject, fields: ['title', 'slug'], locales: ['en', 'de'], conditions: ['admin::is-creator'] };
    const { token: limited } = await userWith(host(), [TAG, READ, hidden]);
    const told = async (path: string): Promise<string> => {
      const file = ga4Pages([[path, 3]]);
      const { data: dry } = await analyticsImporter(host(), limited)(file, { dryRun: 'true' });
      const { data } = await analyticsImporter(host(), limited)(file);
      const heard: unknown[] = [dry, data];
      for (const list of ['imports/analytics', 'measurement'])
        heard.push((await as(host(), limited).get(`/content-strategy/${list}`)).body);
      await forgetImports(host());
      return JSON.stringify(heard, (key, value: unknown) => (['id', 'at'].includes(key) ? undefined : value));
    };
    expect(await told('/en/pricing')).toBe((await told('/en/prycing')).replaceAll('/en/prycing', '/en/pricing'));
  });

  test('an import is taken back by who imported it, and by who may change settings', async () => {
    const { token: importing } = await userWith(host(), [TAG, READ, read(['name', 'slug'])]);
    const { token: other } = await userWith(host(), [TAG, READ, read(['name', 'slug'])]);
    const { token: deciding } = await userWith(host(), [TAG, READ, { action: actionUid('settings') }]);
    const id = (await analyticsImporter(host(), importing)(ga4Pages(ROWS))).data.import?.id ?? 0;
    const listed = async (who: string): Promise<unknown> =>
      (await as(host(), who).get('/content-strategy/imports/analytics')).body.data[0];
    expect(await listed(importing)).toMatchObject({ id, canUndo: true, mappedViews: null, mappedEntries: null });
    expect(await listed(other)).toMatchObject({ id, canUndo: false });
    expect(await listed(deciding)).toMatchObject({ id, canUndo: true });
    const change = async (who: string, what: 'undo' | 'redo'): Promise<number> =>
      (await as(host(), who).post(`/content-strategy/imports/analytics/${id}/${what}`).send({})).status;
    expect([await change(other, 'undo'), await change(importing, 'undo')]).toEqual([403, 200]);
    expect([await change(other, 'redo'), await change(deciding, 'redo')]).toEqual([403, 200]);
  });

  test('importing takes `tag`, the list `read`', async () => {
    const { token: reader } = await userWith(host(), [READ]);
    expect((await analyticsImporter(host(), reader)(ga4Pages(ROWS))).status).toBe(403);
    expect((await as(host(), reader).get('/content-strategy/imports/analytics')).status).toBe(200);
    expect((await as(host(), reader).post('/content-strategy/imports/analytics/1/undo')).status).toBe(403);
    expect((await analyticsImporter(host(), '')(ga4Pages(ROWS))).status).toBe(401);
  });
});
