/** The site moved, or an entry's address was changed: what was viewed elsewhere is never called without a view. */
import { actionUid } from '../../../server/core/actions';
import type { AnalyticsBody, MappedPathBody, MoveBody } from '../../../server/core/analytics-api';
import type { EvidenceBody } from '../../../server/core/consumption-api';
import { isoDay } from '../../../server/core/evidence/day';
import { takeFromHistory } from '../../../server/stores/schema/former-paths';
import { inTransaction } from '../../../server/stores/transaction';
import { ga4Pages, type PathRow } from '../../support/analytics';
import { analyticsImporter, forgetImports, type AnalyticsImporter } from '../../support/analytics-import';
import { apiOf } from '../../support/api';
import { firstPublished, today } from '../../support/consumption';
import { hostForAll } from '../../support/host';
import { aGuide, aVersion, ARTICLE, audited, documents, GUIDE, withSetting } from '../../support/library';
import { reader } from '../../support/reading';
import { superAdmin, userWith } from '../../support/users';

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
const NAMES = ['renamed', 'moved', 'silent', 'viewed'] as const;
type Name = (typeof NAMES)[number];
const ids = new Map<Name, string>();
let token: string;
let send: AnalyticsImporter;

const slugged = async (name: Name, slug: string): Promise<void> =>
  aVersion(host(), GUIDE, ids.get(name) ?? '', { data: { slug } });

beforeAll(async () => {
  await withSetting(host(), GUIDE, { urlPattern: '/guides/{slug}' });
  for (const name of NAMES) {
    const documentId = await aGuide(host(), name);
    ids.set(name, documentId);
    await firstPublished(host(), { uid: GUIDE, documentId, locale: '' }, 500);
  }
  ({ token } = await superAdmin(host()));
  send = analyticsImporter(host(), token);
});

beforeEach(async () => {
  await forgetImports(host());
  await host().strapi.db.connection('cs_former_paths').delete();
  // Slugs are unique: nobody gets one that another has still.
  for (const slugOf of [(name: Name) => `${name}-again`, (name: Name) => name]) {
    for (const name of NAMES) await slugged(name, slugOf(name));
  }
  await audited(host());
  await host().strapi.db.connection('cs_former_paths').delete();
});

const ga4Day = (ago: number): string => isoDay(today() - ago).replaceAll('-', '');
const aYear = (rows: readonly PathRow[], until = 1): string =>
  ga4Pages([['/', 90], ['/guides/viewed', 5], ...rows], { from: ga4Day(until + 364), to: ga4Day(until) }); // prettier-ignore

const evidenceNow = async (): Promise<Readonly<Record<Name, EvidenceBody>>> => {
  await audited(host());
  const rows = await reader(host(), token).rows({});
  return Object.fromEntries(
    NAMES.map((name) => [name, rows.find(({ documentId }) => documentId === ids.get(name))?.evidence])
  ) as unknown as Readonly<Record<Name, EvidenceBody>>;
};
const dataOf = (answer: { readonly body: unknown }): unknown => (answer.body as { readonly data: unknown }).data;
const gradeOf = ({ grade, reason, views }: EvidenceBody) => [grade, reason, views ?? 0];
const SILENT = ['never-consumed', null, 0];
const MOVED = ['unmeasured', 'address-changed', 0];

const formerPaths = async (): Promise<readonly string[]> =>
  (await host().strapi.db.connection('cs_former_paths').orderBy('path').pluck('path')) as readonly string[];

describe('former paths', () => {
  test('the audit after a change notes them, they match by themselves, and the evidence says so', async () => {
    await slugged('renamed', 'new-name');
    await audited(host());
    expect(await formerPaths()).toEqual(['/guides/renamed']);
    const { data } = await send(aYear([['/guides/renamed', 7]]));
    expect(data).toMatchObject({ readdressed: { former: 1, moved: 0 }, mapped: { paths: 2 }, inDoubt: { paths: 0 } });
    const now = await evidenceNow();
    expect(gradeOf(now.renamed)).toEqual(['consumed', null, 7]);
    expect(now.renamed.addresses).toEqual({ counted: ['/guides/renamed'], doubted: [] });
    expect(now.viewed.addresses).toBeUndefined();
    expect(gradeOf(now.silent)).toEqual(SILENT);
    const csv = await apiOf(host(), token).get('/exports/inventory.csv');
    expect(csv.text).toContain('Counted on its former address /guides/renamed.');
  });

  test('another URL pattern makes former paths of all, in whatever letters', async () => {
    await withSetting(host(), GUIDE, { urlPattern: '/führer/{slug}' });
    await audited(host());
    await withSetting(host(), GUIDE, { urlPattern: '/guides/{slug}' });
    await audited(host());
    const { data } = await send(aYear([['/F%C3%BChrer/renamed', 7]]));
    expect(data.readdressed).toEqual({ former: 1, moved: 0 });
    expect(gradeOf((await evidenceNow()).renamed)).toEqual(['consumed', null, 7]);
  });

  test('what the newest audit saw is known before the next', async () => {
    await slugged('renamed', 'new-name');
    await send(aYear([['/guides/renamed', 7]]));
    expect(gradeOf((await evidenceNow()).renamed)).toEqual(['consumed', null, 7]);
  });

  test('a present path wins, and who had it before is in doubt', async () => {
    await slugged('renamed', 'new-name');
    await audited(host());
    await slugged('silent', 'renamed');
    await send(aYear([['/guides/renamed', 7]]));
    const now = await evidenceNow();
    expect([gradeOf(now.silent), gradeOf(now.renamed)]).toEqual([['consumed', null, 7], MOVED]);
  });

  test('one that several entries had is of none of them, and all are in doubt', async () => {
    for (const name of ['renamed', 'moved'] as const) {
      await slugged(name, 'both');
      await audited(host());
      await slugged(name, name);
      await audited(host());
    }
    const { data } = await send(aYear([['/guides/both', 7]]));
    expect(data.ambiguous).toMatchObject({ paths: 1, top: [{ path: '/guides/both', shared: 2 }] });
    const now = await evidenceNow();
    expect([now.renamed, now.moved, now.silent].map(gradeOf)).toEqual([MOVED, MOVED, SILENT]);
    expect(now.moved.addresses).toEqual({ counted: [], doubted: ['/guides/both'] });
  });

  test('they are taken from the history of the inventory, once', async () => {
    await slugged('renamed', 'second');
    await audited(host());
    await slugged('renamed', 'third');
    await audited(host());
    await host().strapi.db.connection('cs_former_paths').delete();
    for (let twice = 0; twice < 2; twice += 1) await inTransaction(host().strapi, takeFromHistory);
    expect(await formerPaths()).toEqual(expect.arrayContaining(['/guides/renamed', '/guides/second']));
    expect(await formerPaths()).not.toContain('/guides/third');
  });

  test('a deleted entry takes its own along', async () => {
    const documentId = await aGuide(host(), 'short-lived');
    await audited(host());
    await aVersion(host(), GUIDE, documentId, { data: { slug: 'long-lived' } });
    await audited(host());
    expect(await formerPaths()).toContain('/guides/short-lived');
    await documents(host(), GUIDE).delete({ documentId });
    expect(await formerPaths()).not.toContain('/guides/short-lived');
  });
});

describe('in doubt', () => {
  const OLD = '/old/guides/moved';
  const mapped = (path: string, entry: unknown) =>
    apiOf(host(), token).put('/imports/analytics/overrides', { path, entry });

  test('whose slug ends a viewed path of no entry is not measured: screen, list, groups and CSV agree', async () => {
    const { data } = await send(aYear([[OLD, 7]]), { dryRun: 'true' });
    expect(data.inDoubt).toMatchObject({ paths: 1, views: 7, top: [{ path: OLD, shared: 1 }] });
    expect(data.unmatched.top).toContainEqual({ path: OLD, views: 7 });
    await send(aYear([[OLD, 7]]));
    const { moved, silent } = await evidenceNow();
    expect([gradeOf(moved), gradeOf(silent)]).toEqual([MOVED, SILENT]);
    expect(moved.addresses).toEqual({ counted: [], doubted: [OLD] });
    const asked = await reader(host(), token).rows({ evidence: 'unmeasured', evidenceReason: 'address-changed' });
    expect(asked.map(({ documentId }) => documentId)).toEqual([ids.get('moved')]);
    const groups = await apiOf(host(), token).get('/never-consumed');
    expect(dataOf(groups)).toMatchObject({ cannotJudge: [{ reason: 'address-changed', entries: 1 }] });
    const csv = await apiOf(host(), token).get('/exports/inventory.csv');
    expect(csv.text).toContain(
      `Cannot be judged: its address may have changed. ${OLD} was viewed and is the address of no entry.`
    );
    const panel = await apiOf(host(), token).get(`/evidence/${GUIDE}/${ids.get('moved')}`);
    expect(dataOf(panel)).toMatchObject({ evidence: { reason: 'address-changed' } });
  });

  test('the check says beforehand how many entries would be judged otherwise', async () => {
    await send(aYear([], 31));
    await evidenceNow();
    const { data } = await send(aYear([[OLD, 7]]), { dryRun: 'true' });
    expect(data.grades).toContainEqual({ from: 'never-consumed', to: 'unmeasured', entries: 1 });
  });

  test('it holds whatever newer and complete files do not name, until the import is undone', async () => {
    const { data } = await send(aYear([[OLD, 7]], 31));
    await send(aYear([]));
    expect(gradeOf((await evidenceNow()).moved)).toEqual(MOVED);
    await apiOf(host(), token).post(`/imports/analytics/${data.import?.id}/undo`, {});
    expect(gradeOf((await evidenceNow()).moved)).toEqual(SILENT);
  });

  test('mapped to the entry its views count without importing again; taken back they do not', async () => {
    await send(aYear([[OLD, 7]]));
    expect((await mapped(OLD, { uid: GUIDE, documentId: ids.get('moved') })).status).toBe(200);
    const { moved } = await evidenceNow();
    expect([gradeOf(moved), moved.addresses?.counted]).toEqual([['consumed', null, 7], [OLD]]);
    const csv = await apiOf(host(), token).get('/exports/consumption.csv');
    expect(csv.text).toMatch(/"\/guides\/moved",.*,7,/);
    await mapped(OLD, null);
    expect(gradeOf((await evidenceNow()).moved)).toEqual(MOVED);
  });

  test('said to be another page, or mapped to one, the entry is judged', async () => {
    await send(aYear([[OLD, 7]]));
    expect(dataOf(await mapped(OLD, 'none'))).toEqual({ path: OLD, entry: 'none' });
    expect(gradeOf((await evidenceNow()).moved)).toEqual(SILENT);
    const list = await apiOf(host(), token).get('/imports/analytics/overrides');
    expect((dataOf(list) as readonly MappedPathBody[]).map(({ path, entry }) => [path, entry])).toEqual([
      [OLD, 'none'],
    ]);
    const { data } = await send(aYear([[OLD, 7]]), { dryRun: 'true' });
    expect(data).toMatchObject({ inDoubt: { paths: 0 }, unmatched: { paths: 2 } });
    await mapped(OLD, { uid: GUIDE, documentId: ids.get('viewed') });
    expect(gradeOf((await evidenceNow()).moved)).toEqual(SILENT);
  });
});

describe('a section that moved', () => {
  const OLD: readonly PathRow[] = [['/help/renamed', 3], ['/help/moved', 4], ['/help/viewed', 2], ['/help/silent', 1]]; // prettier-ignore
  const moves = (from: string, to: string) => apiOf(host(), token).put('/imports/analytics/moves', { from, to });
  const takeBack = (from: string, to: string) =>
    apiOf(host(), token).del(`/imports/analytics/moves?${new URLSearchParams({ from, to }).toString()}`);

  test('is offered, maps its paths from then on, and what was in doubt counts; taken back nothing does', async () => {
    const dry = await send(aYear(OLD), { dryRun: 'true' });
    expect(dry.data.moves).toEqual([{ from: '/help', to: '/guides', paths: 4, views: 10, entries: 4 }]);
    await send(aYear(OLD));
    expect(gradeOf((await evidenceNow()).moved)).toEqual(MOVED);
    expect(dataOf(await moves('/help/', 'https://www.example.com/guides/'))).toEqual({ from: '/help', to: '/guides' });
    const now = await evidenceNow();
    expect([gradeOf(now.moved), now.moved.addresses?.counted]).toEqual([['consumed', null, 4], ['/help/moved']]);
    const again = await send(aYear(OLD), { dryRun: 'true' });
    expect(again.data).toMatchObject({ moves: [], readdressed: { former: 0, moved: 4 }, mapped: { paths: 5 } });
    const list = await apiOf(host(), token).get('/imports/analytics/moves');
    expect((dataOf(list) as readonly MoveBody[]).map(({ from, to }) => [from, to])).toEqual([['/help', '/guides']]);
    expect((await takeBack('/help', '/guides/')).status).toBe(200);
    expect((await takeBack('/help', '/guides/')).status).toBe(404);
    expect(gradeOf((await evidenceNow()).moved)).toEqual(MOVED);
  });

  test.each([
    [{ from: '/same', to: '/Same/' }, 400],
    [{ from: '/a', to: '/b/*' }, 400],
    [{ from: '/a' }, 400],
    [{ from: '/a', to: `/${'b'.repeat(600)}` }, 400],
  ])('%j is refused', async (body, status) => {
    expect((await apiOf(host(), token).put('/imports/analytics/moves', body)).status).toBe(status);
  });

  test('is listed to who said it, and to who may see every address; nobody else can take it back', async () => {
    const own = [actionUid('read'), actionUid('tag')].map((action) => ({ action }));
    const limited = apiOf(host(), (await userWith(host(), own)).token);
    const listedTo = async (api: ReturnType<typeof apiOf>) =>
      (dataOf(await api.get('/imports/analytics/moves')) as readonly MoveBody[]).map(({ from }) => from);
    await moves('/hidden', '/guides');
    expect(await listedTo(limited)).toEqual([]);
    expect((await limited.del('/imports/analytics/moves?from=/hidden&to=/guides')).status).toBe(404);
    expect((await limited.put('/imports/analytics/moves', { from: '/mine', to: '/guides' })).status).toBe(200);
    expect(await listedTo(limited)).toEqual(['/mine']);
    expect(await listedTo(apiOf(host(), token))).toEqual(expect.arrayContaining(['/mine', '/hidden']));
    expect((await limited.del('/imports/analytics/moves?from=/mine&to=/guides')).status).toBe(200);
    expect((await takeBack('/hidden', '/guides')).status).toBe(200);
  });

  test('who may not read the entries learns nothing of them by counts or prefixes', async () => {
    const reading = (subject: string) => ({
      action: 'plugin::content-manager.explorer.read',
      subject,
      fields: ['slug'],
    });
    const toldTo = async (subject: string): Promise<Pick<AnalyticsBody, 'moves' | 'inDoubt' | 'readdressed'>> => {
      const limited = await userWith(host(), [{ action: actionUid('tag') }, reading(subject)]);
      const { data } = await analyticsImporter(host(), limited.token)(aYear(OLD), { dryRun: 'true' });
      return { moves: data.moves, inDoubt: data.inDoubt, readdressed: data.readdressed };
    };
    expect((await toldTo(GUIDE)).moves).toHaveLength(1);
    const nothing = { moves: [], inDoubt: { paths: 0, views: 0, top: [] }, readdressed: { former: 0, moved: 0 } };
    expect(await toldTo(ARTICLE)).toEqual(nothing);
    await moves('/help', '/guides');
    expect((await toldTo(GUIDE)).readdressed).toEqual({ former: 0, moved: 4 });
    expect(await toldTo(ARTICLE)).toEqual(nothing);
  });
});
