import { planSetup, valueName, wantedValues } from '../../../admin/pages/setup/setup-plan';
import { EMPTY_DRAFT, type SetupDraft } from '../../../admin/pages/setup/setup-draft';
import { valuesKey, type SetupFacts, type SetupField } from '../../../admin/pages/setup/setup-facts';
import { DEFAULT_STAGES } from '../../../server/core/default-stages';
import { aPersona } from '../../support/builders';

const STAGES = DEFAULT_STAGES.map((stage, position) => ({ ...stage, position, retired: false }));
const type = (name: string, audited = true) => ({
  uid: `api::${name}.${name}`,
  displayName: name,
  kind: 'collectionType' as const,
  entries: 10,
  audited,
});

const aField = (field: string, kind: SetupField['kind'], operator: SetupField['operator'] = 'is'): SetupField => ({
  field,
  kind,
  operator,
});

const facts = (overrides: Partial<SetupFacts> = {}): SetupFacts => ({
  types: [type('article'), type('page'), type('author', false)],
  stages: STAGES,
  personas: [],
  fields: new Map([
    ['api::article.article', [aField('audience', 'enumeration'), aField('title', 'text')]],
    ['api::page.page', [aField('category.name', 'relation'), aField('hidden', 'boolean')]],
  ]),
  values: new Map([
    [valuesKey({ uid: 'api::article.article', field: 'audience' }), [{ value: 'it-admin', entries: 7 }, { value: 'CFO', entries: 9 }]],
    [
      valuesKey({ uid: 'api::page.page', field: 'category.name' }),
      [{ value: 'News', entries: 5 }, { value: 'Press', entries: 4 }, { value: 'Help', entries: 3 }, { value: 'Imprint', entries: 1 }, { value: 'Misc', entries: 1 }],
    ],
  ]),
  ...overrides,
}); // prettier-ignore
const draft = (overrides: Partial<SetupDraft> = {}): SetupDraft => ({ ...EMPTY_DRAFT, ...overrides });

test('undecided, all is suggested: personas by a field’s name, stages by a type’s or a value’s', () => {
  const { input, personas } = planSetup(draft(), facts());
  expect(personas.source?.field).toBe('audience');
  expect(input).toEqual({
    personas: [
      { key: 'cfo', name: 'CFO' },
      { key: 'it-admin', name: 'It admin' },
    ],
    rules: [
      { contentType: 'api::article.article', condition: { field: 'audience', operator: 'is', values: ['CFO'] }, personas: ['cfo'], stages: [], excluded: null },
      { contentType: 'api::article.article', condition: { field: 'audience', operator: 'is', values: ['it-admin'] }, personas: ['it-admin'], stages: [], excluded: null },
      { contentType: 'api::article.article', condition: null, personas: [], stages: ['awareness'], excluded: null },
      { contentType: 'api::page.page', condition: { field: 'category.name', operator: 'is', values: ['Imprint'] }, personas: [], stages: [], excluded: 'legal' },
      { contentType: 'api::page.page', condition: { field: 'category.name', operator: 'is', values: ['News', 'Press'] }, personas: ['everyone'], stages: ['awareness'], excluded: null },
      { contentType: 'api::page.page', condition: { field: 'category.name', operator: 'is', values: ['Help'] }, personas: ['everyone'], stages: ['adoption'], excluded: null },
    ],
  });
}); // prettier-ignore

test('what holds most of the library is decided first', () => {
  const { placing } = planSetup(
    draft(),
    facts({ types: [{ ...type('article'), entries: 0 }, type('page'), type('news')] })
  );
  expect(placing.map(({ type: { displayName } }) => displayName)).toEqual(['page', 'news', 'article']);
});

test('only what is needed is asked for', () => {
  expect(wantedValues(draft(), facts())).toEqual([
    { uid: 'api::article.article', field: 'audience' },
    { uid: 'api::page.page', field: 'category.name' },
  ]);
  const decided = draft({ source: null, types: { 'api::page.page': { by: null } } });
  expect(wantedValues(decided, facts())).toEqual([]);
});

test('without personas entries are for everyone; without a stage nothing is placed', () => {
  const decided = draft({ source: null, types: { 'api::page.page': { by: null } } });
  expect(planSetup(decided, facts()).input).toEqual({
    rules: [{ contentType: 'api::article.article', condition: null, personas: ['everyone'], stages: ['awareness'], excluded: null }],
  });
}); // prettier-ignore

test('personas there are already are used by name and no field is taken by itself', () => {
  const known = facts({ personas: [aPersona('cfo', { name: 'Cfo' })] });
  expect(planSetup(draft(), known).personas.source).toBeNull();
  const { input } = planSetup(draft({ source: 'audience', typed: ['Ops', 'cfo', '—'], leftOut: ['it-admin'] }), known);
  expect(input.personas).toEqual([
    { key: 'ops', name: 'Ops' },
    { key: 'persona', name: '—' },
  ]);
  expect(input.rules.filter(({ contentType }) => contentType === 'api::article.article')).toHaveLength(2);
  expect(input.rules[0]?.personas).toEqual(['cfo']);
});

test('only changed content types are sent, and one that is out has no rules', () => {
  const { input } = planSetup(
    draft({ audited: { 'api::author.author': true, 'api::page.page': false, 'api::article.article': true } }),
    facts()
  );
  expect(input.contentTypes).toEqual([
    { uid: 'api::page.page', audited: false },
    { uid: 'api::author.author', audited: true },
  ]);
  expect(input.rules.some(({ contentType }) => contentType === 'api::page.page')).toBe(false);
});

test('a type that is no part of a journey has one rule; values may still be placed', () => {
  const choice = { stages: [], personas: [], excluded: 'legal' as const };
  const help = { stages: ['adoption'], personas: ['everyone'], excluded: null };
  const decided = draft({
    types: {
      'api::article.article': { choice },
      'api::page.page': { choice, by: 'category.name', values: { [valueName('category.name', 'News')]: help } },
    },
  });
  const { rules } = planSetup(decided, facts()).input;
  expect(rules.filter(({ contentType }) => contentType === 'api::article.article')).toEqual([
    { contentType: 'api::article.article', condition: null, ...choice },
  ]);
  expect(rules.at(-1)).toMatchObject({ condition: null, excluded: 'legal' });
  expect(rules.find(({ condition }) => condition?.values.includes('News'))).toMatchObject(help);
});

test('a persona taken out again is gone from every choice', () => {
  const types = { 'api::article.article': { choice: { stages: ['decision'], personas: ['ops'], excluded: null } } };
  const withOps = planSetup(draft({ source: null, typed: ['Ops'], types }), facts());
  expect(withOps.placing[0]?.choice.personas).toEqual(['ops']);
  expect(planSetup(draft({ source: null, types }), facts()).placing[0]?.choice.personas).toEqual([]);
});

test('a persona whose name stands in a field’s values is proposed for them; the rest stays for everyone', () => {
  const typed = draft({ source: null, typed: ['IT admin', 'CFO', 'Nurse'] });
  const wanted = wantedValues(typed, facts());
  expect(wanted).toContainEqual({ uid: 'api::article.article', field: 'audience' });
  const { input, placing } = planSetup(typed, facts());
  const named = (value: string, key: string) => ({
    contentType: 'api::article.article',
    condition: { field: 'audience', operator: 'is', values: [value] },
    personas: [key],
    stages: [],
    excluded: null,
  });
  expect(input.rules.filter(({ contentType }) => contentType === 'api::article.article')).toEqual([
    named('it-admin', 'it-admin'),
    named('CFO', 'cfo'),
    {
      contentType: 'api::article.article',
      condition: null,
      personas: ['everyone'],
      stages: ['awareness'],
      excluded: null,
    },
  ]);
  expect(placing.find(({ type: { uid } }) => uid === 'api::page.page')?.whom).toBeNull();
  // Said by somebody, it holds.
  const choice = { stages: ['awareness'], personas: ['nurse'], excluded: null };
  const said = planSetup({ ...typed, types: { 'api::article.article': { choice } } }, facts());
  expect(said.placing.find(({ type: { uid } }) => uid === 'api::article.article')?.whom).toBeNull();
});

test.each([
  ['IT admins', true],
  ['For all IT Admins', true],
  ['CFOs', true],
  ['IT admin tools', false],
  ['Office of the CFO', false],
])('a value “%s” names a persona: %s', (value, names) => {
  const values = new Map([[valuesKey({ uid: 'api::article.article', field: 'audience' }), [{ value, entries: 1 }]]]);
  const { placing } = planSetup(draft({ source: null, typed: ['IT admin', 'CFO'] }), facts({ values }));
  expect(placing.find(({ type: { uid } }) => uid === 'api::article.article')?.whom != null).toBe(names);
});

test('what a topic is called takes no entry out of the journeys', () => {
  const ref = { uid: 'api::page.page', field: 'topics.name' };
  const known = facts({
    fields: new Map([['api::page.page', [aField(ref.field, 'relation')]]]),
    values: new Map([[valuesKey(ref), [{ value: 'Terms of service', entries: 5 }]]]),
  });
  const { placing } = planSetup(draft({ types: { 'api::page.page': { by: ref.field } } }), known);
  expect(placing.find(({ type: { uid } }) => uid === ref.uid)?.values?.[0]?.choice.excluded).toBeNull();
});

test('texts that list their values are placed by what they list', () => {
  const ref = { uid: 'api::page.page', field: 'formats' };
  const known = facts({
    fields: new Map([['api::page.page', [aField(ref.field, 'text', 'lists')]]]),
    values: new Map([[valuesKey(ref), [{ value: 'Case studies', entries: 5 }]]]),
  });
  const { input } = planSetup(draft({ types: { 'api::page.page': { by: ref.field } } }), known);
  expect(input.rules.find(({ contentType }) => contentType === ref.uid)).toMatchObject({
    condition: { field: 'formats', operator: 'lists', values: ['Case studies'] },
    stages: ['consideration'],
  });
});

test('nothing is looked into for personas while there are none', () => {
  expect(wantedValues(draft({ source: null }), facts())).not.toContainEqual({
    uid: 'api::article.article',
    field: 'audience',
  });
});
