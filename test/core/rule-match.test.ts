import fc from 'fast-check';
import { compileRules, meets } from '../../server/core/rule-match';
import { RULE_OPERATORS, type RuleCondition } from '../../server/core/rules-api';

const aCondition = (operator: RuleCondition['operator'], ...values: string[]): RuleCondition => ({
  field: 'title',
  operator,
  values,
});
const said =
  (...texts: string[]) =>
  (field: string): readonly string[] =>
    field === 'title' ? texts : [];

test.each<[string, RuleCondition | null, readonly string[], boolean]>([
  ['every entry', null, [], true],
  ['the whole text, in any case', aCondition('is', 'ÜBER uns'), ['über UNS'], true],
  ['a part is not the whole', aCondition('is', 'über'), ['über uns'], false],
  ['a part', aCondition('contains', 'uns'), ['ÜBER UNS'], true],
  ['a start', aCondition('starts-with', 'über'), ['Über uns'], true],
  ['a start in the middle', aCondition('starts-with', 'uns'), ['Über uns'], false],
  ['no wildcards', aCondition('contains', '%', '_'), ['Über uns'], false],
  ['one of several values', aCondition('is', 'a', 'b'), ['B'], true],
  ['any of several texts', aCondition('is', 'b'), ['a', 'b'], true],
  ['an accent is another letter', aCondition('is', 'cafe'), ['café'], false],
  ['one letter written in two ways', aCondition('is', 'cafe\u0301'), ['caf\u00e9'], true],
  ['one of a list', aCondition('lists', 'PRICING'), ['Setup, pricing'], true],
  ['one of a list of one', aCondition('lists', 'pricing'), ['Pricing'], true],
  ['one of a list in JSON', aCondition('lists', 'b, c'), ['["a", "b, c"]'], true],
  ['a part of one of a list', aCondition('lists', 'pri'), ['Setup, pricing'], false],
  ['what only looks like JSON', aCondition('lists', '[a'), ['[a, b'], true],
  ['a field that says nothing', aCondition('contains', 'a'), [], false],
])('meets: %s', (_name, condition, texts, expected) => {
  expect(meets(condition, said(...texts))).toBe(expected);
});

const shortText = fc.string({ unit: fc.constantFrom('a', 'B', 'b', 'É', 'e', '😀', '%', ' ', ','), maxLength: 6 });
const condition = fc.record({
  field: fc.constantFrom('title', 'category.name'),
  operator: fc.constantFrom(...RULE_OPERATORS),
  values: fc.array(
    shortText.filter((text) => text !== ''),
    { minLength: 1, maxLength: 4 }
  ),
});

test('thousands of values that begin alike are told apart', () => {
  const values = Array.from({ length: 5_000 }, (_, at) => `${'same '.repeat(40)}${at}`);
  const rules = values.map((value) => ({ condition: aCondition('contains', value) }));
  const { matching } = compileRules([...rules, { condition: aCondition('starts-with', 'x') }]);
  const found = [...matching(said(`x and ${values[4_321] ?? ''}`))].sort((a, b) => a - b);
  expect(found).toEqual([4, 43, 432, 4_321, 5_000]);
});

test('many rules asked together say what each says alone', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ condition: fc.option(condition) }), { maxLength: 40 }),
      fc.dictionary(fc.constantFrom('title', 'category.name'), fc.array(shortText, { maxLength: 3 })),
      (rules, texts) => {
        const says = (field: string): readonly string[] => texts[field] ?? [];
        const together = [...compileRules(rules).matching(says)].sort((a, b) => a - b);
        const alone = rules.flatMap((rule, at) => (meets(rule.condition, says) ? [at] : []));
        expect(together).toEqual(alone);
      }
    )
  );
});
