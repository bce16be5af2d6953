import { evidenceNo, evidenceState, STATES } from '../../../server/core/evidence/state';

/** As rows of saved audits hold them: what is new comes after. */
const STORED = [
  'consumed',
  'dormant',
  'never-consumed',
  'too-new',
  'no-source',
  'interrupted',
  'url-unmapped',
  'below-cut-off',
  'unpublished',
  'address-changed',
];
const SILENCES = [null, 'never-viewed', 'watching', 'cannot-judge', 'kept'];

test('numbers that rows hold mean what they always meant', () => {
  const meant = STATES.map(({ grade, reason, silence }) => [reason ?? grade, silence]);
  expect(meant).toEqual(STORED.flatMap((block) => SILENCES.map((silence) => [block, silence])));
  expect(evidenceNo({ grade: 'unpublished' }, false)).toBe(40);
  expect(evidenceState(48)).toEqual({ grade: 'unmeasured', reason: 'address-changed', silence: 'cannot-judge' });
});
