import { changeSetting, defaultSetting, holding, type TypeShape } from '../../server/core/type-defaults';

const aType = (overrides: Partial<TypeShape> = {}): TypeShape => ({
  uid: 'api::article.article',
  displayName: 'Article',
  singularName: 'article',
  kind: 'collectionType',
  localized: false,
  draftAndPublish: true,
  hasSlug: true,
  ...overrides,
});

const FIELDS = { title: ['title'], date: ['writtenOn'], owner: ['author'], path: ['slug', 'category.slug'] };

test.each<[string, Partial<TypeShape>, boolean]>([
  ['draft & publish and a slug', {}, true],
  ['draft & publish alone', { hasSlug: false }, true],
  ['a slug alone', { draftAndPublish: false }, true],
  ['neither', { draftAndPublish: false, hasSlug: false }, false],
  ['a single type', { kind: 'singleType' }, false],
  ['authors', { singularName: 'author' }, false],
  ['categories', { singularName: 'blog-category' }, false],
  ['tags', { singularName: 'tag' }, false],
  ['redirects', { singularName: 'redirection' }, false],
  ['redirects of a site', { singularName: 'site-redirect' }, false],
  ['visitors’ accounts', { uid: 'plugin::users-permissions.user', singularName: 'account' }, false],
  ['what only sounds like it', { singularName: 'heritage' }, true],
])('%s: under audit at first?', (_name, shape, audited) => {
  expect(defaultSetting(aType(shape)).audited).toBe(audited);
});

test('a change keeps the rest', () => {
  const change = { titleField: 'title', urlPattern: '/{category.slug}' };
  const setting = changeSetting(aType(), {}, change, FIELDS);
  expect(setting).toEqual({ ...defaultSetting(aType()), titleField: 'title', urlPattern: '/{category.slug}' });
  expect(changeSetting(aType(), setting, { titleField: null }, FIELDS)).toMatchObject({
    titleField: null,
    urlPattern: '/{category.slug}',
  });
});

test.each([
  [
    { titleField: 'slug' },
    '`titleField`: "Article" has no field "slug" for this, or you may not read it; use one of title.',
  ],
  [{ expiryField: 'title' }, '`expiryField`'],
  [{ ownerField: 'toString' }, '`ownerField`'],
  [{ urlPattern: 'blog' }, '`urlPattern`'],
  [{ urlPattern: '/{path}' }, '`urlPattern`'],
  [{ urlPattern: '/{author.slug}' }, '`urlPattern`'],
])('%j is refused', (change, message) => {
  expect(() => changeSetting(aType(), {}, change, FIELDS)).toThrow(message);
});

test('what is stored and holds no longer counts as not set, and may be sent again, left or taken back', () => {
  const stored = { titleField: 'title', ownerField: 'editor', urlPattern: '/{editor.resetPasswordToken}' };
  expect(holding(aType(), stored, FIELDS)).toEqual({
    setting: { ...defaultSetting(aType()), titleField: 'title' },
    gone: { ownerField: 'editor', urlPattern: '/{editor.resetPasswordToken}' },
  });
  expect(changeSetting(aType(), stored, { ownerField: 'editor', titleField: null }, FIELDS)).toMatchObject({
    titleField: null,
    ownerField: 'editor',
    urlPattern: '/{editor.resetPasswordToken}',
  });
  expect(changeSetting(aType(), stored, { ownerField: null }, FIELDS).ownerField).toBeNull();
});
