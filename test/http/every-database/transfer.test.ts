import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engine, file, strapi as local } from '@strapi/data-transfer';
import { apiOf, ARTICLE, GUIDE, pairsIn } from '../../support/api';
import { createDatabase, type TestDatabase } from '../../support/database';
import { createHost, type Host } from '../../support/host';
import { superAdmin } from '../../support/users';

/** What `strapi export` and `strapi import --force` do, with the same engine, from one host to another. */
const folder = mkdtempSync(join(tmpdir(), 'content-strategy-transfer-'));
const archive = join(folder, 'archive');
const databases: TestDatabase[] = [];
const FILE = { compression: { enabled: false }, encryption: { enabled: false } } as const;
const OPTIONS = { versionStrategy: 'ignore', schemaStrategy: 'ignore', exclude: [], only: [] } as const;

afterAll(async () => {
  for (const database of databases) await database.drop();
  rmSync(folder, { recursive: true });
});

const freshHost = async (): Promise<Host> => {
  const database = await createDatabase();
  databases.push(database);
  return createHost({ database: database.config });
};

const exportFrom = async ({ strapi }: Host): Promise<void> => {
  const source = local.providers.createLocalStrapiSourceProvider({ getStrapi: () => strapi, autoDestroy: false });
  const destination = file.providers.createLocalFileDestinationProvider({ ...FILE, file: { path: archive } });
  await engine.createTransferEngine(source, destination, { ...OPTIONS, exclude: [], only: [] }).transfer();
};

const importInto = async ({ strapi }: Host): Promise<void> => {
  const source = file.providers.createLocalFileSourceProvider({ ...FILE, file: { path: `${archive}.tar` } });
  const destination = local.providers.createLocalStrapiDestinationProvider({
    getStrapi: () => strapi,
    autoDestroy: false,
    strategy: 'restore',
    restore: {
      entities: { exclude: Object.keys(strapi.contentTypes).filter((uid) => /^(admin|strapi)::/.test(uid)) },
      assets: true,
      configuration: { webhook: true, coreStore: true },
    },
  });
  // Its `rollback` is optional in one type of Strapi's and `undefined` in the other.
  await engine
    .createTransferEngine(source, destination as engine.TransferEngine['destinationProvider'], {
      ...OPTIONS,
      exclude: [],
      only: [],
    })
    .transfer();
};

test('personas, stages, cells, settings, tags and exclusions travel with the entries', async () => {
  const ids = { article: '', terms: '', guide: '' };
  const told = async (host: Host) => {
    const api = apiOf(host, (await superAdmin(host)).token);
    const pages = ['/personas', '/stages', '/cells', '/content-types'];
    const bodies = await Promise.all(pages.map(async (page) => (await api.get(page)).body as unknown));
    return [...bodies, pairsIn((await api.tags(ARTICLE, ids.article)).body), pairsIn((await api.tags(GUIDE, ids.guide)).body),
      ((await api.tags(ARTICLE, ids.terms)).body as { data: { excluded: unknown } }).data.excluded]; // prettier-ignore
  };

  const from = await freshHost();
  const api = apiOf(from, (await superAdmin(from)).token);
  await api.post('/personas', { name: 'Ops' });
  await api.put('/stages/awareness', { name: 'Attention', aliases: ['interest'] });
  await api.del('/stages/expansion');
  await api.put('/cells/ops/decision', { target: 4 });
  await api.put(`/content-types/${GUIDE}`, { urlPattern: '/guides/{slug}' });
  ids.article = await api.contentManager(ARTICLE).create({ title: 'Travels' });
  ids.terms = await api.contentManager(ARTICLE).create({ title: 'Terms' });
  ids.guide = await api.contentManager(GUIDE).create({ name: 'Travels too' });
  await api.add(ARTICLE, ids.article, { persona: 'ops', stage: 'awareness' }, { persona: null, stage: 'adoption' });
  await api.add(GUIDE, ids.guide, { persona: 'everyone', stage: null });
  await api.patch(`/tags/${ARTICLE}/${ids.terms}`, { excluded: { reason: 'legal' } });
  const before = await told(from);
  await exportFrom(from);
  await from.destroy();

  const to = await freshHost();
  const other = apiOf(to, (await superAdmin(to)).token);
  await other.post('/personas', { name: 'Gone after the import' });
  await importInto(to);
  await to.destroy();

  // Started again, as after `strapi import`.
  const again = await createHost({ database: to.database });
  expect(await told(again)).toEqual(before);
  const next = apiOf(again, (await superAdmin(again)).token);
  expect(pairsIn((await next.add(ARTICLE, ids.article, { persona: 'ops', stage: 'decision' })).body)).toHaveLength(3);
  await again.destroy();
});
