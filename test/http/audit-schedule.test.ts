import { setTimeout as pause } from 'node:timers/promises';
import type { AuditBody } from '../../server/core/api';
import { ga4Pages } from '../support/analytics';
import { analyticsImporter } from '../support/analytics-import';
import { apiOf, type Api } from '../support/api';
import { setLease } from '../support/audit-tables';
import { hostForAll } from '../support/host';
import { anArticle, ARTICLE, audited, documents, withAxes } from '../support/library';
import { reader, type Reader } from '../support/reading';
import { superAdmin } from '../support/users';

const host = hostForAll({ config: { audit: { daily: false, afterChanges: true } } });
let api: Api;
let read: Reader;
let documentId: string;

beforeAll(async () => {
  await withAxes(host(), 'finance', 'awareness:buyer');
  documentId = await anArticle(host(), { title: 'One' });
  const { token } = await superAdmin(host());
  api = apiOf(host(), token);
  read = reader(host(), token);
});

const latest = async (): Promise<AuditBody> => (await api.get('/audits/latest')).body.data;

/** The next audit after one, once it has finished. */
const nextAfter = async (id: number): Promise<AuditBody> => {
  const end = Date.now() + 30_000;
  while (Date.now() < end) {
    const audit = await latest();
    if (audit.id > id && audit.status === 'finished') return audit;
    await pause(100);
  }
  throw new Error('no audit came by itself');
};

test('the first audit is a person’s: no change starts it', async () => {
  await pause(2500);
  expect((await api.get('/audits')).body.data).toEqual([]);
});

test('a tag is on the heatmap within seconds, by itself', async () => {
  const first = await audited(host());
  await api.add(ARTICLE, documentId, { persona: 'finance', stage: 'awareness' });
  const next = await nextAfter(first.id);
  expect(next.trigger).toBe('change');
  expect((await read.coverage()).cells[0]?.current).toBe(1);
});

test('so is a changed and a deleted entry', async () => {
  const before = await latest();
  await documents(host(), ARTICLE).update({
    documentId,
    locale: 'en',
    status: 'published',
    data: { title: 'Renamed' },
  });
  const changed = await nextAfter(before.id);
  expect((await read.rows({})).map(({ title }) => title)).toEqual(['Renamed']);
  await documents(host(), ARTICLE).delete({ documentId, locale: '*' });
  await nextAfter(changed.id);
  expect(await read.rows({})).toEqual([]);
});

test('nothing changed: nothing is audited', async () => {
  const before = await latest();
  await pause(3000);
  expect((await latest()).id).toBe(before.id);
});

test('a change while another process audits is audited after it', async () => {
  const before = await latest();
  await setLease(host(), { holder: 'elsewhere', expires_at: Date.now() + 20_000 });
  documentId = await anArticle(host(), { title: 'Made meanwhile' });
  await pause(3000);
  expect((await latest()).id).toBe(before.id);
  await setLease(host(), { expires_at: 0 });
  await nextAfter(before.id);
  expect((await read.rows({})).map(({ title }) => title)).toEqual(['Made meanwhile']);
});

describe('after an audit that took long', () => {
  const restFrom = async (): Promise<AuditBody> => {
    const before = await latest();
    const began = Date.parse(before.finishedAt ?? '') - 2_000;
    await host().strapi.db.connection('cs_audits').where({ id: before.id }).update({ started_at: began });
    return before;
  };

  test('a changed entry waits', async () => {
    const before = await restFrom();
    documentId = await anArticle(host(), { title: 'Two' });
    await pause(5000);
    expect((await latest()).id).toBe(before.id);
  });

  test('imported views wait less: somebody wants to know what they say', async () => {
    const before = await restFrom();
    const { token } = await superAdmin(host());
    const { status } = await analyticsImporter(host(), token)(ga4Pages([['/two', 5]]));
    expect(status).toBe(200);
    expect((await nextAfter(before.id)).trigger).toBe('change');
  });
});

test('an audit that is dated in the future keeps no later one waiting: the clock has been set back since', async () => {
  const before = await latest();
  const ahead = Date.now() + 2 * 86_400_000;
  await host()
    .strapi.db.connection('cs_audits')
    .where({ id: before.id })
    .update({ started_at: ahead, finished_at: ahead + 100 });
  documentId = await anArticle(host(), { title: 'After the clock was set back' });
  expect((await nextAfter(before.id)).trigger).toBe('change');
});
