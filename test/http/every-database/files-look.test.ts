import type { Response } from 'supertest';
import type { FileRow, FilesBody } from '../../../server/core/consumption-api';
import { service } from '../../../server/services';
import { betweenTransactions, leaseIsFree, onStatement } from '../../support/audit-tables';
import { anUpload, removeUploads, type Uploaded } from '../../support/files';
import { as, hostForAll } from '../../support/host';
import { aGuide, audited, documents, GUIDE } from '../../support/library';
import { superAdmin } from '../../support/users';

// Before the host's own end, which is asked for next.
afterAll(() => removeUploads(host()));

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
let token: string;
let hub: Uploaded;
let rare: Uploaded;
let guide: string;

beforeAll(async () => {
  ({ token } = await superAdmin(host()));
  hub = await anUpload(host(), 'hub.png');
  rare = await anUpload(host(), 'rare.pdf');
  guide = await aGuide(host(), 'Rare', { body: `${rare.url} ${hub.url}` });
});

const tableOf = (name: string) => host().strapi.db.connection(name);

const list = async (): Promise<Readonly<Record<string, FileRow>>> => {
  const { status, body } = await as(host(), token).get('/content-strategy/files').query({ pageSize: 100 });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return Object.fromEntries((body as FilesBody).data.map((row) => [row.name, row]));
};

/** Asks for the list once, in the middle of the next look or after another statement. */
const askedMeanwhile = (statement = /cs_file_uses/) => {
  let answer: Response | undefined;
  betweenTransactions(host(), statement, async () => {
    answer = await as(host(), token).get('/content-strategy/files');
  });
  return (): Response => {
    if (answer === undefined) throw new Error('No file was looked for');
    return answer;
  };
};

/** What is wrong with the tables, whatever the files. */
const damage = async (): Promise<readonly string[]> => {
  const { audit_id: shown } = await tableOf('cs_file_state').first();
  const rows = await tableOf('cs_files').where('valid_from', '<=', shown).where('valid_to', '>', shown);
  const ids = rows.map(({ file_id }: { file_id: number }) => file_id);
  const open = (await tableOf('cs_files').where('valid_to', '>', 2_000_000_000)).length;
  return [
    ...ids.filter((id: number, at: number) => ids.indexOf(id) !== at).map((id: number) => `file ${id} is there twice`),
    ...(open === ids.length ? [] : [`${open} open rows of ${ids.length}`]),
    ...((await tableOf('cs_file_uses')).length === 0 ? [] : ['uses are left over']),
  ];
};

test('before the first audit it says what to do', async () => {
  for (const path of ['files', 'exports/files.csv']) {
    const { status, body } = await as(host(), token).get(`/content-strategy/${path}`);
    const { message, reason } = path === 'files' ? body.meta : { ...body.error, ...body.error.details };
    expect([status, reason]).toEqual([path === 'files' ? 200 : 404, 'not-yet']);
    expect(message).toMatch(/start an audit/);
  }
});

test('a file in more entries than are read at a time is counted in each of them, and names some', async () => {
  // As many as fit into no chunk, written at once: the Document Service would take minutes.
  const data = Array.from({ length: 1_300 }, (_, at) => ({ name: `Guide ${at}`, slug: `g-${at}`, body: hub.hash }));
  for (let from = 0; from < data.length; from += 100) {
    await host()
      .strapi.db.query(GUIDE)
      .createMany({ data: data.slice(from, from + 100) });
  }
  const meanwhile = askedMeanwhile();
  await audited(host());
  expect(meanwhile().body).toMatchObject({ data: null, meta: { reason: 'under-way' } });
  const files = await list();
  expect(files['hub.png']).toMatchObject({ usage: 'published', usedBy: 1_301 });
  expect(files['hub.png']?.uses).toHaveLength(20);
  expect(files['rare.pdf']).toMatchObject({ usage: 'published', usedBy: 1 });
  expect(await damage()).toEqual([]);
});

test('what has not changed is not written again, and meanwhile it is told that another list comes', async () => {
  const before = await tableOf('cs_files').orderBy('id');
  const meanwhile = askedMeanwhile();
  await audited(host());
  expect(meanwhile().body.meta).toMatchObject({ isRenewed: true });
  expect((await as(host(), token).get('/content-strategy/files')).body.meta).toMatchObject({ isRenewed: false });
  expect(await tableOf('cs_files').orderBy('id')).toEqual(before);
});

test('no other list is promised after a change that files are not looked through for', async () => {
  const { audit_id: shown } = await tableOf('cs_file_state').first();
  // So long that the next one has to rest.
  await tableOf('cs_file_state').update({ started_at: 1 });
  const meanwhile = askedMeanwhile(/update .cs_audits. set .*snapshot/);
  await service(host().strapi, 'audit').run('change');
  expect(meanwhile().body.meta).toMatchObject({ isRenewed: false });
  expect(await tableOf('cs_file_state').first()).toMatchObject({ audit_id: shown });
});

test('what changed, came and went is so after the next audit, and not before', async () => {
  const lost = await anUpload(host(), 'lost.png');
  await audited(host());
  const before = await list();
  await documents(host(), GUIDE).update({ documentId: guide, data: { body: 'no file any more' } });
  await host().strapi.plugin('upload').service('upload').remove(lost);
  await anUpload(host(), 'new.zip');
  expect(await list()).toEqual(before);
  await audited(host());
  const after = await list();
  expect(Object.keys(after).sort()).toEqual(['hub.png', 'new.zip', 'rare.pdf']);
  expect(after['rare.pdf']).toMatchObject({ usage: 'unreferenced', usedBy: 0, uses: [] });
  expect(after['hub.png']?.usedBy).toBe(1_300);
  expect(await damage()).toEqual([]);
});

test('what a process that was killed has left half-written is seen by nobody, and gone after the next audit', async () => {
  const before = await list();
  const [{ id } = { id: 0 }] = await tableOf('cs_files').max({ id: 'id' });
  const row = await tableOf('cs_files').where({ file_id: hub.id }).where('valid_to', '>', 2_000_000_000).first();
  const next = 1 + (await service(host().strapi, 'audit').newest()).id;
  await tableOf('cs_files').where({ id: row.id }).update({ valid_to: next });
  await tableOf('cs_files').insert({ ...row, id: Number(id) + 1, name: 'half-written', valid_from: next });
  await tableOf('cs_file_uses').insert({ id: 7, file_id: rare.id, type_no: 1, document_id: 'x', is_published: 1 });
  expect(await list()).toEqual(before);
  await audited(host());
  expect(await list()).toEqual(before);
  expect(await damage()).toEqual([]);
});

test("a person's audit does not wait for files: they are looked through after it", async () => {
  const shown = async (): Promise<number> => Number((await tableOf('cs_file_state').first()).audit_id);
  const before = await shown();
  let seen: Promise<number> | undefined;
  let second: Promise<{ readonly id: number }> | undefined;
  onStatement(host(), /cs_file_uses/, () => {
    second = service(host().strapi, 'audit').start('manual');
    seen = second.then(shown);
  });
  await service(host().strapi, 'audit').run();
  const started = await second;
  // The first look has not ended when the second audit starts.
  expect(await seen).toBe(before);
  await leaseIsFree(host());
  expect(await shown()).toBe(started?.id);
  expect(await damage()).toEqual([]);
});

test('a look that fails is no fault of the audit, and the next one is whole', async () => {
  const before = await list();
  await host().strapi.db.connection.schema.renameTable('landing_pages', 'elsewhere');
  await service(host().strapi, 'contentTypes').update('api::landing-page.landing-page', { audited: false }, 'system');
  const log = jest.spyOn(host().strapi.log, 'error').mockImplementation(() => host().strapi.log);
  expect((await audited(host())).error).toBeNull();
  expect(log).toHaveBeenCalledWith(expect.stringMatching(/files were not looked through: .*landing_pages/));
  log.mockRestore();
  expect(await list()).toEqual(before);
  await host().strapi.db.connection.schema.renameTable('elsewhere', 'landing_pages');
  await audited(host());
  expect(await list()).toEqual(before);
  expect(await damage()).toEqual([]);
});
