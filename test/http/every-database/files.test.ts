import type { FileRow, FilesBody } from '../../../server/core/consumption-api';
import { readCsv } from '../../support/csv';
import { aPng, anUpload, removeUploads, type Uploaded } from '../../support/files';
import { as, hostForAll } from '../../support/host';
import {
  aGuide,
  anArticle,
  anEntryOf,
  ARTICLE,
  audited,
  GUIDE,
  LANDING_PAGE,
  aVersion,
  withLocales,
} from '../../support/library';
import { superAdmin, userWith } from '../../support/users';

// Before the host's own end, which is asked for next.
afterAll(() => removeUploads(host()));

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
let token: string;
let files: Readonly<Record<string, Uploaded>>;
let entries: Readonly<Record<string, string>>;

const paragraph = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

beforeAll(async () => {
  await withLocales(host(), 'de');
  ({ token } = await superAdmin(host()));
  const upload = async (name: Parameters<typeof anUpload>[1], content?: Parameters<typeof anUpload>[2]) =>
    anUpload(host(), name, content);
  const same = aPng(30);
  const f = (files = {
    cover: await upload('cover.png'),
    markdown: await upload('markdown.png'),
    html: await upload('html.png'),
    small: await upload('small.png', aPng(600)),
    nested: await upload('nested.png'),
    nestedText: await upload('nested text.png'),
    zone: await upload('zone.png'),
    zoneDeep: await upload('zone deep.png'),
    blocksText: await upload('blocks text.pdf'),
    blocksImage: await upload('blocks image.png'),
    json: await upload('json.pdf'),
    jsonHash: await upload('json hash.png'),
    cdn: await upload('cdn.pdf'),
    single: await upload('single.png'),
    draft: await upload('draft.png'),
    draftOfPublished: await upload('draft of published.png'),
    german: await upload('german.png'),
    noDrafts: await upload('guide.zip'),
    popular: await upload('popular.png'),
    nobody: await upload('nobody.png'),
    nobodysReport: await upload('report.pdf', 'a report that is longer than all the others'),
    twin: await upload('twin.png', same),
    otherTwin: await upload('other twin.png', same),
    onlyById: await upload('only by id.png'),
  });
  const article = (title: string, data: object, status: 'draft' | 'published' = 'published') =>
    anArticle(host(), { title, status, data: { ...data } });
  entries = {
    cover: await article('Cover', {
      cover: f.cover.id,
      gallery: { pictures: [{ image: f.nested.id }, { caption: `![](${f.nestedText.url})` }] },
    }),
    rich: await article('Rich', {
      body: `# ![](${f.markdown.url})\n<img src='https://cms.example.com${f.html.url}' srcset="${f.small.formats?.['small']?.url} 500w">`,
    }),
    zone: await article('Zone', {
      sections: [
        { __component: 'shared.picture', image: f.zone.id },
        { __component: 'shared.gallery', pictures: [{ image: f.zoneDeep.id }] },
      ],
    }),
    blocks: await article('Blocks', {
      story: [
        ...paragraph(`see ${f.blocksText.url}`),
        {
          type: 'image',
          image: {
            ...f.blocksImage,
            width: 20,
            height: 20,
            mime: 'image/png',
            provider: 'local',
            createdAt: '2026-01-01',
            updatedAt: '2026-01-01',
            alternativeText: null,
            formats: null,
          },
          children: [{ type: 'text', text: '' }],
        },
      ],
    }),
    json: await article('JSON', { extra: { deep: [{ url: f.json.url }], hash: f.jsonHash.hash, id: f.onlyById.id } }),
    cdn: await article('CDN', { body: `[pdf](https://cdn.example.com/v2/${f.cdn.hash}.pdf?download=1)` }),
    draft: await article('Draft', { cover: f.draft.id, body: f.popular.url }, 'draft'),
    modified: await article('Modified', { body: f.popular.url }),
    german: await article('German', {}),
    guide: await aGuide(host(), 'Guide', { body: `[zip](${f.noDrafts.url})` }),
    landing: await anEntryOf(host(), LANDING_PAGE, {
      locale: 'en',
      data: { headline: 'Home', hero: [f.single.id, f.popular.id] },
    }),
  };
  await aVersion(host(), ARTICLE, entries['modified'] ?? '', {
    locale: 'en',
    status: 'draft',
    data: { cover: f.draftOfPublished.id },
  });
  await aVersion(host(), ARTICLE, entries['german'] ?? '', {
    locale: 'de',
    data: { title: 'Deutsch', body: f.german.url },
  });
  await audited(host());
});

const get = (query: Readonly<Record<string, string | number>> = {}, as_ = token) =>
  as(host(), as_).get('/content-strategy/files').query(query);

const list = async (query: Readonly<Record<string, string | number>> = {}): Promise<FilesBody> => {
  const { status, body } = await get({ pageSize: 100, ...query });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as FilesBody;
};

const nameOf = (row: Pick<FileRow, 'documentId'>): string =>
  Object.entries(files).find(([, { documentId }]) => documentId === row.documentId)?.[0] ?? '?';

const entryOf = (documentId: string): string => Object.entries(entries).find(([, id]) => id === documentId)?.[0] ?? '?';

test('where every file is used is exactly the truth', async () => {
  const { data } = await list();
  const found = Object.fromEntries(
    data.map((row) => [
      nameOf(row),
      [row.usage, row.usedBy, ...row.uses.map(({ documentId, status }) => `${entryOf(documentId)} ${status}`).sort()],
    ])
  );
  expect(found).toEqual({
    cover: ['published', 1, 'cover published'],
    markdown: ['published', 1, 'rich published'],
    html: ['published', 1, 'rich published'],
    small: ['published', 1, 'rich published'],
    nested: ['published', 1, 'cover published'],
    nestedText: ['published', 1, 'cover published'],
    zone: ['published', 1, 'zone published'],
    zoneDeep: ['published', 1, 'zone published'],
    blocksText: ['published', 1, 'blocks published'],
    blocksImage: ['published', 1, 'blocks published'],
    json: ['published', 1, 'json published'],
    jsonHash: ['published', 1, 'json published'],
    cdn: ['published', 1, 'cdn published'],
    single: ['published', 1, 'landing published'],
    draft: ['draft', 1, 'draft draft'],
    draftOfPublished: ['draft', 1, 'modified draft'],
    german: ['published', 1, 'german published'],
    noDrafts: ['published', 1, 'guide published'],
    popular: ['published', 3, 'draft draft', 'landing published', 'modified published'],
    nobody: ['unreferenced', 0],
    nobodysReport: ['unreferenced', 0],
    twin: ['unreferenced', 0],
    otherTwin: ['unreferenced', 0],
    onlyById: ['unreferenced', 0],
  });
});

test('unreferenced files come first, large ones before small ones, and sums are of all', async () => {
  const { data, meta } = await list();
  const order = data.map(({ usage, size }) => [['unreferenced', 'draft', 'published'].indexOf(usage), -size]);
  expect(order).toEqual([...order].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
  const bytes = (rows: readonly FileRow[]): number => rows.reduce((sum, { size }) => sum + size, 0);
  const unreferenced = data.filter(({ usage }) => usage === 'unreferenced');
  expect(meta.totals).toEqual({
    files: 24,
    bytes: bytes(data),
    unreferenced: 5,
    unreferencedBytes: bytes(unreferenced),
  });
  expect(meta.pagination).toEqual({ page: 1, pageSize: 100, pageCount: 1, total: 24, totalIsExact: true });
  for (const { name, size } of data) {
    const file = Object.values(files).find((one) => one.name === name);
    expect([name, size]).toEqual([name, Math.round((file?.size ?? 0) * 1000)]);
  }
});

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ['usage', { usage: 'draft' }, ['draft', 'draftOfPublished']],
  ['a part of the name', { search: 'TWIN' }, ['otherTwin', 'twin']],
  ['a part of the URL', { search: 'lended' }, []],
  ['a grade', { evidence: 'unpublished' }, ['draft', 'draftOfPublished']],
  ['two of them', { usage: 'unreferenced', search: 'report' }, ['nobodysReport']],
])('filtered by %s', async (_name, query, names) => {
  const { data, meta } = await list(query);
  expect(data.map(nameOf).sort()).toEqual([...names].sort());
  expect(meta.pagination.total).toBe(names.length);
  expect(meta.totals.files).toBe(24);
});

test('sorted and in pages, each file once', async () => {
  const names = async (sort: string): Promise<readonly string[]> => {
    const pages = [
      await list({ sort, pageSize: 10 }),
      await list({ sort, pageSize: 10, page: 2 }),
      await list({ sort, pageSize: 10, page: 3 }),
    ];
    return pages.flatMap(({ data }) => data.map(({ name }) => name));
  };
  const byName = await names('name:asc');
  expect(byName).toHaveLength(24);
  expect(byName).toEqual([...byName].sort());
  expect((await names('usedBy:desc'))[0]).toBe('popular.png');
});

test('files with the same content know of each other; each other one has none', async () => {
  const { data } = await list();
  expect(Object.fromEntries(data.map((row) => [nameOf(row), row.duplicates]))).toEqual({
    ...Object.fromEntries(Object.keys(files).map((name) => [name, 0])),
    twin: 1,
    otherTwin: 1,
  });
});

test('only files that are opened by a link are measured by their downloads', async () => {
  const { data } = await list();
  const linked = data.filter(({ measuredBy }) => measuredBy === 'downloads').map(nameOf);
  expect(linked.sort()).toEqual(['blocksText', 'cdn', 'json', 'noDrafts', 'nobodysReport']);
});

test('the CSV has the same files in the same order', async () => {
  const { text } = await as(host(), token).get('/content-strategy/exports/files.csv').query({ usage: 'unreferenced' });
  const rows = readCsv(text);
  const { data } = await list({ usage: 'unreferenced' });
  expect(rows.map((row) => row['Document ID'])).toEqual(data.map(({ documentId }) => documentId));
  expect(rows.map((row) => row['Views'])).toEqual(data.map(() => ''));
  expect(new Set(rows.map((row) => row['Usage']))).toEqual(new Set(['Nowhere that we can see']));
  for (const row of rows) expect(row['Reason']).toMatch(/^\p{Lu}.+\.$/u);
});

test.each([
  ['files', { sort: 'mime:asc' }],
  ['files', { usage: 'never' }],
  ['files', { persona: 'finance' }],
  ['exports/files.csv', { persona: 'finance' }],
])('%s refuses %j', async (path, query) => {
  const { status } = await as(host(), token).get(`/content-strategy/${path}`).query(query);
  expect(status).toBe(400);
});

describe('who sees what', () => {
  const OURS = ['plugin::content-strategy.read', 'plugin::content-strategy.export'].map((action) => ({ action }));

  test('nobody who may not open the Media Library', async () => {
    const user = await userWith(host(), OURS);
    for (const path of ['files', 'exports/files.csv']) {
      expect((await as(host(), user.token).get(`/content-strategy/${path}`)).status).toBe(403);
    }
  });

  test('uses are entries that the user may read; how many there are is told', async () => {
    const user = await userWith(host(), [
      ...OURS,
      { action: 'plugin::upload.read' },
      { action: 'plugin::content-manager.explorer.read', subject: LANDING_PAGE, fields: ['hero'], locales: ['en'] },
      { action: 'plugin::content-manager.explorer.read', subject: GUIDE, fields: ['name'] },
    ]);
    const { body } = await get({ pageSize: 100 }, user.token);
    const rows = new Map((body as FilesBody).data.map((row) => [nameOf(row), row]));
    expect(rows.get('popular')).toMatchObject({
      usedBy: 3,
      usage: 'published',
      uses: [{ documentId: entries['landing'], title: entries['landing'] }],
    });
    expect(rows.get('noDrafts')?.uses).toEqual([
      { uid: GUIDE, documentId: entries['guide'], title: 'Guide', status: 'published' },
    ]);
    expect(rows.get('cover')?.uses).toEqual([]);
    expect([...rows.values()].filter(({ hidesCounts }) => hidesCounts).map(nameOf)).toContain('popular');
  });

  test("the Media Library's own conditions hide files from lists and sums", async () => {
    const user = await userWith(host(), [
      ...OURS,
      { action: 'plugin::upload.read', conditions: ['admin::is-creator'] },
    ]);
    const mine = files['cover'];
    await host()
      .strapi.db.query('plugin::upload.file')
      .update({ where: { id: mine?.id }, data: { createdBy: user.id } });
    const { body } = await get({}, user.token);
    expect((body as FilesBody).data.map(nameOf)).toEqual(['cover']);
    expect((body as FilesBody).meta.totals).toMatchObject({ files: 1, unreferenced: 0 });
    const { text } = await as(host(), user.token).get('/content-strategy/exports/files.csv');
    expect(readCsv(text)).toHaveLength(1);
  });
});
