import fc from 'fast-check';
import { around, isOver } from '../../server/core/elapsed';

const moment = fc.integer({ min: 0, max: 4_000_000_000_000 });
const term = fc.integer({ min: 1, max: 100_000_000 });

test('a term is never waited for longer than it is, whatever became of the clock', () => {
  fc.assert(
    fc.property(moment, term, moment, (began, length, now) => {
      if (!isOver(began, length, now)) {
        expect(now).toBeGreaterThanOrEqual(began);
        expect(isOver(began, length, now + length)).toBe(true);
      }
    })
  );
});

test.each([
  ['just begun', 1_000, false],
  ['nearly over', 1_099, false],
  ['over', 1_100, true],
  ['from the future', 999, true],
])('%s', (_name, now, expected) => {
  expect(isOver(1_000, 100, now)).toBe(expected);
});

test('around now', () => {
  expect(around(1_000, 100)).toEqual([900, 1_100]);
});
