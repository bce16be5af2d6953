import fc from 'fast-check';
import { productsOf } from '../../../server/core/exports/tags';
import { planImport, type Wanted } from '../../../server/core/import/plan';
import type { RowPlacement } from '../../../server/core/import/row';
import { pairKey } from '../../../server/core/placement';
import type { KnownKeys, TagSet } from '../../../server/core/tag-set';
import type { ExclusionReason, TagOrigin, TagPair } from '../../../server/core/vocabulary';
import { aPersona, aStage, someTags } from '../../support/builders';

const KNOWN: KnownKeys = {
  personas: ['a', 'b', 'c'].map((key) => aPersona(key)).concat(aPersona('old', { retired: true })),
  stages: ['s', 't', 'u'].map((key) => aStage(key)).concat(aStage('late', 'customer', { retired: true })),
};

const current = (pairs: string, origin: TagOrigin = 'person', reason?: ExclusionReason): TagSet => ({
  tags: someTags(pairs).map((tag) => ({ ...tag, origin })),
  excluded: reason === undefined ? null : { reason },
});

/** A row written `a b × s`; without a side where the sheet has no such column. */
const row = (
  personas: string | undefined,
  stages: string | undefined,
  excluded?: RowPlacement['excluded']
): RowPlacement => ({
  personas: personas?.split(' ').filter(Boolean),
  stages: stages?.split(' ').filter(Boolean),
  excluded,
});

/** The entry after the import, as pairs in order. */
const after = (set: TagSet, wanted: Wanted, isListing = false) => {
  const plan = planImport(set, wanted, isListing, KNOWN);
  if (plan.outcome === 'rejected') return plan.reason;
  const { insert, remove, excluded } = plan.changes;
  const gone = new Set(remove.map(pairKey));
  const pairs = [...set.tags.filter((tag) => !gone.has(pairKey(tag))), ...insert].map(
    ({ persona, stage }) => `${persona ?? '-'}.${stage ?? '-'}`
  );
  return [plan.outcome, pairs.sort().join(' '), ...(excluded === undefined ? [] : [excluded?.reason ?? null])];
};

test.each<[string, TagSet, Wanted, unknown]>([
  ['nothing to nothing', current(''), [row('', '')], ['unchanged', '']],
  ['a first placement', current(''), [row('a b', 's')], ['created', 'a.s b.s']],
  ['the same', current('a.s a.t'), [row('a', 's t')], ['unchanged', 'a.s a.t']],
  ['another', current('a.s a.t'), [row('a b', 't')], ['changed', 'a.t b.t']],
  ['blank cells', current('a.s'), [row('', '')], ['changed', '']],
  ['silent cells', current('a.s b.t'), [row(undefined, undefined)], ['unchanged', 'a.s b.t']],
  ['a silent row beside another', current('b.t'), [row('a', 's'), row(undefined, undefined)], ['changed', 'a.s']],
  ['a row with a silent persona beside another', current('b.t'), [row('a', 's'), row(undefined, 't')], ['changed', 'a.s b.t']], // prettier-ignore
  ['one side open', current('a.s'), [row('a', '')], ['changed', 'a.-']],
  ['several rows', current('a.s'), [row('a', 's'), row('b', 't'), row('', '')], ['changed', 'a.s b.t']],
  ['only personas in the sheet', current('a.s a.t'), [row('a b', undefined)], ['changed', 'a.s a.t b.s b.t']],
  [
    'only stages in the sheet, with an exception',
    current('a.s a.t b.s'),
    [row(undefined, 's t u')],
    ['changed', 'a.s a.t a.u b.s b.u'],
  ],
  ['only stages, none left', current('a.s b.t'), [row(undefined, '')], ['changed', 'a.- b.-']],
  ['only stages, nothing placed', current(''), [row(undefined, 's')], ['created', '-.s']],
  ['only stages, the persona was open', current('a.-'), [row(undefined, 's')], ['changed', 'a.s']],
  ['a retired persona that was there', current('old.s'), [row('old', 's')], ['unchanged', 'old.s']],
  [
    'a retired persona anew',
    current('a.s'),
    [row('a old', 's')],
    'The persona "old" is retired and cannot be set any more.',
  ],
  [
    'a retired stage anew',
    current('a.s'),
    [row('a', 'late')],
    'The stage "late" is retired and cannot be set any more.',
  ],
  ['everyone', current('a.s'), [row('everyone', 's')], ['changed', 'everyone.s']],
  ['excluded', current('a.s'), [row('', '', 'legal')], ['changed', '', 'legal']],
  ['excluded as before', current('', 'person', 'legal'), [row('', '', 'legal')], ['unchanged', '']],
  ['no longer excluded', current('', 'person', 'legal'), [row('', '', null)], ['changed', '', null]],
  ['excluded, the sheet has no such column', current('', 'person', 'legal'), [row('', '')], ['unchanged', '']],
  ['excluded, and placed by the sheet', current('', 'person', 'legal'), [row('a', 's')], ['changed', 'a.s', null]],
  ['excluded only', current('a.s'), [row(undefined, undefined, 'other')], ['changed', '', 'other']],
  [
    'two reasons',
    current(''),
    [row('', '', 'legal'), row('', '', 'other')],
    'The rows of this entry say legal and other; say one.',
  ],
  [
    'a reason and a tag in two rows',
    current(''),
    [row('', '', 'legal'), row('a', 's', null)],
    'One row says that it is not part of a journey, another gives it personas or stages.',
  ],
])('%s', (_name, set, wanted, result) => {
  expect(after(set, wanted)).toEqual(result);
});

test.each<[string, string, Wanted, boolean]>([
  ['all', 'a.s', [row('', '')], true],
  ['its personas, stages staying', 'a.s', [row('', undefined)], true],
  ['its stages, personas staying', 'a.s', [row('a', '')], true],
  ['some of its personas', 'a.s b.s', [row('a', 's')], false],
  ['nothing: the cells are silent', 'a.s', [row(undefined, undefined)], false],
  ['nothing: it had none', 'a.-', [row('a', '')], false],
  ['all, and is no part of a journey', 'a.s', [row('', '', 'legal')], false],
])('an entry is cleared that loses %s', (_name, pairs, wanted, isCleared) => {
  const planned = planImport(current(pairs), wanted, false, KNOWN);
  expect(planned.outcome !== 'rejected' && planned.isCleared).toBe(isCleared);
});

test.each<[string, string, Wanted, unknown]>([
  ['untouched, with an exception', 'a.s b.t', [row('a b', 's t')], ['unchanged', 'a.s b.t']],
  ['a persona more', 'a.s b.t', [row('a b c', 's t')], ['changed', 'a.s b.t c.s c.t']],
  ['a stage less', 'a.s b.t', [row('a b', 's')], ['changed', 'a.s b.-']],
])('a listing of personas beside stages: %s', (_name, pairs, wanted, result) => {
  expect(after(current(pairs), wanted, true)).toEqual(result);
});

test('more tags than an entry takes', () => {
  const known = {
    personas: Array.from({ length: 30 }, (_, at) => aPersona(`p${at}`)),
    stages: KNOWN.stages.concat(aStage('v')),
  };
  const wanted = [
    { personas: known.personas.map(({ key }) => key), stages: ['s', 't', 'u', 'v'], excluded: undefined },
  ];
  expect(planImport(current(''), wanted, false, known)).toMatchObject({ outcome: 'rejected', reason: /120/ });
});

const pair = fc.tuple(fc.constantFrom('a', 'b', 'c', 'old', 'everyone', null), fc.constantFrom('s', 't', 'late', null));
const tagSet = fc
  .uniqueArray(pair, { selector: String, maxLength: 12 })
  .map((pairs): TagPair[] =>
    pairs.flatMap(([persona, stage]) => (persona === null && stage === null ? [] : [{ persona, stage }]))
  )
  .chain((pairs) =>
    fc
      .constantFrom<TagOrigin>('person', 'rule', 'import')
      .map((origin) => ({ tags: pairs.map((one) => ({ ...one, origin })), excluded: null }))
  );

test('what our own export writes of an entry changes nothing, whoever placed it', () => {
  fc.assert(
    fc.property(tagSet, (set) => {
      const products = productsOf(set.tags);
      const wanted = (products.length === 0 ? [{ personas: [], stages: [] }] : products).map((one) => ({
        ...one,
        excluded: null,
      }));
      expect(planImport(set, wanted, false, KNOWN)).toMatchObject({ outcome: 'unchanged' });
    })
  );
});

test('a sheet makes an entry what it says, whoever placed it; a second time it changes nothing', () => {
  const sides = fc.record({
    personas: fc.option(fc.subarray(['a', 'b', 'c']), { nil: undefined }),
    stages: fc.option(fc.subarray(['s', 't', 'u']), { nil: undefined }),
    excluded: fc.constantFrom(undefined, null),
  });
  fc.assert(
    fc.property(tagSet, sides, fc.boolean(), (set, wanted, isListing) => {
      const plan = planImport(set, [wanted], isListing, KNOWN);
      if (plan.outcome === 'rejected') return;
      const gone = new Set(plan.changes.remove.map(pairKey));
      const tags = [
        ...set.tags.filter((tag) => !gone.has(pairKey(tag))),
        ...plan.changes.insert.map((one) => ({ ...one, origin: 'import' as const })),
      ];
      const sideOf = (side: keyof TagPair) => new Set(tags.flatMap((tag) => tag[side] ?? []));
      if (wanted.personas) expect(sideOf('persona')).toEqual(new Set(wanted.personas));
      if (wanted.stages) expect(sideOf('stage')).toEqual(new Set(wanted.stages));
      expect(planImport({ tags, excluded: null }, [wanted], isListing, KNOWN)).toMatchObject({ outcome: 'unchanged' });
    })
  );
});
