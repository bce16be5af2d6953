import type { ContentTypeBody, VocabularyBody } from '../../server/core/api';
import { actionUid } from '../../server/core/actions';
import { apiOf, ARTICLE, GUIDE, type Api } from '../support/api';
import { hostForAll } from '../support/host';
import { superAdmin, userWith } from '../support/users';

const host = hostForAll();
let api: Api;

beforeAll(async () => {
  const { token } = await superAdmin(host());
  api = apiOf(host(), token);
  await host().strapi.plugin('i18n').service('locales').create({ code: 'de', name: 'German (de)' });
});

const list = async (): Promise<readonly ContentTypeBody[]> =>
  ((await api.get('/content-types')).body as { data: ContentTypeBody[] }).data;

const readBy = (subject: string, locales?: readonly string[]) => ({
  action: 'plugin::content-manager.explorer.read',
  subject,
  fields: ['title'],
  ...(locales && { locales }),
});

const vocabularyOf = async (token: string): Promise<VocabularyBody> =>
  ((await apiOf(host(), token).get('/vocabulary')).body as { data: VocabularyBody }).data;

test('preselected is what is published or has an address; no authors, categories, single types', async () => {
  const audited = (await list()).map(({ uid, setting, decided }) => [uid, setting.audited, decided]);
  expect(Object.fromEntries(audited.map(([uid, isAudited]) => [uid, isAudited]))).toMatchObject({
    [ARTICLE]: true,
    [GUIDE]: true,
    'api::landing-page.landing-page': false,
    'api::author.author': false,
    'api::category.category': false,
  });
  expect(audited.some(([uid]) => String(uid).startsWith('admin::') || String(uid).includes('content-strategy'))).toBe(
    false
  );
  expect(audited.every(([, , decided]) => decided === false)).toBe(true);
});

test('a type says what its fields could be mapped to', async () => {
  const article = (await list()).find(({ uid }) => uid === ARTICLE);
  expect(article).toMatchObject({ localized: true, draftAndPublish: true, kind: 'collectionType' });
  expect(article?.fields.title).toEqual(['title', 'slug']);
  expect(article?.fields.date).toEqual(['writtenOn', 'expiresAt', 'createdAt', 'updatedAt', 'publishedAt']);
  expect(article?.fields.owner).toEqual(expect.arrayContaining(['author']));
  expect(article?.fields.path).toEqual(expect.arrayContaining(['slug', 'category.slug', 'documentId']));
});

test('a setting is kept, and what is not named stays', async () => {
  const first = await api.put(`/content-types/${ARTICLE}`, {
    urlPattern: '/{locale}/blog/{category.slug}/{slug}',
    contentDateField: 'writtenOn',
    ownerField: 'author',
  });
  expect(first.status).toBe(200);
  await api.put(`/content-types/${ARTICLE}`, { expiryField: 'expiresAt' });
  const article = (await list()).find(({ uid }) => uid === ARTICLE);
  expect(article?.decided).toBe(true);
  expect(article?.setting).toEqual({
    uid: ARTICLE,
    audited: true,
    urlPattern: '/{locale}/blog/{category.slug}/{slug}',
    titleField: null,
    contentDateField: 'writtenOn',
    ownerField: 'author',
    expiryField: 'expiresAt',
    publishing: 'off',
  });
});

test.each([
  ['an unknown type', 'api::none.none', { audited: true }, 'uid'],
  ['one of Strapi itself', 'admin::user', { audited: true }, 'uid'],
  ['one of our own', 'plugin::content-strategy.tag', { audited: true }, 'uid'],
  ['a field that it has not', ARTICLE, { titleField: 'headline' }, 'titleField'],
  ['a date that is none', ARTICLE, { contentDateField: 'title' }, 'contentDateField'],
  ['a key of a prototype', ARTICLE, { ownerField: 'constructor' }, 'ownerField'],
  ['a pattern without a slash', ARTICLE, { urlPattern: 'blog/{slug}' }, 'urlPattern'],
  ['a pattern with an unknown field', ARTICLE, { urlPattern: '/{permalink}' }, 'urlPattern'],
  ['a pattern with an unknown hop', ARTICLE, { urlPattern: '/{category.path}' }, 'urlPattern'],
  ['a broken pattern', ARTICLE, { urlPattern: '/{slug' }, 'urlPattern'],
  ['a text for audited', ARTICLE, { audited: 'yes' }, 'audited'],
])('%s: 400', async (_name, uid, data, field) => {
  const before = await list();
  const response = await api.put(`/content-types/${uid}`, data);
  expect(response.status).toBe(400);
  expect((response.body as { error: { message: string } }).error.message).toContain(`\`${field}\``);
  expect(await list()).toEqual(before);
});

describe('the vocabulary', () => {
  test('names the types under audit, all locales and all that a super admin may do', async () => {
    const { token } = await superAdmin(host());
    const vocabulary = await vocabularyOf(token);
    expect(vocabulary.contentTypes).toEqual([
      { uid: ARTICLE, displayName: 'Article', kind: 'collectionType', localized: true, draftAndPublish: true },
      { uid: GUIDE, displayName: 'Guide', kind: 'collectionType', localized: false, draftAndPublish: false },
    ]);
    expect(vocabulary.locales.map(({ code }) => code)).toEqual(['en', 'de']);
    expect(vocabulary.can).toEqual({ read: true, tag: true, audit: true, export: true, settings: true });
    expect(vocabulary.stages).toHaveLength(8);
  });

  test('leaves out types and locales that the user may not read in the Content Manager', async () => {
    const { token } = await userWith(host(), [{ action: actionUid('read') }, readBy(ARTICLE, ['de'])]);
    const vocabulary = await vocabularyOf(token);
    expect(vocabulary.contentTypes.map(({ uid }) => uid)).toEqual([ARTICLE]);
    expect(vocabulary.locales.map(({ code }) => code)).toEqual(['de']);
    expect(vocabulary.can).toEqual({ read: true, tag: false, audit: false, export: false, settings: false });
  });

  test('may name no type at all', async () => {
    const { token } = await userWith(host(), [{ action: actionUid('read') }]);
    expect(await vocabularyOf(token)).toMatchObject({ contentTypes: [], locales: [] });
  });
});
