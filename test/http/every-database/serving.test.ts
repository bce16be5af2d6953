import { aLibraryInDisorder, type Disorder } from '../../support/disorder';
import { hostForAll } from '../../support/host';
import { ARTICLE, excluded, GUIDE, tagged } from '../../support/library';
import { inAnotherCollation } from '../../support/database';
import { apiToken, rest } from '../../support/rest';
import { tagOracle, type AskedTags } from '../../support/tag-oracle';

/** Serving entries by persona, journey and stage on the host's own REST API, compared with the table of tags. */
const host = hostForAll({ config: { serving: { filters: true, journeys: true } } });
const JOURNEYS = { awareness: 'buyer', decision: 'buyer', onboarding: 'customer', legacy: 'customer' } as const;
let ids: Disorder;
let full: ReturnType<typeof rest>;
let limited: ReturnType<typeof rest>;
let matches: Awaited<ReturnType<typeof tagOracle>>;

beforeAll(async () => {
  const { db } = host().strapi;
  await inAnotherCollation(db.connection, db.metadata.get(GUIDE).tableName);
  ids = await aLibraryInDisorder(host());
  full = rest(host(), await apiToken(host()));
  limited = rest(host(), await apiToken(host(), ['api::article.article.find', 'api::article.article.findOne']));
  matches = await tagOracle(host(), ARTICLE, ['hr', 'legacy'], JOURNEYS);
});

const COMBINATIONS: readonly AskedTags[] = [
  ...[undefined, 'finance', 'finance,ops', 'not-set'].flatMap((persona) =>
    [undefined, 'buyer'].flatMap((journey) =>
      [undefined, 'decision', 'decision,onboarding'].map((stage) => ({ persona, journey, stage }))
    )
  ),
  { persona: 'everyone' },
  { journey: 'customer,buyer' },
  { stage: 'not-set' },
  { stage: 'decision,not-set' },
].filter(({ persona, journey, stage }: AskedTags) => (persona ?? journey ?? stage) !== undefined);

/** Without what is not asked for: supertest would send it as an empty text. */
const queryOf = (asked: AskedTags): Record<string, string> =>
  Object.fromEntries(Object.entries(asked).flatMap(([name, keys]) => (keys === undefined ? [] : [[name, keys]])));

const idsIn = (entries: readonly { readonly documentId: string }[]) => entries.map(({ documentId }) => documentId);

describe.each([
  ['as they come', {}],
  ['with filters', { 'filters[$or][0][title][$contains]': 'o', 'filters[$or][1][slug][$eq]': 'expired' }],
  ['searched', { _q: 'long', sort: 'createdAt' }],
  ['in another locale', { locale: 'de' }],
  ['drafts', { status: 'draft', sort: 'updatedAt' }],
])('entries %s', (_name, query) => {
  test.each([
    ['a token for everything', () => full, 'articles'],
    ['a token for reading articles', () => limited, 'articles'],
    ['the public', () => rest(host()), 'public/articles'],
  ])('by %s: what the list holds, as far as it has the tag', async (_who, reader, path) => {
    const sorted = { sort: 'title:desc', ...query };
    const unfiltered = idsIn(await reader().list(path, sorted));
    expect(unfiltered.length).toBeGreaterThan(0);
    for (const asked of COMBINATIONS) {
      const expected = unfiltered.filter((documentId) => matches(asked, documentId));
      expect([asked, idsIn(await reader().list(path, { ...sorted, ...queryOf(asked) }))]).toEqual([asked, expected]);
    }
  });
});

test('persona and stage together mean the cell: one tag with both', async () => {
  const cell = idsIn(await full.list('articles', { persona: 'finance', stage: 'decision' }));
  expect(cell).toContain(ids.twoLocales);
  const persona = idsIn(await full.list('articles', { persona: 'ops,finance', stage: 'awareness' }));
  expect(persona).not.toContain(ids.everyone);
});

test.each([
  ['joined by commas', 'persona=finance,ops'],
  ['repeated', 'persona=finance&persona=ops'],
  ['as a list', 'persona[0]=finance&persona[1]=ops'],
  ['with spaces and one too many', 'persona=finance,%20ops,,ops'],
])('several keys %s', async (_name, query) => {
  const { body } = await full.get(`articles?${query}&pagination[pageSize]=100&sort=title`);
  const expected = await full.list('articles', { persona: 'finance,ops', sort: 'title' });
  expect(body.data.map((entry: { documentId: string }) => entry.documentId)).toEqual(idsIn(expected));
  expect(expected.length).toBeGreaterThan(3);
});

describe.each([
  ['strict', true],
  ['lenient', undefined],
])('with %s parameters', (_name, strict) => {
  beforeAll(() => host().strapi.config.set('api.rest.strictParams', strict));
  beforeAll(() => host().strapi.config.set('api.documents.strictParams', strict ?? false));
  afterAll(() => host().strapi.config.set('api.rest.strictParams', undefined));
  afterAll(() => host().strapi.config.set('api.documents.strictParams', undefined));

  test('a list and one entry are narrowed', async () => {
    expect(idsIn(await full.list('articles', { persona: 'finance', stage: 'decision' }))).toContain(ids.twoLocales);
    expect((await full.get(`articles/${ids.twoLocales}`, { persona: 'finance' })).status).toBe(200);
    expect((await full.get(`articles/${ids.twoLocales}`, { persona: 'ops' })).status).toBe(404);
  });

  test.each([
    ['persona=nobody', 'persona', '"nobody" is unknown; known are finance, ops, it, everyone, not-set'],
    ['persona=finance,nobody', 'persona', '"nobody" is unknown'],
    ['stage=purchase', 'stage', 'known are awareness, decision, onboarding, not-set'],
    ['journey=both', 'journey', 'known are buyer, customer'],
    ['persona=', 'persona', 'must name at least one key'],
    ['persona[$ne]=finance', 'persona', 'is unknown'],
    ['stage', 'stage', 'is unknown'],
  ])('?%s is refused with a sentence', async (query, field, sentence) => {
    for (const path of ['articles', `articles/${ids.twoLocales}`]) {
      const { status, body } = await full.get(`${path}?${query}`);
      expect([path, status, body.error?.name, body.error?.details.field]).toEqual([
        path,
        400,
        'ValidationError',
        field,
      ]);
      expect(body.error.message).toContain(sentence);
    }
  });
});

test('retired keys are known and have no entries', async () => {
  expect(await full.list('articles', { persona: 'hr' })).toEqual([]);
  expect(await full.list('articles', { stage: 'legacy' })).toEqual([]);
  expect(idsIn(await full.list('articles', { persona: 'it' }))).not.toContain(ids.retired);
});

test('a type that is not under audit says so', async () => {
  const { status, body } = await full.get('authors', { persona: 'finance' });
  expect([status, body.error.message]).toEqual([
    400,
    expect.stringContaining('"api::author.author" is not under audit'),
  ]);
});

test('permissions stay as they are', async () => {
  expect((await limited.get('guides', { persona: 'it' })).status).toBe(403);
  expect((await rest(host()).get('articles', { persona: 'finance' })).status).toBe(401);
  const [entry] = await limited.list('articles', { persona: 'finance', populate: 'category', stage: 'decision' });
  expect(entry).not.toHaveProperty('category');
});

test('a type without drafts and locales, of which one field is called as one of a query', async () => {
  expect(idsIn(await full.list('guides', { persona: 'it', stage: 'decision' }))).toEqual([ids.oldGuide]);
  expect(idsIn(await full.list('guides', { persona: 'it', 'filters[client][$null]': 'true' }))).toHaveLength(2);
  expect(await full.list('guides', { persona: 'it', 'filters[client]': 'Acme' })).toEqual([]);
});

test('a single type answers when it has the tag', async () => {
  expect((await full.get('landing-page', { persona: 'finance' })).status).toBe(200);
  expect((await full.get('landing-page', { persona: 'ops' })).status).toBe(404);
});

test('what is no part of a journey is served to nobody, even when an import brought tags too', async () => {
  await tagged(host(), GUIDE, ids.guide, 'ops.decision');
  expect(await full.list('guides', { persona: 'ops' })).toHaveLength(1);
  await excluded(host(), GUIDE, ids.guide);
  expect(await full.list('guides', { persona: 'ops' })).toEqual([]);
});

test("the host's own code is not narrowed", async () => {
  const articles = host().strapi.documents(ARTICLE) as unknown as { count: (params: object) => Promise<number> };
  expect(await articles.count({ persona: 'finance' })).toBe(await articles.count({}));
});
