/** A database that an earlier version of the plugin has worked with, under the present one. */
import knex, { type Knex } from 'knex';
import { PLAIN_TABLES, prepareTables } from '../../../server/stores/schema';
import { currentClient, type DatabaseConfig, type TestDatabase } from '../../support/database';
import { createHost, type Host } from '../../support/host';
import { audited } from '../../support/library';
import { startHost } from '../../support/processes';
import { superAdmin } from '../../support/users';
import { factsOf, undoAll } from '../../upgrade/facts';
import { databaseOf, toldBy, versions } from '../../upgrade/fixture';
import { CONFIG } from '../../upgrade/story';

/** How the tables are built, as the database itself tells it. */
const structureOf = async (db: Knex): Promise<unknown> => {
  const columns: Record<string, unknown> = {};
  for (const table of PLAIN_TABLES) columns[table] = await db(table).columnInfo();
  const found = await db.raw(INDEXES[currentClient()]);
  const rows: readonly Readonly<Record<string, unknown>>[] = found.rows ?? (Array.isArray(found[0]) ? found[0] : found);
  const indexes = rows.filter((row) => PLAIN_TABLES.includes(String(row['of_table'])));
  return { columns, indexes: indexes.map((row) => JSON.stringify(row)).sort() };
};

const INDEXES = {
  sqlite: `select tbl_name as of_table, sql from sqlite_master where type = 'index'`,
  postgres: `select tablename as of_table, indexdef from pg_indexes`,
  mysql:
    'select table_name as of_table, index_name, column_name, seq_in_index, non_unique from information_schema.statistics where table_schema = database()',
};

/** As databases were before the first step: in the fixtures there are its columns already. */
const leadBack = async ({ connection: { client, ...connection } }: DatabaseConfig): Promise<void> => {
  const db = knex({ client: { sqlite: 'better-sqlite3', postgres: 'pg', mysql: 'mysql2' }[client], ...connection });
  for (const [table, column] of STEP_9) await db.schema.alterTable(table, (altered) => void altered.dropColumn(column));
  expect(await db('cs_meta').first('schema_no')).toEqual({ schema_no: 8 });
  await db.destroy();
};

/** In their order. */
const STEP_9 = [
  ['cs_source_days', 'named'],
  ['cs_first_published', 'readable_from'],
  ['cs_operations', 'applied_no'],
] as const;

const rowsOf = async (db: Knex): Promise<unknown> => {
  const rows: Record<string, unknown> = {};
  for (const table of PLAIN_TABLES) rows[table] = (await db(table)).map((row) => JSON.stringify(row)).sort();
  return rows;
};

const NEWER = 1000;
let present: unknown;

beforeAll(async () => {
  const host = await createHost({ config: CONFIG });
  present = await structureOf(host.strapi.db.connection);
  await host.destroy();
});

describe.each(versions())('of version %s', (version) => {
  const told = toldBy(version);
  let database: TestDatabase;
  let host: Host;
  let token: string;

  beforeAll(async () => {
    database = await databaseOf(version);
    host = await createHost({ database: database.config, config: CONFIG });
    ({ token } = await superAdmin(host));
  });
  afterAll(async () => {
    await host.destroy();
    await database.drop();
  });

  test('its tables are as new ones', async () => {
    expect(await structureOf(host.strapi.db.connection)).toEqual(present);
  });

  test('saved audits with their numbers and rows, counts, first publications, operations and decisions are there', async () => {
    expect(await factsOf(host, token)).toMatchObject(told.facts);
  });

  test('the next audit stands beside those that were saved', async () => {
    await audited(host);
    const { audits } = await factsOf(host, token);
    expect(audits.slice(1)).toMatchObject(told.facts.audits);
  });

  test('what was done is undone', async () => {
    expect(await undoAll(host, token)).toMatchObject(told.undone);
  });
});

describe('a start', () => {
  let database: TestDatabase;
  const [version = ''] = versions();

  beforeEach(async () => {
    database = await databaseOf(version);
  });
  afterEach(() => database.drop());

  test('that was killed within a step is taken up by two at once, and all is as after one clean start', async () => {
    await leadBack(database.config);
    const clean = await createHost({ database: database.config, config: CONFIG });
    const rows = await rowsOf(clean.strapi.db.connection);
    await clean.destroy();
    await database.drop();
    database = await databaseOf(version);
    await leadBack(database.config);

    for (const DIE_AT of ['alter table .cs_operations.', 'update .cs_meta. set .schema_no. = [?$]']) {
      await expect(startHost(database.config, CONFIG, { DIE_AT })).rejects.toThrow('a signal');
    }
    const [other, host] = await Promise.all([
      startHost(database.config, CONFIG),
      createHost({ database: database.config, config: CONFIG }),
    ]);
    await other.stop();
    const db = host.strapi.db.connection;
    expect(await structureOf(db)).toEqual(present);
    expect(await rowsOf(db)).toEqual(rows);
    await host.destroy();
  });

  test('of an earlier version than the database’s is refused, and nothing is lost', async () => {
    const host = await createHost({ database: database.config, config: CONFIG });
    const { token } = await superAdmin(host);
    const [meta] = await host.strapi.db.connection('cs_meta');
    await host.strapi.db.connection('cs_meta').update({ schema_no: NEWER });
    const refused = await prepareTables(host.strapi).then(
      () => 'accepted',
      (error: unknown) => (error as Error).message
    );
    expect(refused).toContain(`schema ${NEWER}`);
    await host.strapi.db.connection('cs_meta').update(meta);
    expect(await factsOf(host, token)).toMatchObject(toldBy(version).facts);
    await host.destroy();
  });
});
