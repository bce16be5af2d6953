import { findByPath } from '../../../server/library/find-by-path';
import { service } from '../../../server/services';
import { hostForAll } from '../../support/host';
import { anArticle, anEntryOf, ARTICLE, withSetting } from '../../support/library';

/** Which entries a path that a page sent leads to. */
const host = hostForAll();
const AUTHOR = 'api::author.author';
let byAnn: string;

const found = async (urlPattern: string, ...paths: readonly string[]): Promise<readonly string[]> => {
  await withSetting(host(), ARTICLE, { audited: true, urlPattern });
  const types = await service(host().strapi, 'contentTypes').audited();
  const [type] = types.filter(({ uid }) => uid === ARTICLE);
  if (type === undefined) throw new Error('Articles are under audit');
  return (await findByPath(host().strapi, type, paths)).map(({ documentId, path }) => `${documentId} ${path}`);
};

beforeAll(async () => {
  const others = Array.from({ length: 1_100 }, (_, at) => ({
    document_id: `other${at}`,
    title: 'Other',
    slug: `other-${at}`,
    locale: 'en',
    published_at: new Date(),
  }));
  await host().strapi.db.connection.batchInsert('articles', others, 100);
  const author = await anEntryOf(host(), AUTHOR, { data: { name: 'ann' } });
  byAnn = await anArticle(host(), { title: 'Notes', data: { author, writtenOn: '2026-01-02' } });
});

test('by a field of a relation alone, however many entries there are', async () => {
  expect(await found('/by/{author.name}', '/by/ann', '/by/bob')).toEqual([`${byAnn} /by/ann`]);
});

test('the front page, by locale and by its own address, and no longer by its slug', async () => {
  const front = await anArticle(host(), { title: 'Homepage' });
  expect(await found('/{slug|homepage}', '/', '/homepage', '/other-1')).toEqual([`other1 /other-1`, `${front} /`]);
  expect(await found('/{locale}/{slug|homepage|start}', '/en', '/de', '/en/homepage')).toEqual([`${front} /en`]);
});

test('by its own field and that of a relation', async () => {
  expect(await found('/{author.name}/{slug}', '/ann/notes', '/bob/notes', '/ann/other-1')).toEqual([
    `${byAnn} /ann/notes`,
  ]);
});
