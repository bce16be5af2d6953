import knex, { type Knex } from 'knex';
import { withBeacon } from '../../support/beacon';
import { createDatabase, currentClient, type DatabaseConfig, type TestDatabase } from '../../support/database';
import { createHost } from '../../support/host';
import { aGuide, GUIDE } from '../../support/library';
import { createSender, inParallel, startHost } from '../../support/processes';

/** What is acknowledged is counted, whatever becomes of the process; and two processes count as one. */
const ENTRIES = 100;
// Each starts hosts in processes of their own, which compile themselves.
jest.setTimeout(400_000);
let database: TestDatabase;
let guides: string[];

beforeEach(async () => {
  database = await createDatabase();
  const host = await createHost({ config: withBeacon(), database: database.config });
  guides = [];
  for (let at = 0; at < ENTRIES; at += 1) guides.push(await aGuide(host, `Guide ${at}`));
  await host.destroy();
});
afterEach(() => database.drop());

const tableOf = async (config: DatabaseConfig): Promise<ReadonlyMap<string, number>> => {
  const { client, ...connection } = config.connection;
  const driver = client === 'sqlite' ? 'better-sqlite3' : client === 'mysql' ? 'mysql2' : 'pg';
  const db: Knex = knex({ client: driver, ...connection });
  try {
    const rows: readonly Sum[] = await db('cs_views')
      .groupBy('document_id')
      .select('document_id')
      .sum({ views: 'views' });
    return new Map(rows.map(({ document_id, views }) => [document_id, Number(views)]));
  } finally {
    await db.destroy();
  }
};

interface Sum {
  readonly document_id: string;
  readonly views?: number | string;
}

/** So many events, one after another for every guide. */
const stream = (events: number, of: readonly string[]): readonly string[] =>
  Array.from({ length: events }, (_, at) => of[at % of.length] ?? '');

const raise = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

test(`killed within a stream of 10,000 beacons: every acknowledged one is counted, none twice (${currentClient()})`, async () => {
  const host = await startHost(database.config, withBeacon());
  const sender = createSender(host, 50);
  const sent = new Map<string, number>();
  const acknowledged = new Map<string, number>();
  let acknowledgements = 0;
  let killed: Promise<void> | undefined;
  await inParallel(stream(10_000, guides), 50, async (documentId) => {
    if (killed !== undefined) return;
    raise(sent, documentId);
    if ((await sender.send({ uid: GUIDE, documentId })) !== 202) return;
    raise(acknowledged, documentId);
    acknowledgements += 1;
    if (acknowledgements === 5_000) killed = host.kill();
  });
  await killed;
  sender.close();
  const counted = await tableOf(database.config);
  expect(acknowledgements).toBeGreaterThanOrEqual(5_000);
  for (const guide of guides) {
    expect(counted.get(guide)).toBeGreaterThanOrEqual(acknowledged.get(guide) ?? 0);
    expect(counted.get(guide)).toBeLessThanOrEqual(sent.get(guide) ?? 0);
  }
});

test('stopped by its operator, it answers and counts all that it took', async () => {
  const host = await startHost(database.config, withBeacon());
  const sender = createSender(host, 20);
  let acknowledgements = 0;
  let stopped: Promise<void> | undefined;
  await inParallel(stream(600, guides), 20, async (documentId) => {
    if ((await sender.send({ uid: GUIDE, documentId })) === 202) acknowledgements += 1;
    if (acknowledgements >= 300) stopped ??= host.stop();
  });
  await stopped;
  sender.close();
  const counted = [...(await tableOf(database.config)).values()].reduce((sum, views) => sum + views, 0);
  expect(counted).toBeGreaterThanOrEqual(acknowledgements);
  expect(counted).toBeLessThanOrEqual(acknowledgements + 20);
});

// SQLite has one writer, and one host.
(currentClient() === 'sqlite' ? test.skip : test)(
  'two processes on the same few entries: the sum is exact',
  async () => {
    const hosts = [await startHost(database.config, withBeacon()), await startHost(database.config, withBeacon())];
    const hot = guides.slice(0, 5);
    const statuses = new Map<string, number>();
    await Promise.all(
      hosts.map(async (host, at) => {
        const sender = createSender(host, 30);
        const events = stream(3_000, at === 0 ? hot : [...hot].reverse());
        await inParallel(events, 30, async (documentId) => {
          raise(statuses, String(await sender.send({ uid: GUIDE, documentId })));
        });
        sender.close();
      })
    );
    for (const host of hosts) await host.stop();
    expect(Object.fromEntries(statuses)).toEqual({ 202: 6_000 });
    expect(Object.fromEntries(await tableOf(database.config))).toEqual(
      Object.fromEntries(hot.map((id) => [id, 1_200]))
    );
  }
);
