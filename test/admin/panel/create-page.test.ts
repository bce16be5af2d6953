import { departureFrom, type Place } from '../../../admin/content-manager/panel/create-page';

const list = '/admin/content-manager/collection-types/api::article.article';
const at = (path: string, index = 3): Place => ({ path, index });
const create = at(`${list}/create`);
const clone = at(`${list}/clone/abc123`);
const single = at('/admin/content-manager/single-types/api::home.home');

describe('after the create page', () => {
  test.each([
    ['another locale of it', create, at(create.path, 4), { kind: 'still-there' }],
    ['the entry in its place', create, at(`${list}/xyz789`), { kind: 'created', documentId: 'xyz789' }],
    ['another entry further on', create, at(`${list}/xyz789`, 4), { kind: 'abandoned' }],
    ['the list further on', create, at(list, 4), { kind: 'abandoned' }],
    ['the list before', create, at(list, 2), { kind: 'abandoned' }],
    [
      'another type in its place',
      create,
      at('/admin/content-manager/collection-types/api::guide.guide/xyz789'),
      { kind: 'abandoned' },
    ],
    ['the copy', clone, at(`${list}/xyz789`, 4), { kind: 'created', documentId: 'xyz789' }],
    ['the copy in its locale', clone, at(`${list}/xyz789`, 5), { kind: 'created', documentId: 'xyz789' }],
    ['an entry before the clone page', clone, at(`${list}/xyz789`, 2), { kind: 'abandoned' }],
    ['the clone page of another entry', clone, at(`${list}/clone/xyz789`, 4), { kind: 'abandoned' }],
    ['a single type at its own address', single, single, { kind: 'still-there' }],
    ['somewhere else', single, at('/admin/settings'), { kind: 'abandoned' }],
  ])('%s', (_name, before, now, departure) => {
    expect(departureFrom(before, now)).toEqual(departure);
  });
});
