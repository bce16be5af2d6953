import type { FileRow, FilesBody } from '../../../server/core/consumption-api';
import { imported, setImportState, tracked, viewed } from '../../support/consumption';
import { anUpload, removeUploads, type Uploaded } from '../../support/files';
import { as, hostForAll } from '../../support/host';
import { aGuide, anArticle, ARTICLE, audited, GUIDE } from '../../support/library';
import { superAdmin, userWith } from '../../support/users';

const FILE = 'plugin::upload.file';

// Before the host's own end, which is asked for next.
afterAll(() => removeUploads(host()));

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
let token: string;
let uploads: Readonly<Record<string, Uploaded>>;
let importId: number;

const longAgo = new Date(Date.now() - 400 * 86_400_000);

/** As if it had been there for a year. */
const old = async (uid: string, where: object): Promise<void> => {
  await host()
    .strapi.db.query(uid)
    .updateMany({ where, data: { createdAt: longAgo, publishedAt: longAgo } });
};

beforeAll(async () => {
  ({ token } = await superAdmin(host()));
  const [seen, silent, both, mixed, draft, nowhere] = ['seen', 'silent', 'both', 'mixed', 'draft', 'nowhere'] as const;
  const f = {
    seen: await anUpload(host(), `${seen}.png`),
    silent: await anUpload(host(), `${silent}.png`),
    both: await anUpload(host(), `${both}.png`),
    mixed: await anUpload(host(), `${mixed}.png`),
    draft: await anUpload(host(), `${draft}.png`),
    nowhere: await anUpload(host(), `${nowhere}.png`),
    opened: await anUpload(host(), 'opened.pdf'),
    unopened: await anUpload(host(), 'unopened.pdf'),
    imported: await anUpload(host(), 'imported.zip'),
  };
  uploads = f;
  const viewedGuide = await aGuide(host(), 'Viewed', { body: `${f.seen.url} ${f.both.url} ${f.unopened.url}` });
  await aGuide(host(), 'Silent', { body: `${f.silent.url} ${f.both.url} ${f.mixed.url}` });
  // Nothing measures articles.
  await anArticle(host(), { title: 'Unmeasured', data: { body: f.mixed.url } });
  await anArticle(host(), { title: 'Draft', status: 'draft', data: { body: f.draft.url } });
  await old(GUIDE, {});
  await host()
    .strapi.db.query(ARTICLE)
    .updateMany({ where: { publishedAt: { $notNull: true } }, data: { publishedAt: longAgo } });
  await host()
    .strapi.db.query(FILE)
    .updateMany({ where: {}, data: { createdAt: longAgo } });
  await tracked(host(), { uid: GUIDE }, 300);
  await tracked(host(), { uid: FILE }, 300);
  await viewed(host(), { uid: GUIDE, documentId: viewedGuide }, 20, { views: 7 });
  await viewed(host(), { uid: FILE, documentId: f.opened.documentId }, 10, { views: 3 });
  importId = await imported(host(), { name: 'Downloads', from: 60, to: 30 }, [{ uid: FILE }]);
  await viewed(host(), { uid: FILE, documentId: f.imported.documentId }, [60, 30], {
    views: 5,
    source: `import:${importId}`,
  });
  await audited(host());
});

const list = async (
  query: Readonly<Record<string, string>> = {},
  user = token
): Promise<Readonly<Record<string, FileRow>>> => {
  const { status, body } = await as(host(), user)
    .get('/content-strategy/files')
    .query({ pageSize: 100, ...query });
  if (status !== 200) throw new Error(JSON.stringify(body));
  const names = new Map(Object.entries(uploads).map(([name, { documentId }]) => [documentId, name]));
  return Object.fromEntries((body as FilesBody).data.map((row) => [names.get(row.documentId) ?? '?', row]));
};

const grades = (rows: Readonly<Record<string, FileRow>>) =>
  Object.fromEntries(Object.entries(rows).map(([name, { evidence }]) => [name, evidence.grade]));

test('pictures take the grade of their entries, what is opened by a link its own', async () => {
  expect(grades(await list())).toEqual({
    seen: 'consumed',
    silent: 'never-consumed',
    both: 'consumed',
    mixed: 'unmeasured',
    draft: 'unpublished',
    nowhere: 'unmeasured',
    opened: 'consumed',
    unopened: 'never-consumed',
    imported: 'consumed',
  });
});

test('with views, days and sources as people know them', async () => {
  const rows = await list();
  expect(rows['seen']?.evidence).toMatchObject({ views: 7, sources: ['www.example.com'], measuredDays: 180 });
  expect(rows['both']?.evidence.views).toBe(7);
  expect(rows['silent']?.evidence).toMatchObject({ views: 0, measuredDays: 90, windowDays: 90 });
  expect(rows['mixed']?.evidence).toMatchObject({ reason: 'no-source', measuredDays: 0 });
  expect(rows['nowhere']?.evidence.views).toBeNull();
  expect(rows['opened']?.evidence).toMatchObject({ views: 3, sources: expect.arrayContaining(['www.example.com']) });
  expect(rows['imported']?.evidence).toMatchObject({ views: 5, sources: ['Downloads', 'www.example.com'] });
});

test('views of entries that the user may not read are left out', async () => {
  const user = await userWith(host(), [
    { action: 'plugin::content-strategy.read' },
    { action: 'plugin::upload.read' },
    { action: 'plugin::content-manager.explorer.read', subject: ARTICLE, fields: ['title'], locales: ['en'] },
  ]);
  const rows = await list({}, user.token);
  expect(rows['seen']).toMatchObject({
    hidesCounts: true,
    evidence: { grade: 'consumed', views: null, lastViewed: null },
  });
  expect(rows['silent']).toMatchObject({ hidesCounts: true, evidence: { views: null, sources: [], windowDays: 0 } });
  expect(rows['opened']).toMatchObject({ hidesCounts: false, evidence: { views: 3 } });
  expect(Object.values(await list()).some(({ hidesCounts }) => hidesCounts)).toBe(false);
});

test('filtered by grade', async () => {
  expect(Object.keys(await list({ evidence: 'never-consumed' })).sort()).toEqual(['silent', 'unopened']);
});

test('what an undone import counted no longer counts', async () => {
  await setImportState(host(), importId, 'undone');
  await audited(host());
  expect((await list())['imported']?.evidence).toMatchObject({ grade: 'never-consumed', views: 0 });
});
