import { actionUid } from '../../../server/core/actions';
import { LIST_FILTERS, type ListFilterName } from '../../../server/core/list-filters';
import { ARTICLE as uid, apiOf, GUIDE, type Api } from '../../support/api';
import { inAnotherCollation } from '../../support/database';
import { aLibraryInDisorder, type Disorder } from '../../support/disorder';
import { expectedEntries, placementOf } from '../../support/expected';
import { as, hostForAll } from '../../support/host';
import { tagOracle } from '../../support/tag-oracle';
import { superAdmin, userWith, type Grant } from '../../support/users';

/** The Content Manager's own lists, narrowed by persona, journey, stage and placement. */
const host = hostForAll();
const JOURNEYS = { awareness: 'buyer', decision: 'buyer', onboarding: 'customer', legacy: 'customer' } as const;
let ids: Disorder;
let matches: Awaited<ReturnType<typeof tagOracle>>;
let placements: ReadonlyMap<string, string>;
const tokens: Record<string, string> = {};

const reads = (more: Partial<Grant> = {}): Grant => ({
  action: 'plugin::content-manager.explorer.read',
  subject: uid,
  fields: ['title'],
  locales: ['en', 'de', 'fr'],
  ...more,
});
const MAY_READ = { action: actionUid('read') };

beforeAll(async () => {
  const { db } = host().strapi;
  await inAnotherCollation(db.connection, db.metadata.get(GUIDE).tableName);
  ids = await aLibraryInDisorder(host());
  matches = await tagOracle(host(), uid, ['hr', 'legacy'], JOURNEYS);
  const entries = await expectedEntries(host(), [{ uid, title: 'title' }]);
  placements = new Map(entries.map((entry) => [entry.documentId, placementOf(entry)]));
  tokens['a super admin'] = (await superAdmin(host())).token;
  for (const [name, grants] of Object.entries({
    'a role with a condition': [MAY_READ, reads({ conditions: ['api::some-titles'] })],
    'a role for German': [MAY_READ, reads({ locales: ['de'] })],
    'a role that sees no placements': [reads()],
    'a role that sees placements, and no articles': [MAY_READ],
  })) {
    tokens[name] = (await userWith(host(), grants)).token;
  }
});

type Query = Readonly<Record<string, string>>;
type Asked = readonly (readonly [ListFilterName, string])[];

const send = (token: string | undefined, query: Query, type = uid) =>
  as(host(), token).get(`/content-manager/collection-types/${type}`).query(query);

/** As the filter bar writes them, after the filters that stand there already. */
const queryOf = (asked: Asked, before = 0): Query =>
  Object.fromEntries(
    asked.map(([name, key], at) => [`filters[$and][${at + before}][${LIST_FILTERS[name]}][$eq]`, key])
  );

/** The whole list, page by page. */
const list = async (token: string | undefined, query: Query, type = uid): Promise<readonly string[]> => {
  const found: string[] = [];
  for (let page = 1; ; page += 1) {
    const { status, body, text } = await send(token, { ...query, page: String(page), pageSize: '5' }, type);
    if (status !== 200) throw new Error(text);
    found.push(...body.results.map(({ documentId }: { documentId: string }) => documentId));
    if (page < body.pagination.pageCount) continue;
    expect(body.pagination.total).toBe(found.length);
    return found;
  }
};

const isLeft = (asked: Asked, documentId: string): boolean => {
  const keys = (name: ListFilterName) => asked.filter(([other]) => other === name).map(([, key]) => key);
  const each = (name: ListFilterName) => (keys(name).length === 0 ? [undefined] : keys(name));
  return (
    keys('placement').every((placement) => placements.get(documentId) === placement) &&
    (asked.every(([name]) => name === 'placement') ||
      each('persona').every((persona) =>
        each('journey').every((journey) =>
          each('stage').every((stage) => matches({ persona, journey, stage }, documentId))
        )
      ))
  );
};

const ASKED: readonly Asked[] = [
  [['persona', 'finance']],
  [['persona', 'everyone']],
  [['stage', 'not-set']],
  [['journey', 'customer']],
  [
    ['persona', 'finance'],
    ['stage', 'decision'],
  ],
  [
    ['persona', 'finance'],
    ['persona', 'ops'],
  ],
  [
    ['persona', 'finance'],
    ['persona', 'ops'],
    ['stage', 'decision'],
    ['journey', 'buyer'],
  ],
  [['persona', 'hr']],
  [['placement', 'to-place']],
  [['placement', 'placed']],
  [['placement', 'excluded']],
  [
    ['placement', 'to-place'],
    ['persona', 'it'],
  ],
];

describe.each(['a super admin', 'a role with a condition', 'a role for German'])('%s', (who) => {
  test.each([
    ['as it comes', {}],
    ['searched and sorted', { _q: 'o', sort: 'title:DESC' }],
    ['in German', { locale: 'de', sort: 'title:ASC' }],
    ["with the Content Manager's own filters", { 'filters[$and][0][title][$containsi]': 'e', sort: 'createdAt:ASC' }],
    ['modified ones', { 'filters[$and][0][__status][$eq]': 'published-modified' }],
  ])('the list %s keeps what the filter leaves', async (_name, query: Query) => {
    const sorted = { sort: 'title:ASC', ...query };
    const all = await list(tokens[who], sorted);
    for (const asked of ASKED) {
      const found = await list(tokens[who], { ...sorted, ...queryOf(asked, 'filters[$and][0]' in query ? 0 : 1) });
      expect([asked, found]).toEqual([asked, all.filter((documentId) => isLeft(asked, documentId))]);
    }
  });
});

test('some of it is there at all', async () => {
  for (const asked of ASKED.slice(0, 6))
    expect((await list(tokens['a super admin'], queryOf(asked))).length).toBeGreaterThan(0);
  expect(await list(tokens['a role with a condition'], queryOf([['persona', 'finance']]))).not.toHaveLength(0);
  expect(
    await list(tokens['a role for German'], { locale: 'de', ...queryOf([['persona', 'finance']]) })
  ).not.toHaveLength(0);
});

test('a type without drafts and locales, one of whose fields is called as one of a query', async () => {
  const admin = tokens['a super admin'];
  expect(await list(admin, queryOf([['stage', 'decision']]), GUIDE)).toEqual([ids.oldGuide]);
  expect(await list(admin, queryOf([['placement', 'to-place']]), GUIDE)).toEqual([]);
});

test('a persona that is gone leaves nothing: the Content Manager remembers filters', async () => {
  expect(await list(tokens['a super admin'], queryOf([['persona', 'nobody']]))).toEqual([]);
});

describe('what the Content Manager remembers and means nothing any more leaves the list as it is', () => {
  const query = { sort: 'title:ASC', ...queryOf([['persona', 'finance']], 1) };

  test('for a user who lost the permission to see placements', async () => {
    const who = tokens['a role that sees no placements'];
    expect(await list(who, query)).toEqual(await list(who, { sort: 'title:ASC' }));
  });

  test("beside the Content Manager's own filters, of a type that left the audit", async () => {
    const api = apiOf(host(), tokens['a super admin']);
    const own = { sort: 'title:ASC', 'filters[$and][0][title][$containsi]': 'e' };
    await api.put(`/content-types/${uid}`, { audited: false });
    try {
      expect(await list(tokens['a super admin'], { ...query, ...own })).toEqual(
        await list(tokens['a super admin'], own)
      );
    } finally {
      await api.put(`/content-types/${uid}`, { audited: true });
    }
    expect(await list(tokens['a super admin'], query)).not.toEqual(await list(tokens['a super admin'], own));
  });
});

test('it takes the permission to read entries', async () => {
  const query = queryOf([['persona', 'finance']]);
  expect((await send(undefined, query)).status).toBe(401);
  expect((await send(tokens['a role that sees placements, and no articles'], query)).status).toBe(403);
});

test.each([
  ['another comparison', { [`filters[$and][0][${LIST_FILTERS.persona}][$ne]`]: 'ops' }, uid, 'takes one key by `$eq`'],
  ['an unknown placement', queryOf([['placement', 'lost']]), uid, 'known are placed, to-place, excluded'],
  ['a place where it means nothing', { [`filters[${LIST_FILTERS.persona}][$eq]`]: 'ops' }, uid, LIST_FILTERS.persona],
])('%s is refused', async (_name, query: Query, type, sentence) => {
  const { status, body } = await send(tokens['a super admin'], query, type);
  expect([status, body.error.message]).toEqual([400, expect.stringContaining(sentence)]);
});

test('what else is sent with the filters of a list works as without them', async () => {
  const api: Api = apiOf(host(), tokens['a super admin']);
  const query = queryOf([['persona', 'nobody']]);
  const at = `/content-manager/collection-types/${uid}`;
  const documentIds = [ids.draft, ids.untagged];
  expect((await api.agent.get(`${at}/${ids.draft}`).query(query)).body.data.documentId).toBe(ids.draft);
  const counted = await api.agent.get(`${at}/actions/countManyEntriesDraftRelations`).query({ ...query, documentIds });
  expect(counted.status).toBe(200);
  const published = await api.agent.post(`${at}/actions/bulkPublish`).query(query).send({ documentIds });
  expect([published.status, published.body.count]).toEqual([200, 2]);
  const unpublished = await api.agent.post(`${at}/actions/bulkUnpublish`).query(query).send({ documentIds });
  expect([unpublished.status, unpublished.body.count]).toEqual([200, 2]);
});
