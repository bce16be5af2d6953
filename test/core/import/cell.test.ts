import fc from 'fast-check';
import { DEFAULT_STAGES } from '../../../server/core/default-stages';
import { readCell } from '../../../server/core/import/cell';
import { readExclusion } from '../../../server/core/import/exclusion';
import { createLexicon, type Named } from '../../../server/core/import/lexicon';

const aName = (key: string, name = key, aliases: readonly string[] = [], retired = false): Named => ({
  key,
  name,
  aliases,
  retired,
});

const personas = createLexicon(
  [
    aName('everyone', 'Everyone'),
    aName('finance-lead', 'Finance lead'),
    aName('buyer', 'Käufer:in'),
    aName('it', 'IT, "admins"; and ops'),
    aName('formula', '=IT'),
    aName('twin-a', 'Twin'),
    aName('twin-b', 'Twin'),
    aName('old', 'Ops', [], true),
    aName('ops', 'Ops'),
    aName('gone', 'Gone', [], true),
  ],
  new Map<string, string | null>([
    ['CFO', 'finance-lead'],
    ['n/a', null],
  ])
);
const stages = createLexicon(DEFAULT_STAGES.map((stage) => ({ ...stage, retired: false })));

test.each([
  ['', []],
  [' - ', []],
  ['Finance lead', ['finance-lead']],
  ['finance-lead', ['finance-lead']],
  ['FINANCE  Lead ', ['finance-lead']],
  ['kaufer:in', ['buyer']],
  ['Persona: Käufer:in', ['buyer']],
  ['Finance lead; Everyone', ['finance-lead', 'everyone']],
  ['Finance lead, everyone', ['finance-lead', 'everyone']],
  ['Finance lead | Everyone\r\nops', ['finance-lead', 'everyone', 'ops']],
  ['Finance lead; finance-lead', ['finance-lead']],
  ['IT, "admins"; and ops; Finance lead', ['it', 'finance-lead']],
  ["'=IT", ['formula']],
  ["'=IT; ops", ['formula', 'ops']],
  ['CFO; N/A', ['finance-lead']],
  ['Gone', ['gone']],
])('personas %j', (cell, keys) => {
  expect(readCell(cell, personas)).toEqual({ keys, unknown: [], ambiguous: [] });
});

test.each([
  ['TOFU', ['awareness']],
  ['Top of the funnel', ['awareness']],
  ['Case: Decision', ['decision']],
  ['Stage: BOFU, set up', ['decision', 'onboarding']],
  ['post-purchase', ['onboarding']],
  ['Cross-Sell', ['expansion']],
])('stages %j', (cell, keys) => {
  expect(readCell(cell, stages)).toEqual({ keys, unknown: [], ambiguous: [] });
});

test('what is unknown or could be two is told apart, the rest is read', () => {
  expect(readCell('Finance lead; CEO; Twin; CEO, CTO', personas)).toEqual({
    keys: ['finance-lead'],
    unknown: ['CEO', 'CTO'],
    ambiguous: [{ value: 'Twin', keys: ['twin-a', 'twin-b'] }],
  });
});

test('whatever names there are, a list of them is read', () => {
  const word = fc.stringMatching(/^[a-z]{1,6}([ ,;:|-]{1,2}[a-z]{1,6}){0,2}$/);
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, maxLength: 4, selector: (name) => name.replace(/[^a-z]+/g, '') }),
      (names) => {
        const lexicon = createLexicon(names.map((name, at) => aName(`key${at}`, name)));
        const first = names[0] ?? '';
        expect(readCell(first, lexicon).keys).toEqual(['key0']);
        expect(readCell(names.join('\n'), lexicon).unknown).toEqual([]);
      }
    )
  );
});

test('no cell takes long', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ';', ',', ':', ' ', 'é', '\n'), maxLength: 10_000 }), (cell) => {
      readCell(cell, stages);
    }),
    { numRuns: 50 }
  );
});

test.each([
  ['', null],
  ['no', null],
  ['Legal', 'legal'],
  ['Error page', 'error-page'],
  ['x', 'other'],
  ['because', undefined],
])('not part of a journey %j', (cell, reason) => {
  expect(readExclusion(cell)).toBe(reason);
});
