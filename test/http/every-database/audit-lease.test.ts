import { setTimeout as pause } from 'node:timers/promises';
import type { AuditBody, InventoryRow } from '../../../server/core/api';
import { service } from '../../../server/services';
import {
  betweenTransactions,
  damage,
  leaseIsFree,
  OPEN,
  onStatement,
  setLease,
  storedRows,
} from '../../support/audit-tables';
import { aLibraryInDisorder } from '../../support/disorder';
import { as, hostForAll } from '../../support/host';
import { aGuide, audited, GUIDE, tagged } from '../../support/library';
import { reader, type Reader } from '../../support/reading';
import { superAdmin } from '../../support/users';

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
let token: string;
let read: Reader;

beforeAll(async () => {
  await aLibraryInDisorder(host());
  ({ token } = await superAdmin(host()));
  read = reader(host(), token);
});

const list = async (): Promise<readonly AuditBody[]> =>
  (await as(host(), token).get('/content-strategy/audits').query({ pageSize: 100 })).body.data;

const find = async (id: number): Promise<AuditBody> =>
  (await as(host(), token).get(`/content-strategy/audits/${id}`)).body.data;

const tableOf = (name: string) => host().strapi.db.connection(name);

const healthy = async (): Promise<void> => {
  const kept = (await list()).filter(({ status }) => status === 'finished').map(({ id }) => id);
  expect(await damage(host(), kept)).toEqual([]);
};

/** Leaves the tables as a process does that is killed in mid-audit: some rows closed, some added, a lease held. */
const aCrash = async (): Promise<number> => {
  await tableOf('cs_audits').insert({ status: 'running', trigger_kind: 'manual', done: 3, total: 9, started_at: 1 });
  const [{ id } = { id: 0 }] = await tableOf('cs_audits').max({ id: 'id' });
  const open = (await storedRows(host())).filter(({ valid_to }) => valid_to === OPEN).slice(0, 12);
  const highest = (await storedRows(host())).at(-1)?.id ?? 0;
  for (const [at, row] of open.entries()) {
    await tableOf('cs_inventory').where({ id: row.id }).update({ valid_to: id });
    await tableOf('cs_inventory_scopes').where({ inventory_id: row.id }).update({ valid_to: id });
    if (at % 3 === 0) continue;
    const { id: _old, ...columns } = await tableOf('cs_inventory').where({ id: row.id }).first();
    const copy = { ...columns, title: 'Half-written', valid_from: id, valid_to: OPEN };
    await tableOf('cs_inventory').insert({ ...copy, id: highest + 1 + at });
    const scopes = await tableOf('cs_inventory_scopes').where({ inventory_id: row.id });
    for (const scope of scopes) {
      await tableOf('cs_inventory_scopes').insert({
        ...scope,
        inventory_id: highest + 1 + at,
        valid_from: id,
        valid_to: OPEN,
      });
    }
  }
  await setLease(host(), { audit_id: id, holder: 'killed', expires_at: Date.now() + 20_000 });
  return Number(id);
};

test('before the first audit each route that reads answers that there is nothing yet, and what to do', async () => {
  const message = expect.stringMatching(/no finished audit yet: start/) as string;
  for (const path of ['coverage', 'coverage/types', 'glance', 'inventory', 'never-consumed', 'audits/latest']) {
    const { status, body } = await as(host(), token).get(`/content-strategy/${path}`);
    expect([path, status, body]).toEqual([path, 200, { data: null, meta: { reason: 'no-audit', message } }]);
  }
});

test('before the first audit there is nothing to export or to change by a filter', async () => {
  const exported = await as(host(), token).get('/content-strategy/exports/inventory.csv');
  const changed = await as(host(), token)
    .post('/content-strategy/tags/bulk')
    .send({ data: { filter: {}, change: { mode: 'include' } } });
  for (const { status, body } of [exported, changed]) {
    expect([status, body.error.message]).toEqual([404, expect.stringMatching(/no finished audit yet: start/)]);
  }
});

test('a killed audit is swept when its lease has run out, and the next one is right', async () => {
  const good = await audited(host());
  const before = await read.rows({ audit: good.id });
  const crashed = await aCrash();
  expect(await read.rows({})).toEqual(before);
  const joined = await as(host(), token).post('/content-strategy/audits');
  expect([joined.status, joined.body.data.id]).toEqual([202, crashed]);

  await setLease(host(), { expires_at: 0 });
  const { body } = await as(host(), token).get('/content-strategy/audits/latest');
  const died = { id: crashed, status: 'failed', error: 'The server ended while the audit ran.' };
  expect([body.data, await find(crashed), (await list())[0]]).toMatchObject([died, died, died]);
  await tagged(host(), GUIDE, await aGuide(host(), 'New after the crash'), 'it.decision');
  const next = await audited(host());
  // Once a newer audit has finished nobody needs to know.
  expect((await list()).map(({ id }) => id)).not.toContain(crashed);
  expect(await read.rows({ audit: good.id })).toEqual(before);
  const titles = (await read.rows({ audit: next.id })).map(({ title }) => title);
  expect([...titles].sort()).toEqual([...before.map(({ title }) => title), 'New after the crash'].sort());
  await healthy();
});

test('two starts at once are one audit', async () => {
  const before = (await list()).length;
  const answers = await Promise.all([1, 2, 3].map(() => as(host(), token).post('/content-strategy/audits')));
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
  expect(new Set(answers.map(({ body }) => body.data.id)).size).toBe(1);
  await leaseIsFree(host());
  expect((await list()).filter(({ status }) => status === 'finished').length).toBeLessThanOrEqual(before + 1);
});

test('a start while the last audit tidies up is an audit of its own', async () => {
  await leaseIsFree(host());
  let second: Promise<AuditBody> | undefined;
  // The first statement of the tidying: the finish is committed by then, for every connection to see.
  onStatement(host(), /delete from .cs_audits/, () => {
    second = service(host().strapi, 'audit').start('manual');
  });
  const first = await service(host().strapi, 'audit').run();
  const started = await second;
  await leaseIsFree(host());
  expect(first.status).toBe('finished');
  expect(started?.id).toBeGreaterThan(first.id);
  expect((await find(started?.id ?? 0)).status).toBe('finished');
});

const STOLEN = { audit_id: 1_000_000, holder: 'thief', expires_at: Date.now() + 20_000 };

test.each([
  ['before the first entry', /update .cs_audits. set .done./],
  ['after the last entry', /select .id. from .cs_inventory. where (1 = |.type_no. in)/],
])('a lease stolen %s ends the run without a trace', async (_when, statement) => {
  await leaseIsFree(host());
  const good = await audited(host());
  const before = await read.rows({});
  betweenTransactions(host(), statement, () => setLease(host(), STOLEN));
  await tagged(host(), GUIDE, await aGuide(host(), `Seen by nobody ${String(statement)}`), 'it.decision');
  const run = await service(host().strapi, 'audit').run();
  expect(run).toMatchObject({ status: 'failed', finishedAt: null, error: 'The server ended while the audit ran.' });
  expect((await service(host().strapi, 'audit').latest())?.id).toBe(good.id);
  expect(await read.rows({})).toEqual(before);
  expect(await tableOf('cs_lease').first()).toMatchObject({ holder: 'thief' });

  await setLease(host(), { expires_at: 0 });
  const next = await audited(host());
  expect((await list()).map(({ id }) => id)).not.toContain(run.id);
  expect((await storedRows(host())).filter(({ valid_from }) => valid_from === run.id)).toEqual([]);
  expect(await read.rows({ audit: next.id })).toHaveLength(before.length + 1);
  await healthy();
});

test('an audit that fails says why, and the next one is whole', async () => {
  const before: readonly InventoryRow[] = await read.rows({});
  await host().strapi.db.connection.schema.renameTable('guides', 'guides_elsewhere');
  const failed = await service(host().strapi, 'audit').run();
  await host().strapi.db.connection.schema.renameTable('guides_elsewhere', 'guides');
  expect(failed.status).toBe('failed');
  expect(failed.error).toMatch(/^The audit failed: .*guides/);
  expect(failed.finishedAt).not.toBeNull();
  expect(await read.rows({})).toEqual(before);
  expect((await as(host(), token).get(`/content-strategy/inventory?audit=${failed.id}`)).status).toBe(404);
  expect(
    (
      await as(host(), token)
        .put(`/content-strategy/audits/${failed.id}`)
        .send({ data: { name: 'x' } })
    ).status
  ).toBe(409);
  const next = await audited(host());
  expect(await read.rows({ audit: next.id })).toHaveLength(before.length);
  await healthy();
});

test('a server that stops in mid-audit leaves nothing half done', async () => {
  const before = await read.rows({});
  let stopped: Promise<void> | undefined;
  onStatement(host(), /update .cs_audits. set .done./, () => {
    stopped = service(host().strapi, 'audit').stop();
  });
  const run = await service(host().strapi, 'audit').run();
  await stopped;
  expect(run).toMatchObject({ status: 'failed', error: 'The server stopped while the audit ran.' });
  expect(Number((await tableOf('cs_lease').first()).expires_at)).toBe(0);
  expect(await read.rows({})).toEqual(before);
  const next = await audited(host());
  expect(await read.rows({ audit: next.id })).toHaveLength(before.length);
  await healthy();
});

/** Two days in milliseconds: the clock was that far ahead, and has been set back. */
const AHEAD = 2 * 86_400_000;

test('a dead audit from when the clock was ahead holds its lease no longer than any other', async () => {
  const before = await read.rows({});
  await aCrash();
  await setLease(host(), { expires_at: Date.now() + AHEAD });
  const { id, status } = await audited(host());
  expect(status).toBe('finished');
  expect(await read.rows({ audit: id })).toHaveLength(before.length);
  await healthy();
});

test('whoever lives on keeps its lease while the clock is set back', async () => {
  await leaseIsFree(host());
  onStatement(host(), /update .cs_audits. set .done./, () => {
    void setLease(host(), { expires_at: Date.now() + AHEAD });
  });
  expect((await service(host().strapi, 'audit').run()).status).toBe('finished');
});

test('an audit takes as long as it took, whatever became of the clock', async () => {
  await leaseIsFree(host());
  const ahead = Date.now() + AHEAD;
  onStatement(host(), /update .cs_audits. set .done./, () => {
    void tableOf('cs_audits').where({ status: 'running' }).update({ started_at: ahead });
  });
  const { startedAt, finishedAt } = await audited(host());
  expect(Date.parse(startedAt)).toBeLessThanOrEqual(Date.parse(finishedAt ?? ''));
  expect(Date.parse(finishedAt ?? '')).toBeLessThan(ahead);
});

test('waiting for the last audit to tidy up only reads, however many wait', async () => {
  await leaseIsFree(host());
  const { id } = await audited(host());
  await leaseIsFree(host());
  await setLease(host(), { audit_id: id, holder: 'tidies up', expires_at: Date.now() + 20_000 });
  let writes = 0;
  const listen = ({ sql }: { readonly sql: string }): void => {
    // The host stores its own settings whenever it wants.
    if (/^(update|insert|delete) .*\bcs_/.test(sql)) writes += 1;
  };
  host().strapi.db.connection.on('query', listen);
  const waiting = Promise.all([1, 2, 3].map(() => as(host(), token).post('/content-strategy/audits')));
  await pause(2_000);
  host().strapi.db.connection.removeListener('query', listen);
  await setLease(host(), { expires_at: 0 });
  const answers = await waiting;
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
  expect(new Set(answers.map(({ body }) => body.data.id))).toEqual(new Set([id + 1]));
  // Each looks once whether the lease is free, and one of them asks for it.
  expect(writes).toBeLessThanOrEqual(4);
  await leaseIsFree(host());
});
