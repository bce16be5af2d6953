import { place } from '../../../server/core/audit/place';
import { DEFAULT_POLICY } from '../../../server/core/policy';
import { aContext, aPersona, aStage, someAxes, someTags } from '../../support/builders';

const many = someAxes({
  personas: ['a', 'b', 'c', 'd'].map((key) => aPersona(key)),
  stages: ['r', 's', 't', 'u'].map((key) => aStage(key)),
});

const placed = (pairs: string, axes = someAxes()) => {
  const { placement, openReason, scope } = place(someTags(pairs), null, aContext({ of: axes }).axes, DEFAULT_POLICY);
  return [placement, openReason ?? scope];
};

test.each([
  ['no tags', '', 'to-place', 'no-tags'],
  ['persona alone', 'finance.-', 'to-place', 'stage-open'],
  ['everyone alone', 'everyone.-', 'to-place', 'stage-open'],
  ['stage alone', '-.decision', 'to-place', 'persona-open'],
  ['both, but never together', 'finance.- -.decision', 'to-place', 'stage-open'],
  ['in a cell', 'finance.decision', 'placed', 'dedicated'],
  ['in a cell, and one side open besides', 'finance.decision ops.-', 'placed', 'dedicated'],
  ['everyone at a stage', 'everyone.decision', 'placed', 'shared'],
  ['retired persona', 'it.decision', 'to-place', 'retired'],
  ['retired stage', 'finance.legacy', 'to-place', 'retired'],
  ['persona that was deleted', 'nobody.decision', 'to-place', 'retired'],
  ['retired persona, stage open', 'it.-', 'to-place', 'retired'],
  ['retired, and a live persona with its stage open', 'it.decision finance.-', 'to-place', 'stage-open'],
  ['retired, and a live stage with its persona open', 'finance.legacy -.decision', 'to-place', 'persona-open'],
  ['retired, and a cell', 'it.decision finance.decision', 'placed', 'dedicated'],
])('%s → %s, %s', (_name, pairs, placement, why) => {
  expect(placed(pairs)).toEqual([placement, why]);
});

test.each([
  ['2 personas', 'a.r b.r', 'dedicated'],
  ['3 personas', 'a.r b.r c.r', 'shared'],
  ['2 stages', 'a.r a.s', 'dedicated'],
  ['3 stages', 'a.r a.s a.t', 'shared'],
  ['2 personas × 2 stages', 'a.r a.s b.r b.s', 'dedicated'],
  ['3 personas at a stage each', 'a.r b.s c.t', 'shared'],
  ['2 personas, a third with its stage open', 'a.r b.r c.-', 'dedicated'],
  ['2 personas, a third retired', 'a.r b.r nobody.r', 'dedicated'],
  ['1 persona and everyone', 'a.r everyone.r', 'shared'],
])('%s → %s', (_name, pairs, scope) => {
  expect(placed(pairs, many)).toEqual(['placed', scope]);
});

test('excluded whatever the tags say', () => {
  expect(place(someTags('finance.decision'), 'legal', aContext().axes, DEFAULT_POLICY)).toEqual({
    placement: 'excluded',
    openReason: null,
    scope: null,
  });
});
