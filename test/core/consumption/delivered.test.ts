import { deliveredIn, type Shape } from '../../../server/core/consumption/delivered';

const SHAPES: Readonly<Record<string, Shape>> = {
  'api::page.page': {
    isEntry: true,
    localized: true,
    nested: [
      { field: 'author', uid: 'api::author.author' },
      { field: 'related', uid: 'api::page.page' },
      { field: 'seo', uid: 'shared.seo' },
      { field: 'parts', uid: null },
      { field: 'image', uid: 'plugin::upload.file' },
    ],
  },
  'api::author.author': { isEntry: true, localized: false, nested: [] },
  'shared.seo': { isEntry: false, localized: false, nested: [{ field: 'canonical', uid: 'api::page.page' }] },
};

const sent = (data: unknown, isDetail: boolean): readonly string[] =>
  [
    ...deliveredIn({ data, uid: 'api::page.page', locale: 'en', isDetail }, (uid) =>
      Object.hasOwn(SHAPES, uid) ? SHAPES[uid] : undefined
    ).values(),
  ].map(({ documentId, locale, isDetail: asked }) => `${documentId} ${locale} ${asked ? 'detail' : 'list'}`);

test.each([
  ['one entry', { documentId: 'a', locale: 'de' }, true, ['a de detail']],
  ['without its locale: the one that was asked for', { documentId: 'a' }, true, ['a en detail']],
  ['a list', [{ documentId: 'a' }, { documentId: 'b' }], false, ['a en list', 'b en list']],
  ['a draft', { documentId: 'a', publishedAt: null }, true, []],
  ['nothing', null, true, []],
  ['what is no entry', 'text', true, []],
  [
    'populated relations',
    { documentId: 'a', author: { documentId: 'x', locale: null } },
    true,
    ['a en detail', 'x  list'],
  ],
  [
    'of many',
    { documentId: 'a', related: [{ documentId: 'b' }, { documentId: 'c' }] },
    true,
    ['a en detail', 'b en list', 'c en list'],
  ],
  [
    'the same twice: once',
    { documentId: 'a', related: [{ documentId: 'a' }, { documentId: 'b' }, { documentId: 'b' }] },
    true,
    ['a en detail', 'b en list'],
  ],
  [
    'in a component',
    { documentId: 'a', seo: { canonical: { documentId: 'b', locale: 'de' } } },
    true,
    ['a en detail', 'b de list'],
  ],
  [
    'in a dynamic zone',
    {
      documentId: 'a',
      parts: [{ __component: 'shared.seo', canonical: { documentId: 'b' } }, { __component: '__proto__' }],
    },
    true,
    ['a en detail', 'b en list'],
  ],
  ['files are none', { documentId: 'a', image: { documentId: 'f' } }, true, ['a en detail']],
  ['a count of a relation', { documentId: 'a', related: { count: 3 } }, true, ['a en detail']],
  [
    'as Strapi 4 answered',
    { documentId: 'a', attributes: { locale: 'de', related: { data: [{ documentId: 'b', attributes: {} }] } } },
    true,
    ['a de detail', 'b de list'],
  ],
])('%s', (_name, data, isDetail, expected) => {
  expect(sent(data, isDetail)).toEqual(expected);
});
