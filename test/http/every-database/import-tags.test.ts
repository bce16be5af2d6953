/** Any sheet: how it finds entries, what it may not do, and what it is refused for. */
import type { ImportBody } from '../../../server/core/import-api';
import { actionUid } from '../../../server/core/actions';
import { aLibraryInDisorder, type Disorder } from '../../support/disorder';
import { as, hostForAll } from '../../support/host';
import { service } from '../../../server/services';
import { bytesAt, folderForAll } from '../../support/sheets';
import { importer, sheetOf, type ImportAnswer, type Importer } from '../../support/import';
import { anArticle, ARTICLE, GUIDE, tagged, untagged } from '../../support/library';
import { superAdmin, userWith, type Grant } from '../../support/users';

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
let ids: Disorder;
let token: string;
let send: Importer;
const save = folderForAll();

beforeAll(async () => {
  ids = await aLibraryInDisorder(host());
  ({ token } = await superAdmin(host()));
  send = importer(host(), token);
});

const tagsOf = async (documentId: string): Promise<readonly string[]> => {
  const found = await host()
    .strapi.db.query('plugin::content-strategy.tag')
    .findMany({ where: { entryDocumentId: documentId }, orderBy: [{ persona: 'asc' }, { stage: 'asc' }] });
  return found.map(
    (tag: { persona: string; stage: string; origin: string }) => `${tag.persona}.${tag.stage} ${tag.origin}`
  );
};

const allTags = () => host().strapi.db.query('plugin::content-strategy.tag').count();
const undo = async ({ operation }: ImportBody): Promise<void> => {
  const path = `/content-strategy/operations/${String(operation?.id)}/undo`;
  expect((await as(host(), token).post(path)).status).toBe(200);
};
const reasons = ({ data }: ImportAnswer): readonly string[] =>
  data.problems.map(({ line, column, reason }) => `${line} ${column ?? '-'}: ${reason}`);

describe('entries are found', () => {
  test.each<[string, string, keyof Disorder]>([
    ['by document ID', 'Document ID', 'draft'],
    ['by URL', 'https://www.example.com/en/product/two-locales/?utm=1#top', 'twoLocales'],
    ['by path', '/en/product/two-locales', 'twoLocales'],
    ['by slug', 'for-everyone', 'everyone'],
    ['by title', 'Old English, new German', 'englishOld'],
    ['by the title of a translation', 'Nur deutsch', 'germanOnly'],
    ['of a single type', '/de', 'landing'],
  ])('%s', async (how, value, which) => {
    const column = how.includes('document')
      ? 'Document ID'
      : /URL|path|single/.test(how)
        ? 'URL'
        : how.includes('slug')
          ? 'Slug'
          : 'Title';
    const cell = column === 'Document ID' ? ids[which] : value;
    const before = await tagsOf(ids[which]);
    const { data } = await send(sheetOf(`${column},Persona,Stage`, `"${cell}",HR,Legacy`, `"${cell}",ops,decision`), {
      options: { values: { personas: { HR: 'it' }, stages: { Legacy: 'onboarding' } } },
    });
    expect(data).toMatchObject({ problems: [], counts: { rows: 2, changed: 1, rejected: 0 } });
    expect((await tagsOf(ids[which])).map((tag) => tag.split(' ')[0])).toEqual(['it.onboarding', 'ops.decision']);
    await undo(data);
    expect(await tagsOf(ids[which])).toEqual(before);
  });

  test('what fits two entries, none, or says nothing is rejected; another column tells them apart', async () => {
    const twins = [
      await anArticle(host(), { title: 'Twin', data: { slug: 'twin-1' } }),
      await anArticle(host(), { title: 'Twin', data: { slug: 'twin-2' } }),
    ];
    const answer = await send(
      sheetOf('Title,Slug,Stages', 'Twin,,decision', 'Twin,twin-2,awareness', 'Nobody,,decision', ',,decision'),
      { dryRun: 'true' }
    );
    expect(reasons(answer)).toEqual([
      expect.stringMatching(/^2 Title: 2 entries fit \(Article \w+, Article \w+\): give the row a "Document ID"\.$/),
      '4 Title: There is no entry "Nobody" under audit, or you may not read it.',
      '5 -: The row does not tell which entry it is about: its cells for that are empty.',
    ]);
    expect(answer.data.counts).toMatchObject({ rows: 4, rejected: 3, created: 1 });
    expect(answer.data.examples).toMatchObject([
      { documentId: twins[1], before: { tags: [] }, after: { tags: [{ persona: null, stage: 'awareness' }] } },
    ]);
    const { data } = await send(sheetOf('Title,Slug,Stages', 'Twin,twin-2,awareness'));
    expect(await tagsOf(twins[1] ?? '')).toEqual(['.awareness import']);
    await undo(data);
  });

  test('a document ID is not searched for in another type than the UID says', async () => {
    const answer = await send(
      sheetOf('Document ID,UID,Persona', `${ids.guide},${ARTICLE},finance`, `${ids.guide},${GUIDE},finance`),
      { dryRun: 'true' }
    );
    expect(reasons(answer)).toEqual([
      `2 Document ID: There is no entry "${ids.guide}" of "${ARTICLE}" under audit, or you may not read it.`,
    ]);
    expect(answer.data.counts.changed).toBe(1);
  });
});

test('a column that the sheet lacks stays as it is', async () => {
  const { data } = await send(sheetOf('Document ID;Stages', `${ids.many};decision | onboarding`));
  expect(await tagsOf(ids.many)).toEqual([
    'finance.decision import',
    'finance.onboarding person',
    'it.decision import',
    'it.onboarding person',
    'ops.decision import',
    'ops.onboarding person',
  ]);
  await undo(data);
});

test('rejected rows stop an import, are left out of it on request, and can be downloaded with their reasons', async () => {
  const sheet = sheetOf(
    'Document ID;Persona;Stage;Notes;Not part of a journey',
    `${ids.draft};ops;decision;"one; two";`,
    `${ids.modified};CFO, finance;Trial;=1+1;`,
    `${ids.modified};finance;decision;;`,
    `${ids.expired};hr;decision;;`,
    `${ids.untouched};ops;;;because`
  );
  const before = await allTags();
  const refused = await send(sheet);
  expect(refused.status).toBe(400);
  expect(refused.body.error?.message).toBe(
    '`file`: 4 of 5 rows cannot be imported, so nothing was. Line 3: There is no persona "CFO": correct it, create it, map it to another or ignore it.'
  );
  expect(refused.body.error?.details).toMatchObject({ field: 'file', import: { counts: { rejected: 4, changed: 1 } } });
  expect(await allTags()).toBe(before);
  expect(await tagsOf(ids.draft)).toEqual(['finance.awareness person']);

  const dry = await send(sheet, { dryRun: 'true' });
  expect(reasons(dry)).toEqual([
    '3 Persona: There is no persona "CFO": correct it, create it, map it to another or ignore it.',
    '3 Stage: There is no stage "Trial": correct it, create it, map it to another or ignore it.',
    '4 -: Line 3 is about the same entry and cannot be imported.',
    '5 Persona: The persona "hr" is retired and cannot be set any more.',
    '6 Not part of a journey: "because" is no reason; known: legal, navigation, error-page, other.',
  ]);
  expect(dry.data.unknown).toEqual({
    personas: [{ value: 'CFO', rows: 1 }],
    stages: [{ value: 'Trial', rows: 1 }],
    decisions: [],
  });
  expect(dry.data.columns.map(({ header, meaning }) => [header, meaning])).toEqual([
    ['Document ID', 'document-id'],
    ['Persona', 'personas'],
    ['Stage', 'stages'],
    ['Notes', null],
    ['Not part of a journey', 'excluded'],
  ]);
  expect(dry.data.columns[3]?.examples).toEqual(['one; two', '=1+1']);

  const csv = await send(sheet, { dryRun: 'true', answer: 'rejected.csv' });
  const lines = csv.text.replace('\uFEFF', '').split('\r\n');
  expect(lines[0]).toBe('"Document ID";"Persona";"Stage";"Notes";"Not part of a journey";"Reason"');
  expect(lines[1]).toMatch(new RegExp(`^"${ids.modified}";"CFO, finance";"Trial";"'=1\\+1";;"There is no persona`));
  expect(lines).toHaveLength(6);
  const again = await send(csv.text, { dryRun: 'true', answer: 'rejected.csv' });
  expect(again.text).toBe(csv.text.replace('Line 3 is about', 'Line 2 is about'));

  const { data } = await send(sheet, { validOnly: 'true' });
  expect(data.operation?.counts.changed).toBe(1);
  expect(await tagsOf(ids.draft)).toEqual(['ops.decision import']);
  expect(await tagsOf(ids.expired)).toEqual(['it.decision person', 'it.legacy person']);
  await undo(data);
});

test('unknown values can be created, mapped or ignored; the mapping is remembered for such sheets', async () => {
  const sheet = sheetOf(
    'Seite,Für wen,Wann',
    '/en/product/two-locales,CFO; tbd,Probe',
    '/en/product/modified,Chef,Probe'
  );
  const refused = await send(sheet, { dryRun: 'true' });
  expect(refused.status).toBe(400);
  expect(refused.body.error?.details).toMatchObject({
    field: 'columns',
    columns: [
      { header: 'Seite', meaning: null, examples: ['/en/product/two-locales', '/en/product/modified'] },
      {},
      {},
    ],
  });
  const options = {
    columns: { Seite: 'url', 'Für wen': 'personas', Wann: 'stages' },
    values: {
      personas: { CFO: { create: 'CFO' }, chef: { create: 'cfo' }, TBD: null },
      stages: { Probe: { create: 'Trial', journey: 'buyer' } },
    },
  };
  const dry = await send(sheet, { dryRun: 'true', options });
  expect(dry.data).toMatchObject({ remembered: false, problems: [], counts: { rejected: 0, changed: 2 } });
  const vocabulary = () => as(host(), token).get('/content-strategy/vocabulary');
  expect(JSON.stringify((await vocabulary()).body)).not.toContain('CFO');
  const { data } = await send(sheet, { options });
  expect(data.operation?.counts).toMatchObject({ changed: 2 });
  expect(await tagsOf(ids.twoLocales)).toEqual(['cfo.trial import']);
  expect((await vocabulary()).body.data.personas).toContainEqual(expect.objectContaining({ key: 'cfo', name: 'CFO' }));
  expect((await vocabulary()).body.data.stages).toContainEqual(
    expect.objectContaining({ key: 'trial', journey: 'buyer' })
  );

  const again = await send(sheet, { dryRun: 'true' });
  expect(again.data).toMatchObject({ remembered: true, counts: { unchanged: 2, rejected: 0 } });
  // What a page shows of it, and sends back with a change.
  expect(again.data.options).toEqual({
    columns: options.columns,
    values: { personas: { CFO: 'cfo', chef: 'cfo', TBD: null }, stages: { Probe: 'trial' }, decisions: {} },
  });
  const other = await send(sheet, { dryRun: 'true', options: { values: { personas: {} } } });
  // "tbd" says nothing whether or not somebody said so.
  expect(other.data).toMatchObject({ remembered: true, counts: { rejected: 1 } });
  await undo(data);
});

// The journal's table is away: the error is logged.
test('nothing half done: an import that fails in the middle leaves neither tags nor personas', async () => {
  const before = await allTags();
  const db = host().strapi.db;
  const sheet = sheetOf('Document ID,Persona,Stage', `${ids.draft},Neu,decision`, `${ids.guide},finance,decision`);
  const request = as(host(), token).post('/content-strategy/imports/tags');
  void request.field('options', JSON.stringify({ values: { personas: { Neu: { create: 'Neu' } } } }));
  await db.connection.schema.renameTable('cs_operation_entries', 'cs_operation_entries_away');
  try {
    expect((await request.attach('file', Buffer.from(sheet), 'x.csv')).status).toBe(500);
  } finally {
    await db.connection.schema.renameTable('cs_operation_entries_away', 'cs_operation_entries');
  }
  expect(await allTags()).toBe(before);
  expect(await db.query('plugin::content-strategy.persona').count({ where: { name: 'Neu' } })).toBe(0);
});

test('an import that is broken off midway leaves nothing behind', async () => {
  const before = await allTags();
  const { signal } = new AbortController();
  let planned = 0;
  // Both entries are planned for the preview; then the first is written, and the client goes before the second.
  signal.throwIfAborted = () => {
    planned += 1;
    if (planned > 3) throw new Error('gone');
  };
  const role = await host().strapi.service('admin::role').getSuperAdmin();
  const user = await host()
    .strapi.db.query('admin::user')
    .findOne({ where: { roles: role.id }, populate: ['roles'] });
  const ability = await host().strapi.service('admin::permission').engine.generateUserAbility(user);
  const sheet = sheetOf('Document ID,Persona,Stages', `${ids.draft},it,awareness`, `${ids.guide},it,awareness`);
  const request = { name: null, options: {}, mode: 'merge', validOnly: false, userId: null, ability, signal } as const;
  const importing = service(host().strapi, 'imports').apply({ ...request, bytes: bytesAt(save(sheet)) });
  await expect(importing).rejects.toThrow('gone');
  expect(planned).toBe(4);
  expect(await allTags()).toBe(before);
});

describe('permissions', () => {
  const read = (subject: string, more: Partial<Grant> = {}): Grant => ({
    action: 'plugin::content-manager.explorer.read',
    subject,
    fields: ['title', 'slug', 'name'],
    ...more,
  });
  const TAG: Grant = { action: actionUid('tag') };
  const as_ = async (...grants: readonly Grant[]): Promise<Importer> =>
    importer(host(), (await userWith(host(), grants)).token);

  test('neither entries nor types that the user may not read are found, whichever way', async () => {
    const limited = await as_(TAG, read(GUIDE));
    const answer = await limited(
      sheetOf(
        'Document ID,Title,Stages',
        `${ids.guide},,decision`,
        `${ids.draft},,decision`,
        ',Draft,decision',
        ',How to start,decision'
      ),
      { dryRun: 'true' }
    );
    expect(reasons(answer)).toEqual([
      `3 Document ID: There is no entry "${ids.draft}" under audit, or you may not read it.`,
      '4 Title: There is no entry "Draft" under audit, or you may not read it.',
    ]);
    expect(answer.data.counts).toMatchObject({ changed: 1, rejected: 2 });
  });

  test('a hidden field and a hidden language are not searched', async () => {
    const titleless = await as_(TAG, read(ARTICLE, { fields: ['slug'], locales: ['en'] }));
    const answer = await titleless(
      sheetOf('Title,Slug,Stages', 'Draft,,decision', ',draft,decision', ',nur-deutsch,decision'),
      { dryRun: 'true' }
    );
    expect(reasons(answer).map((reason) => reason.slice(0, 8))).toEqual(['2 Title:', '4 Slug: ']);
    expect(answer.data.counts).toMatchObject({ changed: 1, rejected: 2 });
  });

  test('entries that a condition hides are neither found nor emptied by replacing', async () => {
    const own = await as_(TAG, read(ARTICLE, { conditions: ['admin::is-creator'] }), read(GUIDE));
    const sheet = sheetOf('Document ID,Stages', `${ids.draft},decision`, `${ids.guide},onboarding`);
    const answer = await own(sheet, { dryRun: 'true', mode: 'replace', validOnly: 'true' });
    expect(answer.data.counts).toMatchObject({ rejected: 1, unchanged: 1, removed: 1 });
  });

  test('creating takes `settings`', async () => {
    const limited = await as_(TAG, read(GUIDE));
    const { status, body } = await limited(sheetOf('Document ID,Persona', `${ids.guide},New`), {
      options: { values: { personas: { New: { create: 'New' } } } },
    });
    expect(status).toBe(403);
    expect(body.error?.message).toBe('`values`: you may not create "New": that takes the permission `settings`.');
  });

  test('without `tag`, or without a session, nothing is read', async () => {
    const reader = await userWith(host(), [{ action: actionUid('read') }, { action: actionUid('export') }]);
    expect((await importer(host(), reader.token)('a,b\n')).status).toBe(403);
    expect((await importer(host(), '')('a,b\n')).status).toBe(401);
  });
});

describe('bad input is refused with a sentence', () => {
  test.each<[string, string | Buffer, RegExp]>([
    ['an empty file', '', /^`file`: it is empty\.$/],
    ['NULs', Buffer.alloc(100), /^`file`: it is no text/],
    ['a workbook', Buffer.from('PK\u0003\u0004rest'), /^`file`: it is an Excel or LibreOffice workbook/],
    ['an unclosed quote', 'Title,Stages\n"a,b\n', /^`file`: the quote opened in line 2 is never closed\.$/],
    ['columns twice', 'Title,title,Stages\n', /^`columns`: two columns are called "title"/],
    [
      'no header',
      '/pricing,decision\n/about,awareness\n',
      /^`columns`: no column tells which entry .*"\/pricing", "decision"\.$/,
    ],
    ['nothing to place by', 'Title,Notes\nx,y\n', /^`columns`: no column says anything about an entry/],
  ])('%s', async (_name, sheet, sentence) => {
    const { status, body } = await send(sheet);
    expect([status, body.error?.message]).toEqual([400, expect.stringMatching(sentence)]);
  });

  test.each<[string, object, unknown, RegExp]>([
    ['an unknown mode', { mode: 'sync' }, undefined, /^`mode`: must be one of merge, replace\.$/],
    ['an unknown parameter', { dry: 'true' }, undefined, /^`dry`: is not known here\.$/],
    [
      'rejected rows of no dry run',
      { answer: 'rejected.csv' },
      undefined,
      /^`answer`: rejected\.csv is answered to a dry run only\.$/,
    ],
    [
      'an unknown meaning',
      {},
      { columns: { Title: 'name' } },
      /^`options\.columns\.Title`: must be one of document-id/,
    ],
    [
      'a column that is not there',
      {},
      { columns: { Nobody: 'title' } },
      /^`columns\.Nobody`: the sheet has no such column/,
    ],
    [
      'an unknown persona',
      {},
      { values: { personas: { x: 'nobody' } } },
      /^`values\.personas\.x`: there is no persona "nobody"; known: everyone, /,
    ],
    [
      'a stage of no journey',
      {},
      { values: { stages: { x: { create: 'X' } } } },
      /^`options\.values\.stages\.x`: must be a key, \{ create, journey \} or null\.$/,
    ],
    ['a list', {}, [], /^`options`: /],
  ])('%s', async (_name, query, options, sentence) => {
    const { status, body } = await send(sheetOf('Title,Persona,Stages'), {
      ...query,
      ...(options !== undefined && { options }),
    });
    expect([status, body.error?.message]).toEqual([400, expect.stringMatching(sentence)]);
  });

  test('no file, another field, two files, JSON', async () => {
    const post = () => as(host(), token).post('/content-strategy/imports/tags');
    const file = Buffer.from('a,b\n');
    for (const request of [
      post(),
      post().attach('files', file, 'a.csv'),
      post().attach('file', file, 'a.csv').attach('file', file, 'b.csv'),
      post().send({ data: {} }),
      post().field('options', '{').attach('file', file, 'a.csv'),
    ]) {
      const { status, body } = await request;
      expect([status, body.error.message]).toEqual([400, expect.stringMatching(/^`(file|options)`: .+\.$/)]);
    }
  });
});

test('the file may be the body: as it is, or as text', async () => {
  const sheet = Buffer.from(`\uFEFFTitle\tStages\r\nDraft\tdecision\r\n`, 'utf16le');
  for (const [type, body] of [
    ['application/octet-stream', sheet],
    ['text/csv', 'Title,Stages\nDraft,decision\n'],
  ] as const) {
    const { status, body: answer } = await as(host(), token)
      .post('/content-strategy/imports/tags')
      .query({ dryRun: 'true', options: '{"columns":{"Title":"title"}}' })
      .set('Content-Type', type)
      .send(body);
    expect([status, answer.data?.counts.changed]).toEqual([200, 1]);
  }
});

test('somebody who changed an entry since stops the undoing, and is named', async () => {
  const { data } = await send(sheetOf('Document ID,Persona,Stages', `${ids.draft},it,decision`));
  await tagged(host(), ARTICLE, ids.draft, 'finance.decision');
  const { status, body } = await as(host(), token).post(
    `/content-strategy/operations/${String(data.operation?.id)}/undo`
  );
  expect(status).toBe(409);
  expect(body.error.details.entries).toEqual([{ uid: ARTICLE, documentId: ids.draft }]);
  await untagged(host(), ARTICLE, ids.draft, 'finance.decision');
  await undo(data);
});
