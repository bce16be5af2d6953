import type { MeasurementBody } from '../../server/core/consumption-api';
import { actionUid } from '../../server/core/actions';
import { isoDay } from '../../server/core/evidence/day';
import { SOURCE, sends, withBeacon } from '../support/beacon';
import { apiOf } from '../support/api';
import { hostForAll } from '../support/host';
import { aGuide, anArticle, ARTICLE, GUIDE } from '../support/library';
import { superAdmin, userWith } from '../support/users';

/** How we know. */
const host = hostForAll({ config: withBeacon() });
const TODAY = Math.floor(Date.now() / 86_400_000);
let token: string;

beforeAll(async () => {
  ({ token } = await superAdmin(host()));
});

const read = async (by = token, query = ''): Promise<MeasurementBody> =>
  (await apiOf(host(), by).get(`/measurement${query}`)).body.data;

const lastEventAt = async (): Promise<string | null> =>
  (await apiOf(host(), token).get('/measurement/last-event')).body.data.at;

test('before the first event it says what to copy, and that nothing has come', async () => {
  expect(await read()).toEqual({
    from: isoDay(TODAY - 89),
    to: isoDay(TODAY),
    sources: [],
    drops: [],
    beacon: {
      enabled: true,
      snippet: '<script defer src="http://127.0.0.1:14300/api/content-strategy/page.js"></script>',
      origins: ['https://www.example.com'],
    },
    deliveries: { enabled: false, since: null },
  });
  expect(await lastEventAt()).toBeNull();
});

test('sources with their types, locales and days; drops by reason; when the last event came', async () => {
  const article = await anArticle(host(), { title: 'One' });
  const guide = await aGuide(host(), 'Guide');
  const before = Date.now();
  await sends(host(), [
    { uid: ARTICLE, documentId: article },
    { uid: ARTICLE, documentId: article },
    { uid: GUIDE, documentId: guide },
    { path: '/nowhere' },
  ]);
  const db = host().strapi.db.connection;
  const old = { source: SOURCE, uid: GUIDE, locale: '', day: TODAY - 200, events: 7 };
  await db('cs_source_days').insert(old);
  const file = {
    format: 'ga4',
    name: 'pages.csv',
    site: '',
    is_complete: 1,
    row_count: 1,
    mapped_entries: 1,
    mapped_views: 5,
    at: 0,
    detail: '',
  };
  const period = { from_day: TODAY - 120, to_day: TODAY - 30 };
  await db('cs_analytics_imports').insert({ ...file, ...period, state: 'counted', views: 5 });
  await db('cs_analytics_imports').insert({ ...file, ...period, state: 'undone', views: 5 });
  const [{ id }] = await db('cs_analytics_imports').where({ state: 'counted' });
  await db('cs_analytics_scopes').insert({ import_id: id, uid: ARTICLE, locale: 'en', entries: 1 });
  const counted = { uid: ARTICLE, document_id: article, locale: 'en', ...period, views: 5 };
  await db('cs_views').insert({ ...counted, source: `import:${id}` });

  const { sources, drops } = await read();
  expect(sources).toEqual([
    {
      key: `import:${id}`,
      kind: 'import',
      name: 'pages.csv',
      views: 5,
      from: isoDay(TODAY - 120),
      to: isoDay(TODAY - 30),
      bands: [
        { uid: ARTICLE, locale: 'en', measured: [{ from: isoDay(TODAY - 89), to: isoDay(TODAY - 30) }], days: [] },
      ],
    },
    {
      key: SOURCE,
      kind: 'tracker',
      name: 'www.example.com',
      views: 10,
      from: isoDay(TODAY - 200),
      to: isoDay(TODAY),
      bands: [
        { uid: ARTICLE, locale: 'en', measured: [], days: [{ day: isoDay(TODAY), views: 2 }] },
        { uid: GUIDE, locale: '', measured: [], days: [{ day: isoDay(TODAY), views: 1 }] },
      ],
    },
  ]);
  expect(drops).toEqual([{ reason: 'unknown-path', uid: '', events: 1 }]);
  expect(Date.parse((await lastEventAt()) ?? '')).toBeGreaterThanOrEqual(before);
  const guides = (await read(token, '?days=300')).sources.at(-1)?.bands.at(-1);
  expect(guides?.days).toHaveLength(2);
});

test('nobody sees types that they may not read in the Content Manager', async () => {
  const user = await userWith(host(), [
    { action: actionUid('read') },
    { action: 'plugin::content-manager.explorer.read', subject: GUIDE, fields: ['name'] },
  ]);
  const { sources } = await read(user.token);
  expect(sources.map(({ key, views, bands }) => [key, views, bands.map(({ uid }) => uid)])).toEqual([
    [SOURCE, 8, [GUIDE]],
  ]);
});

test.each(['?days=0', '?days=401', '?days=x', '?day=7'])('%s is refused', async (query) => {
  expect((await apiOf(host(), token).get(`/measurement${query}`)).status).toBe(400);
});

test('a type that shows itself on three days is measured from the first of them on', async () => {
  const db = host().strapi.db.connection;
  const days = [10, 9, 8, 3, 0].map((ago) => ({ source: 'tracker:any', uid: GUIDE, locale: '', day: TODAY - ago }));
  await db('cs_source_days').insert(days.map((day) => ({ ...day, events: 9, entries: 5 })));
  const band = (await read()).sources.find(({ key }) => key === 'tracker:any')?.bands[0];
  expect(band?.measured).toEqual([
    { from: isoDay(TODAY - 10), to: isoDay(TODAY - 8) },
    { from: isoDay(TODAY - 3), to: isoDay(TODAY - 3) },
    { from: isoDay(TODAY), to: isoDay(TODAY) },
  ]);
});

test('a beacon of a guessed path tells nobody whether a hidden entry is published there', async () => {
  const subject = { action: 'plugin::content-manager.explorer.read', subject: ARTICLE, fields: ['title', 'slug'] };
  const hidden = { ...subject, locales: ['en'], conditions: ['admin::is-creator'] };
  const { token: limited } = await userWith(host(), [{ action: actionUid('read') }, hidden]);
  const documentId = await anArticle(host(), { title: 'Hidden' });
  const told = async (event: object): Promise<unknown> => {
    await sends(host(), [event]);
    const { body } = await apiOf(host(), limited).get('/measurement');
    return [body, (await apiOf(host(), limited).get('/measurement/last-event')).body];
  };
  const before = await told({ uid: ARTICLE, documentId });
  expect(await told({ path: '/no/such/page' })).toEqual(before);
  expect(await told({ uid: ARTICLE, documentId })).toEqual(before);
});
