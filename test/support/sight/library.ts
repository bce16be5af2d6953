/** A library of which every text is told apart, and all that people do with one. */
import { CONSUMPTION_TABLES } from '../../../server/stores/consumption/tables';
import { analyticsImporter } from '../analytics-import';
import { ga4Pages } from '../analytics';
import { apiOf } from '../api';
import { imported, tracked, viewed } from '../consumption';
import { anUpload, type Uploaded } from '../files';
import type { Host } from '../host';
import { importer, sheetOf } from '../import';
import {
  anEntryOf,
  ARTICLE,
  audited,
  aVersion,
  daysAgo,
  excluded,
  GUIDE,
  LANDING_PAGE,
  tagged,
  withLocales,
  withSetting,
} from '../library';
import { userWith, type TestUser } from '../users';
import { EVERYTHING } from './roles';
import type { Secrets } from './secrets';
import { AUTHOR, CATEGORY, FILES, USERS, type Seen } from './shown';

export interface Ref {
  readonly uid: string;
  readonly documentId: string;
}

/** What requests can name of it. */
export interface Library {
  readonly entries: readonly Ref[];
  readonly published: readonly Ref[];
  readonly operations: readonly number[];
  readonly imports: readonly number[];
  readonly audit: number;
  readonly rules: readonly object[];
  readonly overrides: readonly string[];
  /** Entries that each user of the test gets for his own, in turn. */
  readonly ownable: readonly Ref[];
  readonly personas: readonly string[];
}

const RECENT = daysAgo(20);
const OLD = '2010-05-06';

export const aLibraryOfSecrets = async (host: Host, secrets: Secrets): Promise<Library> => {
  await withLocales(host, 'de', 'fr');
  const actor = async (what: string, about?: () => Ref): Promise<TestUser> =>
    userWith(host, EVERYTHING, about ? secrets.about(what, about) : secrets.of(USERS, what));
  const admin = apiOf(host, (await userWith(host, EVERYTHING, 'Chief')).token);
  for (const name of ['Ops', 'Finance', 'Legal']) await admin.post('/personas', { name });

  const related = async (uid: string): Promise<number> => {
    const data = { name: secrets.of(uid, 'name'), slug: secrets.of(uid, 'slug') };
    const { id, documentId } = await host.strapi.documents(uid as never).create({ data } as never);
    secrets.id(uid, documentId);
    return Number(id);
  };
  const [categories, authors] = [
    [await related(CATEGORY), await related(CATEGORY)],
    [await related(AUTHOR), await related(AUTHOR)],
  ];
  const files: Uploaded[] = [];
  for (const ext of ['.png', '.pdf', '.png'] as const) {
    const file = await anUpload(host, `${secrets.of(FILES, 'file')}${ext}`);
    secrets.shownTo('ID of a file', ({ shown }) => shown(FILES).includes(file.documentId));
    files.push(file);
  }

  const fieldsOf = (uid: string, name: string, rest: object = {}) => ({
    [name]: secrets.of(uid, name),
    ...(uid === LANDING_PAGE ? {} : { slug: secrets.of(uid, 'slug'), body: secrets.of(uid, 'body') }),
    ...rest,
  });
  const made: Record<string, Ref> = {};
  const make = async (key: string, uid: string, version: Parameters<typeof anEntryOf>[2]): Promise<Ref> => {
    const entry = { uid, documentId: await anEntryOf(host, uid, version) };
    secrets.id(uid, entry.documentId);
    return (made[key] = entry);
  };
  const article = (writtenOn: string, rest: object = {}) => fieldsOf(ARTICLE, 'title', { writtenOn, ...rest });
  const [first, second] = [(await actor('creator')).id, (await actor('creator')).id];
  const whole = { category: categories[0], author: authors[0], cover: files[0]?.id };
  const twoLocales = await make('twoLocales', ARTICLE, { locale: 'en', owner: first, data: article(RECENT, whole) });
  const old = await make('old', ARTICLE, {
    locale: 'en',
    owner: second,
    data: article(OLD, { category: categories[1], author: authors[1], cover: files[1]?.id }),
  });
  const german = await make('german', ARTICLE, { locale: 'de', owner: first, data: article(RECENT, whole) });
  const halfOld = await make('halfOld', ARTICLE, { locale: 'en', owner: second, data: article(OLD, whole) });
  const draft = await make('draft', ARTICLE, { locale: 'en', status: 'draft', owner: first, data: article(RECENT) });
  const mine = await make('mine', ARTICLE, { locale: 'en', data: article(OLD, { author: authors[1] }) });
  const french = await make('french', ARTICLE, { locale: 'fr', owner: second, data: article(OLD) });
  const guide = await make('guide', GUIDE, { owner: second, data: fieldsOf(GUIDE, 'name') });
  const myGuide = await make('myGuide', GUIDE, { data: fieldsOf(GUIDE, 'name') });
  const landing = await make('landing', LANDING_PAGE, { locale: 'en', data: fieldsOf(LANDING_PAGE, 'headline') });
  const version = async ({ uid, documentId }: Ref, locale: string, data: object): Promise<void> => {
    await aVersion(host, uid, documentId, { locale, data: data as never });
  };
  await version(twoLocales, 'de', { title: secrets.of(ARTICLE, 'title'), writtenOn: OLD });
  await version(halfOld, 'de', { title: secrets.of(ARTICLE, 'title'), writtenOn: RECENT });
  await version(french, 'de', { title: secrets.of(ARTICLE, 'title'), writtenOn: RECENT });
  await version(landing, 'de', { headline: secrets.of(LANDING_PAGE, 'headline') });

  const pattern = '/{locale}/{category.slug}/{slug}';
  await withSetting(host, ARTICLE, { urlPattern: pattern, ownerField: 'author', contentDateField: 'writtenOn' });
  await withSetting(host, GUIDE, { urlPattern: null });
  await withSetting(host, LANDING_PAGE, { audited: true, urlPattern: '/{locale}/{headline}' });

  await tagged(host, ARTICLE, twoLocales.documentId, 'ops.decision finance.awareness');
  await tagged(host, ARTICLE, german.documentId, 'ops.decision');
  await tagged(host, ARTICLE, french.documentId, 'legal.awareness', 'rule');
  await tagged(host, GUIDE, guide.documentId, 'finance.onboarding ops.awareness');
  await tagged(host, LANDING_PAGE, landing.documentId, 'everyone.awareness');
  await excluded(host, ARTICLE, draft.documentId);

  const placed = async (entry: Ref, persona: string): Promise<number> => {
    const { token } = await actor('who placed', () => entry);
    const change = { mode: 'pairs', add: [{ persona, stage: 'decision' }] };
    const { body } = await apiOf(host, token).post('/tags/bulk', { entries: [entry], change });
    return (body as { data: { operation: { id: number } } }).data.operation.id;
  };
  const operations = [await placed(old, 'finance'), await placed(guide, 'legal'), await placed(mine, 'ops')];
  const importing = (await actor('who imported', () => halfOld)).token;
  const sheet = sheetOf('UID,Document ID,Personas,Stages', `${ARTICLE},${halfOld.documentId},Finance,Decision`);
  const name = `${secrets.about('file of an import', () => halfOld)}.csv`;
  const { data } = await importer(host, importing)(sheet, {}, name);
  operations.push(data.operation?.id ?? 0);

  const decided = async (entry: Ref, kind: object): Promise<void> => {
    const { token } = await actor('who decided', () => entry);
    const [note, owner] = [secrets.about('note', () => entry), secrets.about('owner of a decision', () => entry)];
    const path = `/decisions/${entry.uid}/${entry.documentId}`;
    const { status, text } = await apiOf(host, token).put(path, { ...kind, note, owner });
    if (status !== 200) throw new Error(text);
  };
  await decided(old, { kind: 'update' });
  await decided(guide, { kind: 'merge', mergeInto: mine });
  for (const into of [old, french, german]) await decided(twoLocales, { kind: 'merge', mergeInto: into });
  await decided(mine, { kind: 'merge', mergeInto: halfOld });
  const merge = { decision: { kind: 'merge', mergeInto: old }, entries: [german] };
  const { body: merged } = await admin.post('/decisions/bulk', merge);
  operations.push((merged as { data: { operation: { id: number } } }).data.operation.id);

  const overrides: string[] = [];
  for (const entry of [old, german, guide, mine]) {
    const path = `/${secrets.about('mapped path', () => entry)}`;
    const { token } = await actor('who mapped', () => entry);
    const { status, text } = await apiOf(host, token).put('/imports/analytics/overrides', { path, entry });
    if (status !== 200) throw new Error(text);
    overrides.push(path);
  }

  const readsAll = ({ reads }: Seen): boolean =>
    Object.values(made).every(({ uid, documentId }) => reads(uid, documentId));
  const section = { from: `/${secrets.shownTo('section that moved', readsAll)}`, to: '/moved' };
  const { status, text } = await admin.put('/imports/analytics/moves', section);
  if (status !== 200) throw new Error(text);

  await tracked(host, { uid: ARTICLE, locale: 'en' }, 100);
  await tracked(host, { uid: GUIDE }, 100);
  for (const entry of [twoLocales, halfOld]) await viewed(host, { ...entry, locale: 'en' }, 3, { views: 7 });
  const tokens = [(await userWith(host, EVERYTHING, 'Counter')).token];
  for (const token of tokens)
    await analyticsImporter(host, token)(ga4Pages([[overrides[0] ?? '', 5]], { property: 'p' }));
  await imported(host, { name: 'kept.csv', from: 60, to: 30 }, [{ uid: ARTICLE, locale: 'de' }]);
  const imports: readonly { readonly id: number }[] = await host.strapi.db
    .connection(CONSUMPTION_TABLES.imports)
    .select('id');

  const grantsField = (uid: string, field: string) =>
    secrets.shownTo(`value of a rule about ${field}`, ({ grants }) =>
      grants.some(({ subject, fields }) => subject === uid && fields?.includes(field) === true)
    );
  const rule = (contentType: string, field: string, named = field) => ({
    contentType,
    condition: { field: named, operator: 'is', values: [grantsField(contentType, field)] },
    personas: ['ops'],
    stages: ['awareness'],
    excluded: null,
  });
  const rules = [rule(ARTICLE, 'title'), rule(GUIDE, 'name')];
  const kept = await admin.put('/rules', { rules, place: false });
  if (kept.status !== 200) throw new Error(kept.text);

  const audit = (await audited(host)).id;
  return {
    entries: Object.values(made),
    published: Object.values(made).filter((entry) => entry !== draft),
    operations,
    imports: imports.map(({ id }) => id),
    audit,
    rules: (kept.body as { data: { rules: readonly object[] } }).data.rules,
    overrides,
    ownable: [mine, myGuide],
    personas: ['ops', 'finance', 'legal'],
  };
};
