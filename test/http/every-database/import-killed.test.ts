/** What an import leaves behind whose process is killed: nothing on the disk, and in the database nothing that stays. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request as send, type ClientRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import { MAX_AT_ONCE } from '../../../server/core/placing-api';
import { NO_CHANGES } from '../../../server/core/tag-set';
import { AT_START, planBatch, type PlacingRequest, type Progress } from '../../../server/services/placing/apply';
import { placeNextPart } from '../../../server/services/placing/large';
import { addImport } from '../../../server/stores/consumption/imports';
import { dropLeftPlans, PLAN_TERM, updateOperation } from '../../../server/stores/operations/operations';
import { inTransaction } from '../../../server/stores/transaction';
import { readVocabulary } from '../../../server/stores/vocabulary';
import { bulk } from '../../support/bulk';
import { createDatabase, currentClient, type TestDatabase } from '../../support/database';
import { createHost, type Host } from '../../support/host';
import { GUIDE, withAxes } from '../../support/library';
import { startHost, type HostProcess } from '../../support/processes';
import { superAdmin } from '../../support/users';

/** More than are placed in one transaction: written down first. */
const ENTRIES = MAX_AT_ONCE + 2_000;
const ID = (at: number): string => `bulk${String(at).padStart(6, '0')}`.padEnd(24, 'x');
const SHEET = `Document ID,Stages\n${Array.from({ length: ENTRIES }, (_, at) => `${ID(at)},awareness\n`).join('')}`;
const CONFIG = { audit: { daily: false, afterChanges: false, files: false } };
// Each start is a process of its own, which compiles itself.
jest.setTimeout(300_000);

let database: TestDatabase;
let host: Host;
let db: Knex;
let token: string;
let temporary: string;

beforeAll(async () => {
  database = await createDatabase();
  host = await createHost({ config: CONFIG, database: database.config });
  db = host.strapi.db.connection;
  await withAxes(host, 'finance', 'awareness:buyer');
  const rows = Array.from({ length: ENTRIES }, (_, at) => ({ document_id: ID(at), name: `Bulk ${at}`, slug: `bulk-${at}`, published_at: new Date() })); // prettier-ignore
  await bulk(host, GUIDE, rows);
  ({ token } = await superAdmin(host));
  temporary = mkdtempSync(join(tmpdir(), 'cs-killed-'));
});
afterAll(async () => {
  rmSync(temporary, { recursive: true, force: true });
  await host.destroy();
  await database.drop();
});

const start = (): Promise<HostProcess> => startHost(database.config, CONFIG, { TMPDIR: temporary });

/** Files of requests; the compiler of the processes keeps its own there. */
const leftBehind = (): readonly string[] => readdirSync(temporary).filter((name) => !name.startsWith('tsx-'));

const importInto = ({ port }: HostProcess, headers: Readonly<Record<string, string>>): ClientRequest => {
  const options = { host: '127.0.0.1', port, path: '/content-strategy/imports/tags', method: 'POST' };
  const request = send({ ...options, headers: { Authorization: `Bearer ${token}`, ...headers } });
  // Killed before it answers.
  return request.on('error', () => undefined);
};

const BOUNDARY = 'form';
const FORM = [
  `--${BOUNDARY}`,
  'Content-Disposition: form-data; name="file"; filename="tags.csv"',
  'Content-Type: text/csv',
  '',
  SHEET,
  `--${BOUNDARY}--`,
  '',
].join('\r\n');

const plans = (): Promise<readonly { readonly id: number }[]> => db('cs_operations').where({ status: 'planning' });
const journal = (ids: readonly number[]): Promise<readonly unknown[]> =>
  db('cs_operation_entries').whereIn('operation_id', ids).limit(1);
const BEGUN = { format: 'ga4', site: '', name: null, from: 1, to: 2, isComplete: true, rows: 1, views: 1, mappedViews: 1, mappedEntries: 1, userId: null, detail: '{}' }; // prettier-ignore
const writing = (): Promise<readonly unknown[]> => db('cs_analytics_imports').where({ state: 'writing' }).select('id');
const tags = async (): Promise<number> => {
  const [row] = await db(host.strapi.db.metadata.get('plugin::content-strategy.tag').tableName).count({ rows: '*' });
  return Number(row?.['rows']);
};
const until = async (done: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; !(await done()); tries += 1) {
    if (tries > 3_000) throw new Error('it never came');
    await pause(20);
  }
};

test(`killed in the midst of imports: no file is left, and the plan goes (${currentClient()})`, async () => {
  const killed = await start();
  importInto(killed, { 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` }).end(FORM);
  // Another comes in as the whole body, and is half there.
  const half = importInto(killed, { 'Content-Type': 'application/octet-stream', 'Content-Length': '1000000' });
  half.write(SHEET.slice(0, 100_000));
  await until(async () => (await plans()).length > 0);
  await killed.kill();
  expect(leftBehind()).toEqual([]);
  const [plan] = await plans();
  expect(await journal([plan?.id ?? 0])).toHaveLength(1);
  expect(await tags()).toBe(0);

  // As if the term had passed in which somebody may still be at it.
  await db('cs_operations')
    .where({ status: 'planning' })
    .decrement('at', PLAN_TERM + 1000);
  // Nor does what imports of analytics began to write wait for the next of them.
  const alive = await inTransaction(host.strapi, (trx) => addImport(trx, { ...BEGUN, at: Date.now() }));
  await inTransaction(host.strapi, (trx) => addImport(trx, { ...BEGUN, at: Date.now() - 7_200_000 }));
  const next = await start();
  await until(async () => (await plans()).length === 0);
  await until(async () => (await writing()).length < 2);
  expect(await writing()).toEqual([{ id: alive }]);
  expect(await journal([plan?.id ?? 0])).toEqual([]);
  expect(await tags()).toBe(0);
  await next.stop();
});

const request: PlacingRequest = {
  kind: 'import',
  name: 'tags.csv',
  userId: null,
  entries: Array.from({ length: 60 }, (_, at) => ({ uid: GUIDE, documentId: ID(at) })),
  plan: () => ({ changes: { ...NO_CHANGES, insert: [{ persona: 'everyone', stage: 'awareness' }] }, origin: 'import' }),
};
/** Writes down the next twenty entries, as an import does. */
const planNext = async (from: Progress): Promise<Progress> => {
  const known = await readVocabulary(host.strapi);
  const entries = request.entries.slice(from.changed, from.changed + 20);
  return inTransaction(host.strapi, (trx) => planBatch(host.strapi, trx, request, known, entries, from));
};

test('one that was given up meanwhile goes on with nothing', async () => {
  const begun = await planNext(AT_START);
  await db('cs_operations')
    .where({ status: 'planning' })
    .decrement('at', PLAN_TERM + 1000);
  await inTransaction(host.strapi, dropLeftPlans);
  await expect(planNext(begun)).rejects.toThrow('Nothing was placed');
  expect(await journal([begun.id ?? 0])).toEqual([]);
});

test('an import under way, however long it takes, is left alone by a process that starts', async () => {
  const begun = await planNext(AT_START);
  await db('cs_operations').where({ status: 'planning' }).decrement('at', 7_200_000);
  const further = await planNext(begun);
  const other = await start();
  // What it drops at its start, it drops in the background.
  await pause(1_000);
  const { id } = await planNext(further);
  await inTransaction(host.strapi, (trx) => updateOperation(trx, id ?? 0, { status: 'running' }));
  while (await placeNextPart(host.strapi, id ?? 0));
  expect(await tags()).toBe(60);
  await other.stop();
});
