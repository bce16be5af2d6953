import { decide, planByRules } from '../../server/core/rules';
import type { Rule } from '../../server/core/rules-api';
import type { Tag, TagOrigin } from '../../server/core/vocabulary';

const aRule = (key: string, gives: Partial<Rule>): Rule => ({
  key,
  contentType: 'api::article.article',
  condition: null,
  personas: [],
  stages: [],
  excluded: null,
  ...gives,
});

const pairs = (rules: readonly Rule[]): readonly string[] | undefined =>
  decide(rules)?.tags.map(({ persona, stage }) => `${persona ?? '-'}.${stage ?? '-'}`);

describe('what rules say together', () => {
  const a = aRule('a', { stages: ['awareness'] });
  const b = aRule('b', { personas: ['ops', 'it'] });
  const c = aRule('c', { personas: ['hr'], stages: ['decision', 'adoption'] });
  const legal = aRule('legal', { excluded: 'legal' });

  test.each<[string, readonly Rule[], readonly string[] | undefined, string | undefined]>([
    ['none: nothing', [], undefined, undefined],
    ['one side stays open', [a], ['-.awareness'], 'a'],
    ['each side from the first that names it', [a, b, c], ['ops.awareness', 'it.awareness'], 'b a'],
    ['both sides from one', [c, a, b], ['hr.decision', 'hr.adoption'], 'c'],
    ['the first takes it out of the journeys', [legal, c], [], 'legal'],
    ['what comes after a place cannot', [a, legal, b], ['ops.awareness', 'it.awareness'], 'b a'],
  ])('%s', (_name, rules, expected, by) => {
    expect(pairs(rules)).toEqual(expected);
    expect(decide(rules)?.rule).toBe(by);
  });

  test('out of the journeys says why', () => {
    expect(decide([legal])?.excluded).toEqual({ reason: 'legal' });
  });
});

describe('what a decision changes', () => {
  const tag = (persona: string, stage: string, origin: TagOrigin): Tag => ({ persona, stage, origin });
  const decision = decide([aRule('a', { personas: ['ops'], stages: ['awareness'] })]);

  test('what rules set goes when they no longer say it, what they say comes', () => {
    const current = { tags: [tag('ops', 'decision', 'rule'), tag('ops', 'awareness', 'rule')], excluded: null };
    expect(planByRules(current, decision)).toMatchObject({
      insert: [],
      adopt: [{ persona: 'ops', stage: 'awareness' }],
      remove: [{ persona: 'ops', stage: 'decision' }],
      excluded: null,
    });
    expect(planByRules(current, null)?.remove).toHaveLength(2);
  });

  test.each<[string, Parameters<typeof planByRules>[0]]>([
    ['a tag of a person', { tags: [tag('ops', 'decision', 'person')], excluded: null }],
    [
      'a tag beside those of rules',
      { tags: [tag('ops', 'decision', 'rule'), tag('it', 'decision', 'import')], excluded: null },
    ],
    ['an exclusion by a person', { tags: [], excluded: { reason: 'legal', rule: '' } }],
  ])('%s keeps rules away', (_name, current) => {
    expect(planByRules(current, decision)).toBeNull();
    expect(planByRules(current, null)).toBeNull();
  });

  test('an exclusion by a rule follows the rules', () => {
    expect(planByRules({ tags: [], excluded: { reason: 'legal', rule: 'x' } }, decision)).toMatchObject({
      insert: [{ persona: 'ops', stage: 'awareness' }],
      excluded: null,
    });
  });
});
