import { ROUTES } from '../../../server/routes';
import { service } from '../../../server/services';
import { createSettingStore } from '../../../server/stores/settings';
import { ga4Pages } from '../../support/analytics';
import { analyticsImporter } from '../../support/analytics-import';
import { apiOf, GUIDE, type Api } from '../../support/api';
import { leaseIsFree } from '../../support/audit-tables';
import { BEACON, BROWSER, ORIGIN, sends, withBeacon } from '../../support/beacon';
import { createCommitCutter, type CommitCutter } from '../../support/commit-cutter';
import { createDatabase, currentClient, type TestDatabase } from '../../support/database';
import { as, createHost, type Host } from '../../support/host';
import { importer, sheetOf } from '../../support/import';
import { aGuide, audited } from '../../support/library';
import { apiToken } from '../../support/rest';
import { superAdmin } from '../../support/users';

/** Whatever is answered with success is stored, also when the connection breaks at the very commit. */
let database: TestDatabase;
let cutter: CommitCutter;
let host: Host;
let token: string;
let api: Api;
let guides: string[];
let made = 0;

// SQLite commits in this process: there is nothing to cut.
const onServers = currentClient() === 'sqlite' ? describe.skip : describe;

interface Answer {
  readonly status: number;
}

/** One kind of write: makes ready what it needs, and answers what sends it. Each call writes something new. */
type Write = () => Promise<() => PromiseLike<Answer>>;

const now =
  (send: () => PromiseLike<Answer>): Write =>
  async () =>
    send;
const fresh = (name: string): string => {
  made += 1;
  return `${name} ${made}`;
};
const aKey = async (kind: 'personas' | 'stages'): Promise<string> => {
  const { body } = await api.post(`/${kind}`, {
    name: fresh('New'),
    ...(kind === 'stages' && { journey: 'buyer' }),
  });
  return (body as { data: { key: string } }).data.key;
};
const reversed =
  (kind: 'personas' | 'stages'): Write =>
  async () => {
    const { body } = await api.get(`/${kind}`);
    const all = (body as { data: readonly { key: string; journey?: string }[] }).data;
    const keys = all.filter(({ journey }) => journey !== 'customer').map(({ key }) => key);
    return () => api.put(`/${kind}/order`, { keys: keys.reverse() });
  };
const aNewGuide = (): Promise<string> => aGuide(host, fresh('Guide'));
const refs = (documentIds: readonly string[]) => documentIds.map((documentId) => ({ uid: GUIDE, documentId }));
const placing = async (): Promise<string> => {
  const change = { mode: 'add', personas: ['finance'], stages: ['awareness'] };
  const { body } = await api.post('/tags/bulk', { entries: refs([await aNewGuide()]), change });
  return (body as { data: { operation: { id: number } } }).data.operation.id.toString();
};
const analytics = (): PromiseLike<Answer & { readonly data: { readonly import: { readonly id: number } | null } }> =>
  analyticsImporter(host, token)(ga4Pages([[`/guides/${made}`, 5], ['/else', 7]], { property: fresh('Site') })); // prettier-ignore
const aRule = (value: string) => ({
  contentType: GUIDE,
  condition: { field: 'name', operator: 'starts-with', values: [value] },
  personas: ['finance'],
  stages: ['decision'],
  excluded: null,
});

const WRITES: Readonly<Record<string, Write>> = {
  'POST /personas': now(() => api.post('/personas', { name: fresh('Persona') })),
  'PUT /personas/order': reversed('personas'),
  'PUT /personas/:key': now(() => api.put('/personas/finance', { description: fresh('Said') })),
  'DELETE /personas/:key': async () => {
    const key = await aKey('personas');
    return () => api.del(`/personas/${key}`);
  },
  'POST /stages': now(() => api.post('/stages', { name: fresh('Stage'), journey: 'buyer' })),
  'PUT /stages/order': reversed('stages'),
  'POST /stages/presets/:key/apply': async () => {
    await aKey('stages');
    return () => api.post('/stages/presets/default/apply', {});
  },
  'PUT /stages/:key': now(() => api.put('/stages/awareness', { aliases: [fresh('alias')] })),
  'DELETE /stages/:key': async () => {
    const key = await aKey('stages');
    return () => api.del(`/stages/${key}`);
  },
  'PUT /cells/:persona/:stage': now(() => api.put('/cells/finance/awareness', { notNeeded: fresh('Because') })),
  'PUT /content-types/:uid': now(() => api.put(`/content-types/${GUIDE}`, { urlPattern: `/${fresh('a')}/{slug}` })),
  'DELETE /content-types/:uid': async () => {
    const uid = `api::${fresh('gone').toLowerCase()}.gone`;
    await createSettingStore(host.strapi).set(`content-type:${uid}`, { audited: true });
    return () => api.del(`/content-types/${uid}`);
  },
  'PUT /rules': async () => {
    const name = fresh('Guide');
    await aGuide(host, name);
    return () => api.put('/rules', { rules: [aRule(name)], place: true });
  },
  'POST /setup': async () => {
    const name = fresh('Guide');
    await aGuide(host, name);
    return () =>
      api.post('/setup', {
        contentTypes: [{ uid: GUIDE, audited: true }],
        personas: [{ name: fresh('Set up') }],
        rules: [aRule(name)],
      });
  },
  'POST /tags/bulk': async () => {
    const entries = refs([await aNewGuide()]);
    return () => api.post('/tags/bulk', { entries, change: { mode: 'exclude', reason: 'legal' } });
  },
  'PATCH /tags/:uid/:documentId': async () => {
    const guide = await aNewGuide();
    return () => api.add(GUIDE, guide, { persona: 'finance', stage: 'awareness' });
  },
  'PUT /tags/:uid/:documentId': async () => {
    const guide = await aNewGuide();
    return () => api.put(`/tags/${GUIDE}/${guide}`, { tags: [{ persona: 'finance', stage: 'decision' }] });
  },
  'POST /decisions/bulk': async () => {
    const entries = refs([await aNewGuide()]);
    return () => api.post('/decisions/bulk', { entries, decision: { kind: 'retire' } });
  },
  'PUT /decisions/:uid/:documentId': async () => {
    const guide = await aNewGuide();
    return () => api.put(`/decisions/${GUIDE}/${guide}`, { kind: 'update', note: 'New figures' });
  },
  'POST /operations/:id/undo': async () => {
    const id = await placing();
    return () => api.post(`/operations/${id}/undo`, {});
  },
  'POST /imports/tags': async () => {
    const sheet = sheetOf('Document ID,Type,Persona,Stage', `${await aNewGuide()},${GUIDE},Finance,Awareness`);
    return () => importer(host, token)(sheet);
  },
  'POST /imports/analytics': now(analytics),
  'PUT /imports/analytics/overrides': now(() =>
    api.put('/imports/analytics/overrides', {
      path: `/${fresh('old')}`,
      entry: { uid: GUIDE, documentId: guides[0] ?? '' },
    })
  ),
  'PUT /imports/analytics/moves': now(() => api.put('/imports/analytics/moves', { from: `/${fresh('old')}`, to: '' })),
  'DELETE /imports/analytics/moves': async () => {
    const from = `/${fresh('old')}`;
    await api.put('/imports/analytics/moves', { from, to: '' });
    return () => api.del(`/imports/analytics/moves?from=${from}&to=`);
  },
  'POST /imports/analytics/:id/undo': async () => {
    const { data } = await analytics();
    return () => api.post(`/imports/analytics/${data.import?.id ?? 0}/undo`, {});
  },
  'POST /imports/analytics/:id/redo': async () => {
    const { data } = await analytics();
    await api.post(`/imports/analytics/${data.import?.id ?? 0}/undo`, {});
    return () => api.post(`/imports/analytics/${data.import?.id ?? 0}/redo`, {});
  },
  'POST /audits': now(() => api.bare('post', '/audits', {})),
  'PUT /audits/:id': async () => {
    const { id } = (await service(host.strapi, 'audit').latest()) ?? { id: 0 };
    return () => api.put(`/audits/${id}`, { name: fresh('Kept') });
  },
  'a beacon': now(() => sends(host, { uid: GUIDE, documentId: guides[0] })),
  'a forwarded beacon': async () => {
    const forward = as(host, await apiToken(host));
    return () =>
      forward
        .post(`${BEACON}/forward`)
        .set({ Origin: ORIGIN, 'User-Agent': BROWSER, 'Content-Type': 'text/plain' })
        .send(JSON.stringify({ uid: GUIDE, documentId: guides[1] }));
  },
};

/** What succeeds with another status than 200. */
const SUCCESS = new Map([
  ['POST /personas', 201],
  ['POST /stages', 201],
  ['DELETE /content-types/:uid', 204],
  ['DELETE /personas/:key', 204],
  ['DELETE /stages/:key', 204],
  ['POST /audits', 202],
  ['a beacon', 202],
  ['a forwarded beacon', 202],
]);

/** What goes on to write after it has answered. */
const GOES_ON = new Set(['POST /audits']);

/** Routes that write nothing although they are no GET. */
const READING = ['POST /stages/presets/:key/preview', 'POST /rules/preview'];

test('every route that writes is among them', () => {
  const writing = ROUTES.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
  const known = Object.keys(WRITES).filter((name) => !name.startsWith('a '));
  expect(writing.filter((route) => !READING.includes(route)).sort()).toEqual(known.sort());
});

onServers('a connection that breaks at the commit', () => {
  beforeAll(async () => {
    database = await createDatabase();
    cutter = await createCommitCutter(database.config);
    host = await createHost({ config: withBeacon(), database: cutter.database });
    ({ token } = await superAdmin(host));
    api = apiOf(host, token);
    for (const name of ['Finance', 'Ops']) await api.post('/personas', { name });
    guides = [await aNewGuide(), await aNewGuide()];
    await audited(host);
  });
  afterAll(async () => {
    await host.destroy();
    await cutter.close();
    await database.drop();
  });

  /** All rows of all of our tables, but for leases and sequences. */
  const stored = async (): Promise<Readonly<Record<string, unknown>>> => {
    const db = host.strapi.db.connection;
    const schema = currentClient() === 'mysql' ? 'database()' : 'current_schema()';
    const names: readonly string[] = await db('information_schema.tables')
      .whereRaw(`table_schema = ${schema}`)
      .where('table_name', 'like', 'cs\\_%')
      .whereNot('table_name', 'like', '%lease')
      .pluck('table_name');
    const tables: Record<string, unknown> = {};
    for (const name of names) {
      const rows: readonly object[] = await db(name);
      tables[name] = rows.map((row) => JSON.stringify(row)).sort();
    }
    return tables;
  };

  test.each(Object.keys(WRITES))('%s: no success for what is not stored', async (name) => {
    const write = WRITES[name] ?? now(() => Promise.reject(new Error(name)));
    let cuts = 0;
    for (let isCut = true; isCut;) {
      await leaseIsFree(host);
      const send = await write();
      const before = await stored();
      if (cuts === 0 || !GOES_ON.has(name)) cutter.arm(cuts);
      const { status } = await send();
      isCut = cutter.disarm();
      // Each commit of the request in turn, until there is none left to cut.
      expect([cuts, isCut, status]).toEqual([cuts, isCut, isCut ? expect.any(Number) : (SUCCESS.get(name) ?? 200)]);
      if (isCut) expect(status).toBeGreaterThanOrEqual(500);
      if (cuts === 0) expect(await stored()).toEqual(before);
      if (!isCut) expect(await stored()).not.toEqual(before);
      if (isCut) cuts += 1;
    }
    expect(cuts).toBeGreaterThan(0);
  });
});
