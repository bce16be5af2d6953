import { judgeCell, targetOf } from '../../../server/core/coverage/judge';

test.each([
  [0, 2, 'gap'],
  [1, 2, 'thin'],
  [2, 2, 'on-target'],
  [3, 2, 'on-target'],
  [4, 2, 'plenty'],
  [0, 1, 'gap'],
  [1, 1, 'on-target'],
  [2, 1, 'plenty'],
  [2, 3, 'thin'],
  [5, 3, 'on-target'],
  [6, 3, 'plenty'],
  [0, 0, 'on-target'],
  [9, 0, 'on-target'],
])('%i current entries against a target of %i → %s', (current, target, verdict) => {
  expect(judgeCell(current, target, null)).toBe(verdict);
});

test.each([0, 1, 9])('%i entries where nothing is needed → not-needed', (current) => {
  expect(judgeCell(current, 2, 'They never see this stage')).toBe('not-needed');
});

test.each([
  ['no setting', undefined, 3],
  ['a setting without a target', null, 3],
  ['a target of its own', 5, 5],
  ['a target of 0', 0, 0],
])('target: %s → %s', (_name, own, target) => {
  const setting = own === undefined ? undefined : { persona: 'a', stage: 's', target: own, notNeeded: null };
  expect(targetOf({ target: 3 }, setting)).toBe(target);
});
