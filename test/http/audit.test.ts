import { service } from '../../server/services';
import { as, hostForAll } from '../support/host';
import { anArticle, editedAt } from '../support/library';
import { superAdmin } from '../support/users';

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
const ARTICLE = 'api::article.article';
let token = '';

beforeAll(async () => {
  ({ token } = await superAdmin(host()));
});

test('audits a library from the first entry on', async () => {
  const id = await anArticle(host(), { title: 'One' });
  await anArticle(host(), { title: 'Two', status: 'draft' });
  const old = await anArticle(host(), { title: 'Three' });
  await editedAt(host(), ARTICLE, old, '2001-01-01T00:00:00Z');
  await host()
    .strapi.db.query('plugin::content-strategy.persona')
    .create({
      data: {
        key: 'ops',
        name: 'Ops',
        description: '',
        group: '',
        priority: 'primary',
        buys: true,
        uses: true,
        position: 0,
        retired: false,
      },
    });
  await host()
    .strapi.db.query('plugin::content-strategy.tag')
    .create({ data: { entryUid: ARTICLE, entryDocumentId: id, persona: 'ops', stage: 'awareness', origin: 'person' } });
  const audit = await service(host().strapi, 'audit').run();
  expect(audit).toMatchObject({ status: 'finished', error: null });
  const response = await as(host(), token).get('/content-strategy/inventory?sort=title:asc');
  expect(response.body.data.map(({ title, status }: { title: string; status: string }) => [title, status])).toEqual([
    ['One', 'published'],
    ['Three', 'published'],
    ['Two', 'draft'],
  ]);
});
