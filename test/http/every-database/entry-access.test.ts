import type { TagSetBody } from '../../../server/core/api';
import { actionUid } from '../../../server/core/actions';
import { apiOf, ARTICLE, GUIDE, type Api } from '../../support/api';
import { hostForAll } from '../../support/host';
import { superAdmin, userWith, type Grant } from '../../support/users';

/** Who may see and place one entry: the plugin's own action, and the Content Manager's leave to read that entry. */
const host = hostForAll();
let admin: Api;
let guide: string;

const ACTIONS = ['read', 'tag'] as const;
const own: Grant[] = ACTIONS.map((action) => ({ action: actionUid(action) }));
const manage = (action: string, more: Partial<Grant> = {}): Grant => ({
  action: `plugin::content-manager.explorer.${action}`,
  subject: ARTICLE,
  fields: ['title'],
  locales: ['en', 'de'],
  ...more,
});
const TAG = { persona: 'everyone', stage: 'decision' };

beforeAll(async () => {
  admin = apiOf(host(), (await superAdmin(host())).token);
  await host().strapi.plugin('i18n').service('locales').create({ code: 'de', name: 'German (de)' });
  guide = await admin.contentManager(GUIDE).create({ name: 'Guide' });
});

const userApi = async (...grants: Grant[]): Promise<Api> =>
  apiOf(host(), (await userWith(host(), [...own, ...grants])).token);

const statuses = async (api: Api, uid: string, documentId: string): Promise<number[]> => [
  (await api.tags(uid, documentId)).status,
  (await api.add(uid, documentId, TAG)).status,
  (await api.put(`/tags/${uid}/${documentId}`, { tags: [] })).status,
];

test('an entry that one may read one may place; one of another type is as good as missing', async () => {
  const article = await admin.contentManager(ARTICLE).create({ title: 'Mine' });
  const api = await userApi(manage('read'));
  expect(await statuses(api, ARTICLE, article)).toEqual([200, 200, 200]);
  expect(await statuses(api, GUIDE, guide)).toEqual([404, 404, 404]);
  const hidden = await api.tags(GUIDE, guide);
  const missing = await api.tags(GUIDE, 'nosuchdocument');
  expect(messageOf(hidden.body).replace(guide, 'nosuchdocument')).toBe(messageOf(missing.body));
});

test('"is creator" and other conditions hold for every entry by itself, and for lists', async () => {
  const api = await userApi(manage('create'), manage('read', { conditions: ['admin::is-creator'] }));
  const theirs = await admin.contentManager(ARTICLE).create({ title: 'Theirs' });
  const mine = await api.contentManager(ARTICLE).create({ title: 'Mine' });
  expect(await statuses(api, ARTICLE, mine)).toEqual([200, 200, 200]);
  expect(await statuses(api, ARTICLE, theirs)).toEqual([404, 404, 404]);
  const { body } = await api.get(`/tags?uid=${ARTICLE}&documentIds=${theirs},${mine}`);
  expect((body as { data: TagSetBody[] }).data.map(({ documentId }) => documentId)).toEqual([mine]);
});

test('an entry in no locale that one may read is as good as missing', async () => {
  const english = await admin.contentManager(ARTICLE).create({ title: 'English' });
  const both = await admin.contentManager(ARTICLE).create({ title: 'Both' });
  await admin.contentManager(ARTICLE).update(both, { title: 'Beide' }, 'de');
  const api = await userApi(manage('read', { locales: ['de'] }));
  expect(await statuses(api, ARTICLE, english)).toEqual([404, 404, 404]);
  expect(await statuses(api, ARTICLE, both)).toEqual([200, 200, 200]);
});

test('what the Content Manager itself answers is the oracle', async () => {
  const api = await userApi(manage('read', { conditions: ['admin::is-creator'] }), manage('create'));
  const ids = [
    await admin.contentManager(ARTICLE).create({ title: 'A' }),
    await api.contentManager(ARTICLE).create({ title: 'B' }),
    await admin.contentManager(ARTICLE).create({ title: 'C' }),
  ];
  for (const documentId of ids) {
    const open = await api.agent.get(`/content-manager/collection-types/${ARTICLE}/${documentId}`);
    expect((await api.tags(ARTICLE, documentId)).status === 200).toBe(open.status === 200);
  }
});

test('a list of a type that one may not read is empty', async () => {
  const api = await userApi(manage('read'));
  expect((await api.get(`/tags?uid=${GUIDE}&documentIds=${guide}`)).body).toEqual({ data: [] });
});

const messageOf = (body: unknown): string => (body as { error: { message: string } }).error.message;
