import { service } from '../../../server/services';
import { createSettingStore } from '../../../server/stores/settings';
import { TABLES } from '../../../server/stores/audit/tables';
import { apiOf, type Api } from '../../support/api';
import { createDatabase, type TestDatabase } from '../../support/database';
import { createHost, type Host } from '../../support/host';
import { superAdmin } from '../../support/users';

/** Starts of one app after another on the same database. */
let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

const start = async <T>(plugin: boolean, work: (host: Host) => Promise<T>): Promise<T> => {
  const config = plugin ? { audit: { daily: false, afterChanges: false } } : {};
  const host = await createHost({ plugin, config, database: database.config });
  try {
    return await work(host);
  } finally {
    await host.destroy();
  }
};

const withApi = async <T>(work: (api: Api, host: Host) => Promise<T>): Promise<T> =>
  start(true, async (host) => work(apiOf(host, (await superAdmin(host)).token), host));

const isOutdated = async (api: Api): Promise<unknown> => (await api.get('/audits/latest')).body.data.outdated;

test('audits are outdated once an import has brought another library, until the next one', async () => {
  await withApi(async (_api, host) => {
    await service(host.strapi, 'audit').run();
  });
  await withApi(async (api, host) => {
    expect(await isOutdated(api)).toBe(false);
    // What Strapi's import does: our settings are then those of the archive.
    await createSettingStore(host.strapi).set('library-id', 'of another host');
  });
  await withApi(async (api, host) => {
    expect(await isOutdated(api)).toBe(true);
    await service(host.strapi, 'audit').run();
    expect(await isOutdated(api)).toBe(false);
  });
});

test('purged, the plugin leaves nothing behind once it is switched off', async () => {
  const tables = await start(true, async (host) => (await service(host.strapi, 'purge').run()).tables);
  expect(tables).toEqual(expect.arrayContaining(['cs_tags', 'cs_settings', ...Object.values(TABLES)]));
  await start(false, async ({ strapi }) => {
    const left = await Promise.all(tables.map((name) => strapi.db.connection.schema.hasTable(name)));
    expect(tables.filter((_, at) => left[at])).toEqual([]);
  });
});
