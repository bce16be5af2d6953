import fc from 'fast-check';
import { DEFAULT_STAGES } from '../../../server/core/default-stages';
import { readCell } from '../../../server/core/import/cell';
import { readCombined } from '../../../server/core/import/combined';
import { readExclusion } from '../../../server/core/import/exclusion';
import { assuming, createLexicon, type Named } from '../../../server/core/import/lexicon';
import { guessPersona } from '../../../server/core/import/persona-words';
import { guessStage } from '../../../server/core/import/stage-words';

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
  ['  ;', []],
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
  expect(readCell(cell, personas)).toMatchObject({ keys, unknown: [], ambiguous: [], assumed: [] });
});

test.each([
  ['TOFU', ['awareness']],
  ['Top of the funnel', ['awareness']],
  ['Case: Decision', ['decision']],
  ['Stage: BOFU, set up', ['decision', 'onboarding']],
  ['post-purchase', ['onboarding']],
  ['Cross-Sell', ['expansion']],
  ['Onboarding / Adoption', ['onboarding', 'adoption']],
  ['TOFU & MOFU', ['awareness', 'consideration']],
])('stages %j', (cell, keys) => {
  expect(readCell(cell, stages)).toMatchObject({ keys, unknown: [], ambiguous: [], assumed: [] });
});

const people = assuming(personas, guessPersona);
const guessed = assuming(stages, guessStage);

test.each([
  '—',
  '–',
  '-',
  '--',
  ' - ',
  '−',
  '?',
  '???',
  '…',
  '.',
  '/',
  '(none)',
  'n/a',
  'N/A',
  'n / a',
  '\u200B',
  'n.a.',
  '#N/A',
  '#REF!',
  'NA',
  'TBD',
  'tbd?',
  'T.B.D.',
  'TBA',
  'none',
  'None.',
  '[not set]',
  'Not applicable',
  'k. A.',
  'keine Angabe',
  'néant',
  'à définir',
  'por definir',
  'não definido',
  'なし',
  "'-",
  "'—",
  '- ; n/a',
  'TBD\n', // prettier-ignore
])('%j says nothing', (cell) => {
  for (const lexicon of [people, guessed]) {
    expect(readCell(cell, lexicon)).toMatchObject({ keys: [], unknown: [], isSilent: true });
  }
});

test('what says nothing is told; beside a name it leaves the name; a persona of that name is meant', () => {
  expect(readCell('Finance lead; TBD', people)).toMatchObject({
    keys: ['finance-lead'],
    assumed: [{ value: 'TBD', means: null }],
    isSilent: false,
  });
  const named = assuming(createLexicon([aName('none', 'None')]), () => null);
  expect(readCell('none', named)).toMatchObject({ keys: ['none'], assumed: [] });
  expect(readCell('', people)).toMatchObject({ keys: [], isSilent: false });
});

test.each([
  ['1 - Awareness', ['awareness']],
  ['1. Awareness', ['awareness']],
  ['1.Awareness', ['awareness']],
  ['(2) Consideration', ['consideration']],
  ['01 Awareness', ['awareness']],
  ['1️⃣ Awareness', ['awareness']],
  ['🟢 Awareness', ['awareness']],
  ['Awareness stage', ['awareness']],
  ['the Awareness phase', ['awareness']],
  ['Awareness-Phase', ['awareness']],
  ['Stage 2: Consideration', ['consideration']],
  ['Stage 2 - Consideration', ['consideration']],
  ['Stage 2 Consideration', ['consideration']],
  ['Phase 3 – Decision', ['decision']],
  ['Top of funnel', ['awareness']],
  ['top-of-funnel', ['awareness']],
  ['ToF', ['awareness']],
  ['Mid funnel', ['consideration']],
  ['Middle of the sales funnel', ['consideration']],
  ['BOF', ['decision']],
  ['lower funnel', ['decision']],
  ['TOFU (Awareness)', ['awareness']],
  ['Awareness (Top of funnel)', ['awareness']],
  ['Awareness - TOFU', ['awareness']],
  ['TOFU/MOFU', ['awareness', 'consideration']],
  ['1 - Awareness / 2 - Consideration', ['awareness', 'consideration']],
  ['Onboarding and adoption stage', ['onboarding', 'adoption']],
  ['Erwägung', ['consideration']],
  ['Étape : considération', ['consideration']],
  ['Entscheidung', ['decision']],
])('the stage %j is understood', (cell, keys) => {
  expect(readCell(cell, guessed)).toMatchObject({ keys, unknown: [] });
});

test.each([
  'Brand awareness',
  'Awareness (brand)',
  'Awareness?',
  'Awareness or decision',
  'Awareness → Decision',
  'Pre-purchase',
  'Stage 2',
  'Top',
  'Funnel',
  'Customer',
  'Decision maker',
  'Awareness (Decision)',
  'Onboarding / Training',
  'Early',
  '2', // prettier-ignore
])('the stage %j is asked', (cell) => {
  expect(readCell(cell, guessed)).toMatchObject({ keys: [], unknown: [cell] });
});

test.each([
  '1 - Finance lead',
  '2. finance lead',
  '🎯 Finance lead',
  'Finance lead persona',
  'The Finance lead',
  '(1) CFO',
])('the persona %j is understood', (cell) => {
  expect(readCell(cell, people)).toMatchObject({ keys: ['finance-lead'], unknown: [] });
});

test.each(['Finance leads', 'Finance', 'Finance lead?', 'Finance lead (EU)', 'Persona 1', '1', 'Twin persona'])(
  'the persona %j is asked',
  (cell) => {
    expect(readCell(cell, people)).toMatchObject({ keys: [], unknown: [cell] });
  }
);

test('funnel words follow the aliases that stages have here, and are asked where none has', () => {
  const own = createLexicon([aName('attract', 'Attract', ['TOFU'])]);
  expect(readCell('Top of funnel', assuming(own, guessStage)).keys).toEqual(['attract']);
  expect(readCell('Bottom of funnel', assuming(own, guessStage)).unknown).toEqual(['Bottom of funnel']);
});

test('whatever is written, guessing finds one word for it or asks', () => {
  const unit = fc.constantFrom('Awareness', 'stage', 'TOFU', '1', ' ', ' - ', '(', ')', '/', ':', 'Brand', '—', 'n/a');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 8 }), (cell) => {
      const { keys, unknown, isSilent } = readCell(cell, guessed);
      if (cell.trim() !== '' && !/^[;,|\s]*$/.test(cell))
        expect(keys.length + unknown.length > 0 || isSilent).toBe(true);
    })
  );
});

test('what is unknown or could be two is told apart, the rest is read', () => {
  expect(readCell('Finance lead; CEO; Twin; CEO, CTO', personas)).toMatchObject({
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
      readCell(cell, guessed);
      readCombined(cell, { personas: people, stages: guessed }, ['personas', 'stages']);
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

const pairsOf = (cell: string, isStageFirst = false) =>
  readCombined(
    cell,
    { personas: people, stages: guessed },
    isStageFirst ? ['stages', 'personas'] : ['personas', 'stages']
  ).map(({ personas: some, stages: others }) => [some?.keys.join(' ') ?? null, others?.keys.join(' ') ?? null]);

test.each([
  ['Finance lead/Consideration', [['finance-lead', 'consideration']]],
  ['Finance lead / Consideration', [['finance-lead', 'consideration']]],
  ['Consideration - Finance lead', [['finance-lead', 'consideration']]],
  ['Finance lead – TOFU', [['finance-lead', 'awareness']]],
  ['Finance lead: Consideration', [['finance-lead', 'consideration']]],
  ['Finance lead (Consideration)', [['finance-lead', 'consideration']]],
  ['Finance lead, Consideration', [['finance-lead', 'consideration']]],
  ['Finance lead | 1 - Awareness', [['finance-lead', 'awareness']]],
  ['Finance lead\nConsideration', [['finance-lead', 'consideration']]],
  ['Finance lead-Consideration', [['finance-lead', 'consideration']]],
  ['CFO, Ops / TOFU, MOFU', [['finance-lead ops', 'awareness consideration']]],
  ['CFO/Awareness; Ops/Decision', [['finance-lead', 'awareness'], ['ops', 'decision']]], // prettier-ignore
  ['CFO/Awareness\nOps/Decision', [['finance-lead', 'awareness'], ['ops', 'decision']]], // prettier-ignore
  ['CFO/Awareness, Ops/Decision', [['finance-lead', 'awareness'], ['ops', 'decision']]], // prettier-ignore
  ['IT, "admins"; and ops / Decision', [['it', 'decision']]],
  ['Onboarding / Adoption', [[null, 'onboarding adoption']]],
  ['Consideration', [[null, 'consideration']]],
  ['Finance lead', [['finance-lead', null]]],
  ['Finance lead /', [['finance-lead', null]]],
  ['Finance lead / n/a', [['finance-lead', '']]],
  ['—', [[null, null]]],
  ['n/a', [[null, null]]],
  ['', [['', '']]],
])('persona and stage in %j', (cell, pairs) => {
  expect(pairsOf(cell)).toEqual(pairs);
});

test.each([
  ['CTO/Awareness', false, ['CTO'], []],
  ['Awareness/CTO', false, ['CTO'], []],
  ['Finance lead/Trial', false, [], ['Trial']],
  ['CTO/Trial', false, ['CTO'], ['Trial']],
  ['Trial/CTO', true, ['CTO'], ['Trial']],
  ['CTO', false, ['CTO'], []],
])('of %j what is not known is asked on its side', (cell, isStageFirst, unknownPersonas, unknownStages) => {
  const [part] = readCombined(
    cell,
    { personas: people, stages: guessed },
    isStageFirst ? ['stages', 'personas'] : ['personas', 'stages']
  );
  expect([part?.personas?.unknown ?? [], part?.stages?.unknown ?? []]).toEqual([unknownPersonas, unknownStages]);
});
