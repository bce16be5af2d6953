import { setTimeout as pause } from 'node:timers/promises';
import knex, { type Knex } from 'knex';
import type { AuditBody, CoverageBody } from '../../../server/core/api';
import { LEASE_TERM } from '../../../server/stores/audit/lease';
import { bulk } from '../../support/bulk';
import { createDatabase, currentClient, type TestDatabase } from '../../support/database';
import { createHost } from '../../support/host';
import { aGuide, audited, GUIDE, withAxes } from '../../support/library';
import { startHost, type HostProcess } from '../../support/processes';
import { superAdmin } from '../../support/users';

/** What changed before an audit that was killed is on the heatmap after the restart, without anybody asking for it. */
const KILLS = Number(process.env.AUDIT_KILLS) || { sqlite: 6, postgres: 3, mysql: 3 }[currentClient()];
const CONFIG = { audit: { daily: false, afterChanges: true, files: false } };
const ENTRIES = 1_000;
// Each restart is a process of its own, which compiles itself.
jest.setTimeout(1_500_000);
let database: TestDatabase;
let token: string;
let guides: string[];
let db: Knex;

beforeAll(async () => {
  database = await createDatabase();
  const host = await createHost({ config: CONFIG, database: database.config });
  await withAxes(host, 'finance', 'awareness:buyer');
  guides = [];
  for (let at = 0; at < KILLS + 1; at += 1) guides.push(await aGuide(host, `Guide ${at}`));
  // So many that an audit takes long enough to be killed in the midst of it.
  const rows = Array.from({ length: ENTRIES }, (_, at) => ({ document_id: `bulk${at}`.padEnd(24, 'x'), name: `Bulk ${at}`, slug: `bulk-${at}`, published_at: new Date() })); // prettier-ignore
  await bulk(host, GUIDE, rows);
  ({ token } = await superAdmin(host));
  await audited(host);
  await host.destroy();
  const { client, ...connection } = database.config.connection;
  db = knex({ client: { sqlite: 'better-sqlite3', postgres: 'pg', mysql: 'mysql2' }[client], ...connection });
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const ask = async <T>({ port }: HostProcess, method: string, path: string, data?: unknown): Promise<T> => {
  const response = await fetch(`http://127.0.0.1:${port}/content-strategy${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(data !== undefined && { body: JSON.stringify({ data }) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { data: T }).data;
};

const latest = (host: HostProcess): Promise<AuditBody> => ask(host, 'GET', '/audits/latest');

/** The audit that comes by itself after one. */
const auditAfter = async (host: HostProcess, id: number): Promise<AuditBody> => {
  for (let tries = 0; tries < 600; tries += 1) {
    const audit = await latest(host);
    if (audit.id > id && audit.status === 'finished') return audit;
    await pause(100);
  }
  throw new Error(`no audit came by itself after ${id}`);
};

const placed = async (host: HostProcess): Promise<number> => {
  const { cells } = await ask<CoverageBody>(host, 'GET', '/coverage');
  return cells.reduce((sum, { current, old }) => sum + current + old, 0);
};

test(`killed ${KILLS} times in the midst of audits (${currentClient()})`, async () => {
  let host = await startHost(database.config, CONFIG);
  let took = 300;
  let kills = 0;
  await auditAfter(host, (await latest(host)).id - 1);
  while (kills < KILLS) {
    const guide = guides[kills] ?? '';
    await ask(host, 'PATCH', `/tags/${GUIDE}/${guide}`, { add: [{ persona: 'finance', stage: 'awareness' }] });
    const changes = kills + 1;
    const { id } = await ask<AuditBody>(host, 'POST', '/audits');
    // At moments that are spread over the whole of an audit, however few they are.
    await pause((took * (kills + Math.random())) / KILLS);
    await host.kill();
    const row: { readonly status: string } | undefined = await db('cs_audits').where({ id }).first('status');
    if (row?.status === 'running') kills += 1;
    else took *= 0.8;
    // As if the rest after the last audit had passed, and the term of the lease; once the end of that is waited for.
    await db('cs_audits')
      .where({ status: 'finished' })
      .update({ started_at: db.ref('finished_at') });
    if (kills === 1) await db('cs_lease').decrement('expires_at', LEASE_TERM / 2);
    else await db('cs_lease').update({ expires_at: 0 });
    host = await startHost(database.config, CONFIG);
    // A dead one is not shown as running.
    if (kills !== 1) expect(await latest(host)).not.toMatchObject({ id, status: 'running' });
    await auditAfter(host, id);
    expect(await placed(host)).toBe(changes);
  }
  await host.kill();
  expect(await db('cs_audits').where({ status: 'running' })).toEqual([]);
});
