import type { AuditBody, CoverageBody, InventoryRow } from '../../../server/core/api';
import { service } from '../../../server/services';
import { damage, OPEN, storedRows } from '../../support/audit-tables';
import { aLibraryInDisorder, type Disorder } from '../../support/disorder';
import { as, hostForAll } from '../../support/host';
import { ARTICLE, audited, aVersion, documents, GUIDE, tagged, untagged, withSetting } from '../../support/library';
import { reader, type Reader } from '../../support/reading';
import { superAdmin } from '../../support/users';

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
let ids: Disorder;
let token: string;
let read: Reader;

beforeAll(async () => {
  ids = await aLibraryInDisorder(host());
  ({ token } = await superAdmin(host()));
  read = reader(host(), token);
});

interface Seen {
  readonly rows: readonly InventoryRow[];
  readonly german: readonly InventoryRow[];
  readonly coverage: CoverageBody;
  readonly csv: string;
}

const see = async (audit: number): Promise<Seen> => ({
  rows: await read.rows({ audit }),
  german: await read.rows({ audit, locale: 'de' }),
  coverage: await read.coverage({ audit }),
  csv: await read.csv('inventory.csv', { audit }),
});

test('an older audit stays as it was, whatever becomes of the library', async () => {
  const first = await audited(host());
  const before = await see(first.id);
  const articles = documents(host(), ARTICLE);
  await aVersion(host(), ARTICLE, ids.many, { locale: 'en', data: { title: 'Renamed' } });
  await articles.delete({ documentId: ids.writtenLongAgo, locale: '*' });
  await articles.unpublish({ documentId: ids.everyone, locale: 'en' });
  await articles.delete({ documentId: ids.twoLocales, locale: 'de' });
  await articles.publish({ documentId: ids.draft, locale: 'en' });
  await untagged(host(), ARTICLE, ids.expired, 'it.decision');
  await tagged(host(), ARTICLE, ids.untagged, 'ops.onboarding');
  await host()
    .strapi.db.query('plugin::content-strategy.persona')
    .update({ where: { key: 'ops' }, data: { name: 'Operations' } });

  const second = await audited(host());
  expect(await see(first.id)).toEqual(before);
  const now = await see(second.id);
  const titles = ({ rows }: Seen): readonly string[] => rows.map(({ title }) => title);
  expect(titles(before)).toEqual(expect.arrayContaining(['For many', 'Written long ago']));
  expect(titles(now)).toEqual(expect.arrayContaining(['Renamed']));
  expect(titles(now)).not.toEqual(expect.arrayContaining(['Written long ago']));
  expect(now.rows.find(({ documentId }) => documentId === ids.everyone)?.status).toBe('draft');
  expect(now.rows.find(({ documentId }) => documentId === ids.draft)?.status).toBe('published');
  expect(now.german.map(({ documentId }) => documentId)).not.toContain(ids.twoLocales);
  expect(now.rows.find(({ documentId }) => documentId === ids.expired)?.placement).toBe('to-place');
  const cell = (seen: Seen) => seen.coverage.cells.find((one) => one.persona === 'ops' && one.stage === 'onboarding');
  expect([cell(before)?.current, cell(now)?.current]).toEqual([1, 2]);
  expect(before.coverage.personas.map(({ name }) => name)).toContain('ops');
  expect(now.coverage.personas.map(({ name }) => name)).toContain('Operations');
});

test('what did not change is not written again', async () => {
  const { id } = await audited(host());
  const before = await storedRows(host());
  await aVersion(host(), ARTICLE, ids.retired, { locale: 'en', data: { title: 'Touched' } });
  const next = await audited(host());
  const after = await storedRows(host());
  const changed = after.filter(({ valid_from, valid_to }) => valid_from === next.id || valid_to === next.id);
  expect(new Set(changed.map(({ document_id }) => document_id))).toEqual(new Set([ids.retired]));
  // The entry over all versions and its one version, each closed and written anew.
  expect(changed).toHaveLength(4);
  const unchanged = before.filter(({ document_id }) => document_id !== ids.retired);
  expect(after).toEqual(expect.arrayContaining([...unchanged]));
  expect(after.some(({ valid_from }) => valid_from === id)).toBe(false);
});

test('a deleted owner is remembered, a removed one is not made up', async () => {
  const before = await audited(host());
  const { owner } = (await read.rows({ audit: before.id })).find(({ documentId }) => documentId === ids.draft) ?? {};
  expect(owner).toBe('Ann Owner');
  const ann = await host()
    .strapi.db.query('admin::user')
    .findOne({ where: { firstname: 'Ann' } });
  await host().strapi.service('admin::user').deleteById(ann.id);
  for (const round of ['once', 'and again']) {
    const { id } = await audited(host());
    const rows = await read.rows({ audit: id });
    const left = rows.filter((row) => row.owner === 'Ann Owner');
    expect([round, left.map(({ ownerState }) => ownerState)]).toEqual([round, ['gone', 'gone']]);
    expect(left.every(({ findings }) => findings.includes('owner-left'))).toBe(true);
    expect((await read.glance({ audit: id })).ownersGone).toBe(2);
  }
  const nobody = (await read.rows({})).find(({ documentId }) => documentId === ids.many);
  expect([nobody?.owner, nobody?.ownerState]).toEqual([null, null]);
});

test('the owner of one version is remembered apart from those of the others', async () => {
  const owners: number[] = [];
  for (const firstname of ['Eve', 'Dan']) {
    const user = await host()
      .strapi.service('admin::user')
      .create({ email: `${firstname}@example.com`, firstname, lastname: 'Owner', roles: [], isActive: true });
    owners.push(Number(user.id));
  }
  const [eve = 0, dan = 0] = owners;
  const { documentId } = await documents(host(), ARTICLE).create({
    locale: 'en',
    data: { title: 'Shared work', createdBy: eve },
  });
  await documents(host(), ARTICLE).update({ documentId, locale: 'de', data: { title: 'Gemeinsam', createdBy: dan } });
  await audited(host());
  await host().strapi.service('admin::user').deleteById(dan);
  await audited(host());
  const [english] = (await read.rows({ locale: 'en' })).filter((row) => row.documentId === documentId);
  const [german] = (await read.rows({ locale: 'de' })).filter((row) => row.documentId === documentId);
  expect([english?.owner, english?.ownerState]).toEqual(['Eve Owner', 'active']);
  expect([german?.owner, german?.ownerState]).toEqual(['Dan Owner', 'gone']);
});

test('a type taken out of the audit leaves the new one and stays in the old', async () => {
  const first = await audited(host());
  const before = await see(first.id);
  await withSetting(host(), GUIDE, { audited: false });
  const second = await audited(host());
  expect(await see(first.id)).toEqual(before);
  const now = await see(second.id);
  expect(before.rows.map(({ uid }) => uid)).toContain(GUIDE);
  expect(now.rows.map(({ uid }) => uid)).not.toContain(GUIDE);
  expect(
    (await storedRows(host())).filter(({ document_id, valid_to }) => document_id === ids.guide && valid_to === OPEN)
  ).toEqual([]);
  await withSetting(host(), GUIDE, { audited: true });
  const third = await audited(host());
  expect((await read.rows({ audit: third.id })).map(({ documentId }) => documentId)).toContain(ids.guide);
});

test('an audit saved by name can be named, named anew, and let go', async () => {
  const { id } = await audited(host());
  const rename = (name: unknown) => as(host(), token).put(`/content-strategy/audits/${id}`).send({ data: { name } });
  expect((await rename(' Q4 2026 ')).body.data).toMatchObject({ id, name: 'Q4 2026' });
  expect((await rename(null)).body.data).toMatchObject({ id, name: null });
  for (const wrong of ['', '   ', 7, ['a'], 'x'.repeat(256)]) {
    const response = await rename(wrong);
    expect([wrong, response.status]).toEqual([wrong, 400]);
    expect(response.body.error.message).toMatch(/^`data\.name`: /);
  }
  expect(
    (
      await as(host(), token)
        .put('/content-strategy/audits/99999')
        .send({ data: { name: 'x' } })
    ).status
  ).toBe(404);
});

test('the list of audits is newest first, in pages', async () => {
  const { body } = await as(host(), token).get('/content-strategy/audits').query({ pageSize: 3, page: 2 });
  const all: readonly AuditBody[] = (await as(host(), token).get('/content-strategy/audits').query({ pageSize: 100 }))
    .body.data;
  expect(body.data).toEqual(all.slice(3, 6));
  expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).sort((a, b) => b - a));
  expect(body.meta.pagination).toMatchObject({ page: 2, pageSize: 3, total: all.length });
  expect(
    await damage(
      host(),
      all.map(({ id }) => id)
    )
  ).toEqual([]);
});

test('progress goes up to the whole, in percent: what is not in a user’s sight is not counted for them', async () => {
  const started: AuditBody = (await as(host(), token).post('/content-strategy/audits')).body.data;
  const seen: AuditBody[] = [];
  do seen.push((await as(host(), token).get(`/content-strategy/audits/${started.id}`)).body.data);
  while (seen.at(-1)?.status === 'running');
  const done = seen.map(({ progress }) => progress);
  expect(done).toEqual([...done].sort((a, b) => a - b));
  const last = seen.at(-1);
  expect(last).toMatchObject({ status: 'finished', trigger: 'manual', error: null });
  expect(last?.progress).toBe(100);
  expect(Math.min(...done)).toBeGreaterThanOrEqual(0);
  expect((await service(host().strapi, 'audit').latest())?.id).toBe(started.id);
});
