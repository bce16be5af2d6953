/** What shall become of entries: decided one by one, together and by a sheet; listed, undone, remembered. */
import type { DecisionsBody } from '../../../server/core/decisions-api';
import type { PlacingBody } from '../../../server/core/placing-api';
import { apiOf, ARTICLE, GUIDE, type Api } from '../../support/api';
import { readCsv } from '../../support/csv';
import { hostForAll } from '../../support/host';
import { importer, sheetOf, type Importer } from '../../support/import';
import { aGuide, anArticle, audited, documents } from '../../support/library';
import { reader, type Reader } from '../../support/reading';
import { superAdmin, userWith } from '../../support/users';

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
let api: Api;
let read: Reader;
let send: Importer;

beforeAll(async () => {
  const { token } = await superAdmin(host());
  api = apiOf(host(), token);
  read = reader(host(), token);
  send = importer(host(), token);
});

const decide = (documentId: string, data: unknown, uid = ARTICLE, by = api) =>
  by.put(`/decisions/${uid}/${documentId}`, data);
const decisions = async (documentId: string, by = api): Promise<DecisionsBody> =>
  ((await by.get(`/decisions/${ARTICLE}/${documentId}`)).body as { data: DecisionsBody }).data;
let made = 0;
const article = (title = `To decide ${(made += 1)}`): Promise<string> => anArticle(host(), { title });
const articles = (count: number) => Promise.all(Array.from({ length: count }, () => article()));
const refs = (documentIds: readonly string[]) => documentIds.map((documentId) => ({ uid: ARTICLE, documentId }));
const bulk = async (data: unknown): Promise<PlacingBody> => {
  const response = await api.post('/decisions/bulk', data);
  expect(response.status).toBe(200);
  return (response.body as { data: PlacingBody }).data;
};
const undo = (body: PlacingBody) => api.post(`/operations/${body.operation?.id ?? 0}/undo`, {});

const RETIRE = { kind: 'retire', note: 'Nobody asks for it', owner: 'Dana', due: '2026-12-01' };

test('an entry is decided about, decided anew, and its history tells who and when', async () => {
  const id = await article();
  expect(await decisions(id)).toEqual({ uid: ARTICLE, documentId: id, current: null, past: [] });
  const response = await decide(id, RETIRE);
  expect(response.status).toBe(200);
  expect(response.body).toMatchObject({ data: { current: { ...RETIRE, mergeInto: null }, past: [] } });
  await decide(id, { kind: 'keep' });
  await decide(id, { kind: null });
  const { current, past } = await decisions(id);
  expect(current).toBeNull();
  expect(past.map(({ kind, note, due }) => [kind, note, due])).toEqual([
    ['keep', '', null],
    ['retire', RETIRE.note, RETIRE.due],
  ]);
  expect(past[1]?.by).toMatch(/^Super Test/);
  expect(past[1]?.endedBy).toBe(past[1]?.by);
  expect(past.map(({ at, endedAt }) => Date.parse(at) <= Date.parse(endedAt))).toEqual([true, true]);
});

test('deciding the same again is no new decision', async () => {
  const id = await article();
  const first = (await decide(id, RETIRE)).body as { data: DecisionsBody };
  expect((await decide(id, RETIRE)).body).toEqual(first);
});

test.each([
  [{ kind: 'burn' }, 'kind'],
  [{}, 'kind'],
  [{ kind: 'merge' }, 'mergeInto'],
  [{ kind: 'keep', mergeInto: { uid: ARTICLE, documentId: 'x' } }, 'mergeInto'],
  [{ kind: 'keep', due: '31.12.2026' }, 'due'],
  [{ kind: 'keep', due: '2026-02-30' }, 'due'],
  [{ kind: 'keep', owner: 'x\u0000' }, 'owner'],
  [{ kind: 'merge', mergeInto: { uid: ARTICLE, documentId: 'nowhere' } }, 'mergeInto'],
  [{ kind: 'merge', mergeInto: { uid: 'admin::user', documentId: 'nowhere' } }, 'mergeInto'],
])('%j is refused with its field', async (data, field) => {
  const id = await article();
  const response = await decide(id, data);
  expect(response.status).toBe(400);
  expect(response.body).toMatchObject({ error: { details: { field }, message: expect.stringContaining(field) } });
  expect((await decisions(id)).current).toBeNull();
});

test('a note is refused beyond its length', async () => {
  const response = await decide(await article(), { kind: 'keep', note: 'x'.repeat(2001) });
  expect(response.body).toMatchObject({ error: { details: { field: 'note' } } });
});

test('an entry is not merged into itself, nor into one that goes into it', async () => {
  const [one = '', two = '', three = '', four = ''] = await articles(4);
  const into = (documentId: string) => ({ kind: 'merge', mergeInto: { uid: ARTICLE, documentId } });
  expect((await decide(one, into(one))).status).toBe(400);
  expect((await decide(two, into(one))).status).toBe(200);
  expect((await decide(three, into(two))).status).toBe(200);
  expect((await decide(one, into(three))).body).toMatchObject({ error: { details: { field: 'mergeInto' } } });
  const together = await bulk({ entries: refs([one, two, three, four]), decision: into(three), dryRun: true });
  expect(together.counts).toMatchObject({ decided: 1, skipped: { 'merges-into-itself': 3 } });
});

test('undoing does not merge two entries into one another', async () => {
  const [one = '', two = ''] = await articles(2);
  const into = (documentId: string) => ({ kind: 'merge', mergeInto: { uid: ARTICLE, documentId } });
  await decide(one, into(two));
  const kept = await bulk({ entries: refs([one]), decision: { kind: 'keep' } });
  expect((await decide(two, into(one))).status).toBe(200);
  expect((await undo(kept)).status).toBe(409);
  expect((await decisions(one)).current).toMatchObject({ kind: 'keep' });
});

test('of several who merge entries in a circle at once, the last is refused', async () => {
  const ids = await articles(4);
  const answers = await Promise.all(
    ids.map((id, at) => decide(id, { kind: 'merge', mergeInto: { uid: ARTICLE, documentId: ids[(at + 1) % 4] } }))
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 400]);
});

test('what an entry goes into may be hidden from somebody, who can still change the rest', async () => {
  const [own, target] = [await article(), await aGuide(host(), 'Hidden guide')];
  const mergeInto = { uid: GUIDE, documentId: target };
  await decide(own, { kind: 'merge', mergeInto });
  const { token } = await userWith(host(), [
    { action: 'plugin::content-strategy.read' },
    { action: 'plugin::content-strategy.tag' },
    { action: 'plugin::content-manager.explorer.read', subject: ARTICLE, fields: ['title'], locales: ['en'] },
  ]);
  const theirs = apiOf(host(), token);
  expect((await decide(own, { kind: 'merge', note: 'Soon' }, ARTICLE, theirs)).status).toBe(200);
  expect((await decisions(own)).current).toMatchObject({ note: 'Soon', mergeInto });
  // Nor does it help to guess it.
  expect((await decide(own, { kind: 'merge', mergeInto }, ARTICLE, theirs)).status).toBe(400);
});

test('owners of entries that conditions hide are suggested to nobody else', async () => {
  const id = await aGuide(host(), 'Mine alone');
  await decide(id, { kind: 'keep', owner: 'Hidden owner' }, GUIDE);
  const { token } = await userWith(host(), [
    { action: 'plugin::content-strategy.read' },
    {
      action: 'plugin::content-manager.explorer.read',
      subject: GUIDE,
      fields: ['name'],
      conditions: ['admin::is-creator'],
    },
  ]);
  expect((await api.get('/decisions/owners')).body.data).toContain('Hidden owner');
  expect((await apiOf(host(), token).get('/decisions/owners')).body.data).not.toContain('Hidden owner');
});

test('a decision is not the deed: a retired entry counts until it is unpublished', async () => {
  const id = await anArticle(host(), { title: 'Counted', status: 'published' });
  await api.add(ARTICLE, id, { persona: 'everyone', stage: 'awareness' });
  await decide(id, RETIRE);
  await audited(host());
  const counted = async () => (await read.coverage()).everyone.find(({ stage }) => stage === 'awareness')?.current ?? 0;
  const before = await counted();
  await documents(host(), ARTICLE).unpublish({ documentId: id });
  await audited(host());
  expect(await counted()).toBe(before - 1);
});

test('lists show, filter and export decisions; overdue is what lies before today', async () => {
  const [late = '', soon = '', merged = '', none = ''] = await articles(4);
  await decide(late, { kind: 'update', due: '2020-01-01' });
  await decide(soon, { kind: 'update', due: '2099-01-01' });
  await decide(merged, { kind: 'merge', mergeInto: { uid: ARTICLE, documentId: none }, note: '=HYPERLINK("x")' });
  await audited(host());
  const ids = async (query: Parameters<Reader['rows']>[0]) =>
    (await read.rows(query)).map(({ documentId }) => documentId);
  expect((await ids({ decision: 'update' })).sort()).toEqual([late, soon].sort());
  expect(await ids({ due: 'overdue' })).toEqual([late]);
  expect(await ids({ due: 'overdue', decision: 'update' })).toEqual([late]);
  expect(await ids({ due: 'overdue', decision: 'retire' })).toEqual([]);
  const undecided = await ids({ decision: 'undecided' });
  expect(undecided).toContain(none);
  expect(undecided).not.toContain(late);
  const every = await read.page({});
  const all = every.meta.pagination.total;
  const decided = await Promise.all(
    ['keep', 'update', 'merge', 'retire', 'undecided'].map(
      async (kind) => (await read.page({ decision: kind })).meta.pagination.total
    )
  );
  expect(decided.reduce((sum, count) => sum + count, 0)).toBe(all);
  const [row] = (await read.rows({ decision: 'merge' })).filter(({ documentId }) => documentId === merged);
  expect(row?.decision).toEqual({
    kind: 'merge',
    mergeInto: { uid: ARTICLE, documentId: none, title: expect.stringContaining('To decide') as unknown },
    note: '=HYPERLINK("x")',
    owner: '',
    due: null,
  });
  const [line] = readCsv(await read.csv('inventory.csv', { search: 'To decide', decision: 'merge' })).filter(
    (one) => one['Document ID'] === merged
  );
  expect(line).toMatchObject({ Decision: 'Merge', 'Merge into': none, 'Decision note': `'=HYPERLINK("x")`, Due: '' });
  expect((await api.get('/inventory?decision=burn')).status).toBe(400);
});

test('a selection is decided about in one go, previewed and undone; what people decided since refuses', async () => {
  const [one = '', two = '', three = ''] = await articles(3);
  await decide(three, { kind: 'keep', note: 'Mine' });
  await api.add(ARTICLE, one, { persona: 'everyone', stage: 'decision' });
  const task = { entries: refs([one, two, three]), decision: RETIRE };
  const preview = await bulk({ ...task, dryRun: true });
  expect(preview).toMatchObject({
    counts: { entries: 3, changed: 3, decided: 3, added: 0, removed: 0 },
    operation: null,
  });
  expect(preview.examples.find(({ documentId }) => documentId === three)?.decision).toMatchObject({
    before: { kind: 'keep', note: 'Mine' },
    after: RETIRE,
  });
  expect((await decisions(one)).current).toBeNull();
  const done = await bulk(task);
  expect(done.operation).toMatchObject({ kind: 'decisions', status: 'applied', counts: { decided: 3 } });
  expect((await decisions(two)).current).toMatchObject(RETIRE);

  await decide(two, { kind: 'keep' });
  expect((await undo(done)).status).toBe(409);
  await decide(two, RETIRE);
  // Placing is another matter than deciding.
  await api.add(ARTICLE, two, { persona: 'everyone', stage: 'awareness' });
  expect((await undo(done)).body).toMatchObject({ data: { status: 'undone' } });
  expect((await decisions(one)).current).toBeNull();
  expect((await decisions(three)).current).toMatchObject({ kind: 'keep', note: 'Mine' });
  expect((await api.tags(ARTICLE, two)).body).toMatchObject({ data: { tags: [{ stage: 'awareness' }] } });
  expect((await api.tags(ARTICLE, one)).body).toMatchObject({ data: { tags: [{ stage: 'decision' }] } });
});

test('of many, what is left out stays as each has it', async () => {
  const [one = '', two = ''] = await articles(2);
  await decide(one, RETIRE);
  await bulk({ entries: refs([one, two]), decision: { kind: 'update', due: '2027-01-01' } });
  expect((await decisions(one)).current).toMatchObject({ ...RETIRE, kind: 'update', due: '2027-01-01' });
  expect((await decisions(two)).current).toMatchObject({ kind: 'update', note: '', owner: '', due: '2027-01-01' });
});

test('undoing a placement leaves what was decided since', async () => {
  const [one = ''] = await articles(1);
  const response = await api.post('/tags/bulk', {
    entries: refs([one]),
    change: { mode: 'add', stages: ['awareness'] },
  });
  await decide(one, RETIRE);
  expect((await undo((response.body as { data: PlacingBody }).data)).status).toBe(200);
  expect((await decisions(one)).current).toMatchObject(RETIRE);
});

test('who may not read an entry decides nothing about it, and learns no title of it', async () => {
  const [own, target] = [await article(), await aGuide(host(), 'Secret guide')];
  await decide(own, { kind: 'merge', mergeInto: { uid: GUIDE, documentId: target } });
  const { token } = await userWith(host(), [
    { action: 'plugin::content-strategy.read' },
    { action: 'plugin::content-strategy.tag' },
    { action: 'plugin::content-manager.explorer.read', subject: ARTICLE, fields: ['title'], locales: ['en'] },
  ]);
  const theirs = apiOf(host(), token);
  await audited(host());
  expect((await decisions(own)).current?.mergeInto).toMatchObject({ title: 'Secret guide' });
  expect((await decisions(own, theirs)).current).toMatchObject({ kind: 'merge', mergeInto: null });
  expect((await decide(target, RETIRE, GUIDE, theirs)).status).toBe(404);
  const into = { kind: 'merge', mergeInto: { uid: GUIDE, documentId: target } };
  expect((await decide(await article(), into, ARTICLE, theirs)).status).toBe(400);
  await decide(target, { kind: 'keep', owner: 'Only for guides' }, GUIDE);
  expect((await api.get('/decisions/owners')).body.data).toContain('Only for guides');
  expect((await theirs.get('/decisions/owners')).body.data).not.toContain('Only for guides');
});

test('a deleted entry takes its decisions along; a copy starts without', async () => {
  const id = await article();
  await decide(id, RETIRE);
  await decide(id, { kind: 'keep' });
  const copied = await api.contentManager(ARTICLE).clone(id, { title: 'A copy', slug: 'a-copy' });
  expect((await decisions((copied.body as { data: { documentId: string } }).data.documentId)).current).toBeNull();
  await api.contentManager(ARTICLE).remove(id);
  const left = host().strapi.db.query('plugin::content-strategy.decision');
  expect(await left.count({ where: { entryDocumentId: id } })).toBe(0);
});

test('of two who decide about an entry at once, one decision is in force and the other is history', async () => {
  const id = await article();
  await Promise.all(['Ann', 'Bob', 'Cid', 'Dan'].map((owner) => decide(id, { kind: 'update', owner })));
  const { current, past } = await decisions(id);
  expect([current, ...past].map((one) => one?.owner).sort()).toEqual(['Ann', 'Bob', 'Cid', 'Dan']);
});

describe('a sheet', () => {
  const HEADER = 'Document ID,Decision,Decision note,Due,Decision owner,Merge into';

  test('sent back untouched changes nothing; edited, exactly what was edited; undone, it is as before', async () => {
    const [one, two, target] = [await article(), await article(), await article('The better one')];
    await decide(one, { kind: 'merge', mergeInto: { uid: ARTICLE, documentId: target }, note: 'One, "two"\nthree' });
    await audited(host());
    const sheet = await read.csv('tags.csv');
    expect((await send(sheet)).data.counts).toMatchObject({ changed: 0, created: 0, rejected: 0, decided: 0 });
    const edited = sheetOf(HEADER, `${one},keep,,,,`, `${two},Retire,Old,31.12.2026,Dana,`);
    const { data } = await send(edited);
    expect(data.counts).toMatchObject({ changed: 2, decided: 2, tagsAdded: 0, tagsRemoved: 0 });
    expect((await decisions(one)).current).toMatchObject({ kind: 'keep', mergeInto: null, note: '' });
    expect((await decisions(two)).current).toMatchObject({
      kind: 'retire',
      note: 'Old',
      owner: 'Dana',
      due: '2026-12-31',
    });
    expect((await api.post(`/operations/${data.operation?.id ?? 0}/undo`, {})).status).toBe(200);
    expect((await decisions(one)).current).toMatchObject({ kind: 'merge', note: 'One, "two"\nthree' });
    expect((await decisions(two)).current).toBeNull();
  });

  test('names the entry to merge into by document ID, URL, slug or title', async () => {
    const target = await article('The one and only target');
    const ids = await articles(3);
    const words = [target, 'the-one-and-only-target', 'The one and only target'];
    const { data } = await send(sheetOf(HEADER, ...ids.map((id, at) => `${id},merge,,,,${words[at] ?? ''}`)));
    expect(data.counts).toMatchObject({ rejected: 0, decided: 3 });
    for (const id of ids) expect((await decisions(id)).current?.mergeInto).toMatchObject({ documentId: target });
  });

  test('blank decisions take none back, as in an export from before somebody decided; a word does', async () => {
    const id = await article();
    await decide(id, RETIRE);
    expect((await send(sheetOf(HEADER, `${id},,,,,`))).data.counts).toMatchObject({ unchanged: 1, decided: 0 });
    expect((await send(sheetOf(HEADER, `${id},none,,,,`))).data.counts).toMatchObject({ changed: 1, decided: 1 });
    expect((await decisions(id)).current).toBeNull();
  });

  test('one of whose rows finds no entry does not tell which entries it leaves out', async () => {
    const id = await article('Named by its title');
    await api.add(ARTICLE, id, { persona: 'everyone', stage: 'advocacy' });
    const sheet = sheetOf('Document ID,Title,Personas,Stages', `${id}x,Named by its title,Everyone,Advocacy`);
    const { status, body } = await send(sheet, { mode: 'replace', validOnly: 'true' });
    expect([status, body.error?.details]).toEqual([400, expect.objectContaining({ field: 'mode' })]);
    expect((await api.tags(ARTICLE, id)).body).toMatchObject({ data: { tags: [{ stage: 'advocacy' }] } });
  });

  test('merges no entries into one another, by its own rows or by what is decided', async () => {
    const [one = '', two = '', three = '', four = ''] = await articles(4);
    const circle = await send(sheetOf(HEADER, `${one},merge,,,,${two}`, `${two},merge,,,,${one}`), { dryRun: 'true' });
    expect(circle.data.counts).toMatchObject({ rejected: 2, decided: 0 });
    await decide(three, { kind: 'merge', mergeInto: { uid: ARTICLE, documentId: four } });
    const back = await send(sheetOf(HEADER, `${four},merge,,,,${three}`), { dryRun: 'true' });
    expect(back.data.problems).toMatchObject([{ line: 2, column: 'Merge into' }]);
    const turned = await send(sheetOf(HEADER, `${three},keep,,,,`, `${four},merge,,,,${three}`));
    expect(turned.data.counts).toMatchObject({ rejected: 0, decided: 2 });
  });

  test('that says nothing of personas and stages takes none away', async () => {
    const id = await article();
    await api.add(ARTICLE, id, { persona: 'everyone', stage: 'advocacy' });
    const { status, body } = await send(sheetOf(HEADER, `${await article()},keep,,,,`), { mode: 'replace' });
    expect([status, body.error?.details]).toEqual([400, expect.objectContaining({ field: 'mode' })]);
    expect((await api.tags(ARTICLE, id)).body).toMatchObject({ data: { tags: [{ stage: 'advocacy' }] } });
  });

  test('is refused row by row, with line and column', async () => {
    const [one = '', two = '', three = '', four = ''] = await articles(4);
    const { status, body } = await send(
      sheetOf(
        HEADER,
        `${one},burn,,,,`,
        `${two},keep,,1/2/2026,,`,
        `${three},merge,,,,nowhere at all`,
        `${four},,A note,,,`
      ),
      { dryRun: 'false' }
    );
    expect(status).toBe(400);
    const { problems } = (body.error?.details as unknown as { import: { problems: readonly object[] } }).import;
    expect(problems).toMatchObject([
      { line: 2, column: 'Decision', value: 'burn' },
      { line: 3, column: 'Due', value: '1/2/2026' },
      { line: 4, column: 'Merge into' },
      { line: 5, column: 'Decision note' },
    ]);
    expect((await decisions(one)).current).toBeNull();
  });
});
