import { dayOf, isDay, isOverdue, isSameDecision, type Decision } from '../../server/core/decision';

const KEEP: Decision = { kind: 'keep', mergeInto: null, note: '', owner: '', due: null };
const MERGE: Decision = { ...KEEP, kind: 'merge', mergeInto: { uid: 'a', documentId: '1' } };

test.each<[string, Decision | null, Decision | null, boolean]>([
  ['none and none', null, null, true],
  ['none and one', null, KEEP, false],
  ['alike', KEEP, { ...KEEP }, true],
  ['another kind', KEEP, { ...KEEP, kind: 'retire' }, false],
  ['another note', KEEP, { ...KEEP, note: 'x' }, false],
  ['another owner', KEEP, { ...KEEP, owner: 'x' }, false],
  ['another day', KEEP, { ...KEEP, due: '2026-12-31' }, false],
  ['into the same', MERGE, { ...MERGE, mergeInto: { uid: 'a', documentId: '1' } }, true],
  ['into another entry', MERGE, { ...MERGE, mergeInto: { uid: 'a', documentId: '2' } }, false],
  ['into one of another type', MERGE, { ...MERGE, mergeInto: { uid: 'b', documentId: '1' } }, false],
])('%s: the same?', (_name, a, b, same) => {
  expect(isSameDecision(a, b)).toBe(same);
  expect(isSameDecision(b, a)).toBe(same);
});

test.each([
  ['2026-12-31', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['0000-00-00', false],
  ['2026-12-31T00:00', false],
  ['', false],
])('%s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

test('a day ends at midnight UTC', () => {
  expect(dayOf(Date.UTC(2026, 10, 22, 23, 59, 59, 999))).toBe('2026-11-22');
  expect(dayOf(Date.UTC(2026, 10, 23))).toBe('2026-11-23');
});

test.each([
  ['2026-11-21', true],
  ['2026-11-22', false],
  [null, false],
])('due %s, on the 22nd overdue: %s', (due, expected) => {
  expect(isOverdue({ due }, '2026-11-22')).toBe(expected);
});
