/** Sheets as people keep them, each as it came: what they say is read, what could mean two things is asked. */
import type { ImportBody } from '../../server/core/import-api';
import { hostForAll } from '../support/host';
import { importer, type Importer } from '../support/import';
import { anArticle, ARTICLE, tagged, withAxes, withSetting } from '../support/library';
import { superAdmin } from '../support/users';

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
let send: Importer;
let ids: Readonly<Record<'budget' | 'friday' | 'count' | 'newsletter' | 'vega', string>>;

beforeAll(async () => {
  await withAxes(
    host(),
    'finance-lead team-member it-administrator',
    'awareness:buyer consideration:buyer decision:buyer onboarding:customer adoption:customer'
  );
  await host()
    .strapi.db.query('plugin::content-strategy.stage')
    .update({ where: { key: 'awareness' }, data: { aliases: ['TOFU'] } });
  await withSetting(host(), ARTICLE, { urlPattern: '/{locale}/blog/{slug}' });
  const article = (title: string, slug: string) => anArticle(host(), { title, data: { slug } });
  ids = {
    budget: await article('Who owns a budget once it is approved?', 'budget-owners'),
    friday: await article('Ten minutes on Friday: a habit for clean books', 'ten-minutes-on-friday'),
    count: await article('Count your subscriptions before you cut them', 'count-your-subscriptions'),
    newsletter: await article('Every newsletter since the first', 'newsletter-archive'),
    vega: await article('Vega Energy adds purchasing after a year of cards', 'vega-energy'),
  };
  const { token } = await superAdmin(host());
  send = importer(host(), token);
});

const lines = (...rows: readonly string[]): string => [...rows, ''].join('\n');
const examples = ({ examples: some }: ImportBody) =>
  Object.fromEntries(
    some.map(({ documentId, after }) => [
      Object.entries(ids).find(([, id]) => id === documentId)?.[0],
      after.tags.map(({ persona, stage }) => `${persona ?? '-'}.${stage ?? '-'}`).sort(),
    ])
  );

test('a calendar: persona and stage in one cell, the title under "Title/Hook"', async () => {
  const sheet = lines(
    'Date,Channel,Theme/Topic,Format,Title/Hook,Primary Keyword/Angle,Persona/Stage,Offer/CTA,Asset Owner,Status',
    '2026-09-02,SEO,Budgets,Pillar Blog,Who owns a budget once it is approved?,budget owner,Finance lead/Consideration,Guide,A.,Planned',
    '2026-09-04,SEO,Habits,Blog,Ten minutes on Friday: a habit for clean books,habit,CTO/Awareness,Guide,A.,Planned'
  );
  const { data } = await send(sheet, { dryRun: 'true' });
  expect(data.counts).toMatchObject({ rows: 2, created: 1, rejected: 1 });
  expect(data.unknown).toEqual({ personas: [{ value: 'CTO', rows: 1 }], stages: [], decisions: [] });
  expect(data.problems).toMatchObject([{ line: 3, column: 'Persona/Stage', value: 'CTO' }]);
  const mapped = await send(sheet, {
    dryRun: 'true',
    options: { values: { personas: { CTO: 'it-administrator' } } },
  });
  expect(examples(mapped.data)).toEqual({
    budget: ['finance-lead.consideration'],
    friday: ['it-administrator.awareness'],
  });
});

test('what an entry cannot take is told of the column that says it, whether one or two', async () => {
  const personas = host().strapi.db.query('plugin::content-strategy.persona');
  await personas.update({ where: { key: 'team-member' }, data: { retired: true } });
  const { data } = await send(lines('URL,Stage / Persona', '/en/blog/vega-energy,Decision / Team member'), {
    dryRun: 'true',
  });
  await personas.update({ where: { key: 'team-member' }, data: { retired: false } });
  expect(data.problems).toEqual([
    {
      line: 2,
      column: 'Stage / Persona',
      value: '',
      reason: 'The persona "team-member" is retired and cannot be set any more.',
    },
  ]);
});

test('an audit: its words for decisions are known, asked where they could mean two, and remembered', async () => {
  const sheet = lines(
    'rec,cat,wp_id,slug,users_12mo,views_12mo,avg_eng_sec,reason,matched_ga_title,wp_title,link',
    'DELETE,news,59338,newsletter-archive,0,0,0.0,Zero traffic 12mo,,Every newsletter since the first,https://stage.example.com/en/blog/newsletter-archive/',
    'REVIEW-DELETE,case_study,47401,vega-energy,1,1,0.0,"Case study, 1 users in 12mo",,Vega Energy adds purchasing after a year of cards,https://stage.example.com/en/customers/vega-energy/',
    'REDIRECT,news,52003,budget-owners,10,11,90.2,10 users; redirect to topical hub,,Who owns a budget once it is approved?,https://stage.example.com/en/blog/budget-owners/',
    'KEEP,news,1,ten-minutes-on-friday,900,1100,60.2,,,Ten minutes on Friday: a habit for clean books,https://stage.example.com/en/blog/ten-minutes-on-friday/'
  );
  const { data } = await send(sheet, { dryRun: 'true' });
  expect(data.counts).toMatchObject({ rows: 4, decided: 2, rejected: 2 });
  expect(data.unknown.decisions).toEqual([
    { value: 'REVIEW-DELETE', rows: 1 },
    { value: 'REDIRECT', rows: 1 },
  ]);
  expect(data.assumed.decisions).toEqual([{ value: 'DELETE', rows: 1, means: 'retire' }]);

  const options = { values: { decisions: { REDIRECT: 'retire', 'REVIEW-DELETE': null } } };
  const done = await send(sheet, { options });
  expect(done.data.counts).toMatchObject({ decided: 3, rejected: 0, unchanged: 1 });
  const again = await send(sheet, { dryRun: 'true' });
  expect(again.data).toMatchObject({ remembered: true, counts: { decided: 0, rejected: 0, unchanged: 4 } });
  expect(again.data.options.values.decisions).toEqual({ REDIRECT: 'retire', 'REVIEW-DELETE': null, DELETE: 'retire' });
  const other = await send(sheet, { dryRun: 'true', options: { values: { decisions: { KEEP: 'none' } } } });
  expect(other.data.counts).toMatchObject({ decided: 1, undecided: 1, rejected: 2 });
  const { status, body } = await send(sheet, { options: { values: { decisions: { DELETE: 'burn' } } } });
  expect([status, body.error?.message]).toEqual([
    400,
    '`options.values.decisions.DELETE`: must be one of keep, update, merge, retire, none.',
  ]);
});

test('a header below a banner and once more', async () => {
  const { data } = await send(
    lines(
      'Example - GUIDELINES,Drive - IMAGES,,,,',
      'Week,Blog Type,Blog title,Stage,Blog Link,Published date',
      'Week 1,Informational,Who owns a budget once it is approved?,Awareness,https://example.com/en/blog/budget-owners,26/9/25',
      ',Commercial,Ten minutes on Friday: a habit for clean books,Consideration,https://example.com/en/blog/ten-minutes-on-friday,1/10/25',
      ',,,,,',
      '—,—,—,—,—,—',
      'Week,Blog Type,Blog title,Stage,Blog Link,Published date',
      'Week 5,Informational,Count your subscriptions before you cut them,Decision,https://example.com/en/blog/count-your-subscriptions,3/10/25'
    ),
    { dryRun: 'true' }
  );
  expect(data).toMatchObject({ problems: [], counts: { rows: 3, created: 3 } });
  expect(examples(data)).toEqual({ budget: ['-.awareness'], friday: ['-.consideration'], count: ['-.decision'] });
});

test('buyer stage, primary and secondary persona, recommended action', async () => {
  const { data } = await send(
    lines(
      'Page URL,Buyer Stage,Primary Persona,Secondary Persona,Recommended Action',
      'https://example.com/en/blog/budget-owners,Awareness,Finance lead,IT administrator,Keep',
      'https://example.com/en/blog/ten-minutes-on-friday,Decision,Team member,,Update'
    ),
    { dryRun: 'true' }
  );
  expect(data).toMatchObject({ problems: [], counts: { rows: 2, created: 2, decided: 2 } });
  expect(examples(data)).toEqual({
    budget: ['finance-lead.awareness', 'it-administrator.awareness'],
    friday: ['team-member.decision'],
  });
});

test('two columns of one name that nobody needs', async () => {
  const { data } = await send(
    lines('URL,Stage,Notes,Owner,Notes', 'https://example.com/en/blog/budget-owners,Awareness,a,b,c'),
    { dryRun: 'true' }
  );
  expect(data).toMatchObject({ problems: [], counts: { rows: 1, created: 1 } });
});

test('dashes say nothing and take nothing away; what blank cells take away is counted before; asked once', async () => {
  for (const id of [ids.count, ids.budget, ids.friday, ids.vega]) {
    await tagged(host(), ARTICLE, id, 'team-member.awareness');
  }
  const sheet = lines(
    'URL,Target Audience',
    '/en/blog/count-your-subscriptions,—',
    '/en/blog/budget-owners,',
    '/en/blog/ten-minutes-on-friday,-',
    '/en/blog/vega-energy,Finance lead'
  );
  const { data } = await send(sheet, { dryRun: 'true' });
  expect(data).toMatchObject({
    problems: [],
    remembered: false,
    counts: { rows: 4, changed: 2, unchanged: 2, cleared: 1, rejected: 0 },
  });
  expect(data.assumed.personas).toEqual([
    { value: '—', rows: 1, means: null },
    { value: '-', rows: 1, means: null },
  ]);
  const done = await send(sheet);
  expect(done.data.counts).toEqual(data.counts);
  const again = await send(sheet, { dryRun: 'true' });
  expect(again.data).toMatchObject({ remembered: true, counts: { unchanged: 4 } });
  expect(again.data.assumed.personas).toEqual([]);
  expect(again.data.options.values.personas).toEqual({ '—': null, '-': null });
  const meant = await send(sheet, {
    dryRun: 'true',
    options: { values: { personas: { '-': 'it-administrator' } } },
  });
  expect(meant.data.counts).toMatchObject({ changed: 2, cleared: 0 });
});

test('stages as people write them are understood as what they are called here', async () => {
  const { data } = await send(
    lines(
      'URL,Funnel stage',
      '/en/blog/count-your-subscriptions,Top of funnel',
      '/en/blog/budget-owners,2 - Consideration',
      '/en/blog/ten-minutes-on-friday,Onboarding / Adoption',
      '/en/blog/vega-energy,Brand awareness',
      '/en/blog/newsletter-archive,Awareness stage'
    ),
    { dryRun: 'true' }
  );
  expect(data.counts).toMatchObject({ rows: 5, rejected: 1 });
  expect(data.unknown.stages).toEqual([{ value: 'Brand awareness', rows: 1 }]);
  expect(data.assumed.stages).toEqual([
    { value: 'Top of funnel', rows: 1, means: 'awareness' },
    { value: '2 - Consideration', rows: 1, means: 'consideration' },
    { value: 'Awareness stage', rows: 1, means: 'awareness' },
  ]);
});
