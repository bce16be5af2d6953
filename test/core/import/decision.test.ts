import fc from 'fast-check';
import type { Decision } from '../../../server/core/decision';
import type { NamedDecision } from '../../../server/core/decisions-api';
import { decisionColumns } from '../../../server/core/exports/decision';
import { guarded } from '../../../server/core/formula';
import { recogniseColumns } from '../../../server/core/import/columns';
import { planDecision, type MergeLookup, type MergeRules } from '../../../server/core/import/decide';
import { createDecisionReader, type RowDecision } from '../../../server/core/import/decision-cells';
import { createDecisionLexicon } from '../../../server/core/import/decision-words';

const ENTRY = { uid: 'a', documentId: 'this' };
const PRICES = { uid: 'a', documentId: 'prices' };
const KEEP: Decision = { kind: 'keep', mergeInto: null, note: 'Fine', owner: 'Dana', due: '2026-12-31' };
const MERGE: Decision = { ...KEEP, kind: 'merge', mergeInto: { uid: 'a', documentId: 'gone' } };

const LOOKUPS: Readonly<Record<string, MergeLookup>> = {
  '/prices': { entry: PRICES },
  '/circle': { entry: { uid: 'a', documentId: 'circle' } },
  '/nothing': { reason: 'There is no entry.' },
  gone: { reason: 'There is no entry.' },
};
const merges: MergeRules = {
  lookUp: (words) => LOOKUPS[words],
  leadsBack: (_entry, { documentId }) => documentId === 'circle',
};

const row = (said: Partial<RowDecision>): RowDecision => ({
  kind: undefined,
  mergeInto: undefined,
  note: undefined,
  owner: undefined,
  due: undefined,
  ...said,
});

test.each<[string, Decision | null, Partial<RowDecision>[], unknown]>([
  ['a first decision', null, [{ kind: 'retire' }], { ...KEEP, kind: 'retire', note: '', owner: '', due: null }],
  ['the same again', KEEP, [{ kind: 'keep', note: 'Fine', owner: 'Dana', due: '2026-12-31' }], undefined],
  ['columns that the sheet does not have stay', KEEP, [{ kind: 'retire' }], { ...KEEP, kind: 'retire' }],
  ['blank details are taken away', KEEP, [{ kind: 'keep', note: '', due: '' }], { ...KEEP, note: '', due: null }],
  ['a decision is taken back by a word', KEEP, [{ kind: 'none', note: '' }], null],
  [
    'a blank decision says nothing, nor do blanks beside it',
    KEEP,
    [{ kind: '', note: '', due: '', owner: '' }],
    undefined,
  ],
  ['a note beside a blank decision', KEEP, [{ kind: '', note: 'Better', due: '' }], { ...KEEP, note: 'Better' }],
  [
    'taken back, yet with a note',
    KEEP,
    [{ kind: 'none', note: 'x' }],
    'decision-note: This needs a decision: write keep, update, merge or retire beside it.',
  ],
  ['blank where there was none', null, [{ kind: '', note: '', mergeInto: '' }], undefined],
  ['only a note in the sheet', KEEP, [{ note: 'Better' }], { ...KEEP, note: 'Better' }],
  ['only a blank note in the sheet', null, [{ note: '' }], undefined],
  [
    'a merge',
    null,
    [{ kind: 'merge', mergeInto: '/prices' }],
    { ...KEEP, kind: 'merge', mergeInto: PRICES, note: '', owner: '', due: null },
  ],
  ['a merge into what has gone or is hidden stays', MERGE, [{ kind: 'merge', mergeInto: '' }], undefined],
  [
    'a hidden target is not told by guessing it',
    MERGE,
    [{ kind: 'merge', mergeInto: 'gone' }],
    'merge-into: There is no entry.',
  ],
  ['a merge, its column left out', MERGE, [{ kind: 'merge' }], undefined],
  ['a merge becomes another kind', MERGE, [{ kind: 'keep', mergeInto: '' }], KEEP],
  [
    'two rows, one silent',
    null,
    [
      { kind: 'keep', note: '' },
      { kind: '', note: 'x' },
    ],
    { ...KEEP, note: 'x', owner: '', due: null },
  ],
  [
    'two rows at odds',
    null,
    [{ kind: 'keep' }, { kind: 'retire' }],
    'decision: The rows of this entry say "keep" and "retire"; say one.',
  ],
  [
    'a note without a decision',
    null,
    [{ kind: '', note: 'x' }],
    'decision-note: This needs a decision: write keep, update, merge or retire beside it.',
  ],
  [
    'a day without a decision',
    null,
    [{ due: '2026-12-31' }],
    'due: This needs a decision: write keep, update, merge or retire beside it.',
  ],
  [
    'a merge into nothing',
    null,
    [{ kind: 'merge', mergeInto: '' }],
    'merge-into: Into which entry? Name it by document ID, URL, slug or title.',
  ],
  [
    'a merge into what is not there',
    null,
    [{ kind: 'merge', mergeInto: '/nothing' }],
    'merge-into: There is no entry.',
  ],
  [
    'a circle',
    null,
    [{ kind: 'merge', mergeInto: '/circle' }],
    'merge-into: That entry is this one, or is to be merged into it itself.',
  ],
  [
    'kept, yet into another',
    null,
    [{ kind: 'keep', mergeInto: '/prices' }],
    'merge-into: Only a merge names another entry; the decision is "keep".',
  ],
])('%s', (_name, current, rows, expected) => {
  const plan = planDecision(ENTRY, current, rows.map(row), merges);
  expect('reason' in plan ? `${plan.meaning}: ${plan.reason}` : plan.decision).toEqual(expected);
});

const HEADERS = ['Decision', 'Decision note', 'Due', 'Decision owner', 'Merge into'];
const read = (cells: readonly string[]) => {
  const reader = createDecisionReader(recogniseColumns(HEADERS));
  if (reader === null) throw new Error('the columns are not recognised');
  return reader(cells);
};

test('a sheet without a column about decisions says nothing of them', () => {
  expect(createDecisionReader(recogniseColumns(['URL', 'Persona', 'Due']))).toBeNull();
});

test.each([
  ['Retire', 'retire'],
  [' DELETE ', 'retire'],
  ['rewrite', 'update'],
  ['Keep as-is', 'keep'],
  ['consolidate', 'merge'],
  ['', ''],
  ['-', ''],
  ['TBD', ''],
  ['n/a', ''],
  ['None', 'none'],
  ['CUT', 'retire'],
  ['Keep as is', 'keep'],
  ['✅ Keep', 'keep'],
  ['1. Update', 'update'],
  ['Überarbeiten', 'update'],
  ['löschen', 'retire'],
  ['Mettre à jour', 'update'],
  ['Eliminar', 'retire'],
  ['Fusionner', 'merge'],
  ['REDIRECT', undefined],
  ['REVIEW-DELETE', undefined],
  ['Keep?', undefined],
  ['keep / update', undefined],
  ['burn', undefined],
])('decision "%s" → %s', (cell, kind) => {
  const { said, problems } = read([cell]);
  expect(said.kind).toBe(kind);
  expect(problems).toHaveLength(kind === undefined ? 1 : 0);
});

test('words that are none of ours are told with what they were taken for; one that is not known is asked', () => {
  expect(read(['Delete']).assumed).toEqual([{ value: 'Delete', means: 'retire' }]);
  expect(read(['—']).assumed).toEqual([{ value: '—', means: null }]);
  expect(read(['Retire'])).toMatchObject({ assumed: [], unknown: [] });
  expect(read(['REDIRECT'])).toMatchObject({ assumed: [], unknown: ['REDIRECT'], problems: [{ value: 'REDIRECT' }] });
});

test('words mapped by hand mean what was said, also our own', () => {
  const lexicon = createDecisionLexicon(
    new Map([
      ['Redirect', 'merge'],
      ['delete', 'update'],
      ['later', null],
    ])
  );
  expect(['REDIRECT', 'Delete', 'later', 'keep'].map((word) => lexicon(word)?.kind)).toEqual([
    'merge',
    'update',
    '',
    'keep',
  ]);
});

test('dashes in details leave what stands there; what is not decided yet needs no decision for its reason', () => {
  expect(read(['keep', '—', 'TBD', 'n/a', '-'])).toMatchObject({
    said: { kind: 'keep', note: undefined, due: undefined, owner: undefined, mergeInto: undefined },
    problems: [],
  });
  const { said, problems } = read(['TBD', 'Zero traffic', 'soon']);
  expect(problems).toEqual([]);
  expect(planDecision(ENTRY, KEEP, [said], merges)).toEqual({ decision: undefined });
  expect(planDecision(ENTRY, null, [said], merges)).toEqual({ decision: undefined });
  expect(planDecision(ENTRY, KEEP, [said, row({ kind: '', note: '' })], merges)).toEqual({ decision: undefined });
});

test.each([
  ['2026-12-31', '2026-12-31'],
  ['2026/1/5', '2026-01-05'],
  ['2026-12-31 00:00:00', '2026-12-31'],
  ['31.12.2026', '2026-12-31'],
  ['12/31/2026', '2026-12-31'],
  ['31/12/2026', '2026-12-31'],
  ['5/5/2026', '2026-05-05'],
  ['1/2/2026', undefined],
  ['2026-02-30', undefined],
  ['soon', undefined],
  ['', ''],
])('due "%s" → %s', (cell, due) => {
  const { said, problems } = read(['keep', '', cell]);
  expect(said.due).toBe(due);
  expect(problems.map(({ meaning }) => meaning)).toEqual(due === undefined ? ['due'] : []);
});

test('cells that are too long are refused with what they take', () => {
  expect(read(['keep', 'x'.repeat(2001)]).problems).toMatchObject(
    [{ meaning: 'decision-note', reason: /2000/ }].map(({ meaning }) => ({ meaning }))
  );
});

test('what an export says of a decision, an import understands as the same', () => {
  const decision = fc.record({
    kind: fc.constantFrom('keep' as const, 'update' as const, 'retire' as const),
    mergeInto: fc.constant(null),
    note: fc.string({ maxLength: 200 }).map((text) => text.trim()),
    owner: fc.string({ maxLength: 100 }).map((text) => text.trim()),
    due: fc.option(
      fc
        .date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
        .map((at) => at.toISOString().slice(0, 10))
    ),
  });
  fc.assert(
    fc.property(decision, (one) => {
      const cells = decisionColumns<NamedDecision>((it) => it).map(({ cell }) => guarded(String(cell(one))));
      const { said, problems } = read(cells);
      expect(problems).toEqual([]);
      expect(planDecision(ENTRY, one, [said], merges)).toEqual({ decision: undefined });
    })
  );
});
