import { judgeDemand, type JudgedCell } from '../../../server/core/coverage/demand';

const aCell = (overrides: Partial<JudgedCell> = {}): JudgedCell => ({
  current: 3,
  old: 0,
  target: 2,
  verdict: 'on-target',
  views: 120,
  measured: 3,
  neverConsumed: 0,
  ...overrides,
});
/** Cells alike, of which an entry has forty views. */
const USUAL = [aCell(), aCell(), aCell()];

test.each<[string, Partial<JudgedCell>, string | null]>([
  ['as any other', {}, null],
  ['five entries, half of the measured never viewed', { current: 5, measured: 4, neverConsumed: 2 }, 'crowded'],
  ['fewer never viewed', { current: 5, measured: 5, neverConsumed: 2 }, null],
  ['four entries', { current: 4, measured: 4, neverConsumed: 4 }, null],
  ['five, and five are wanted', { current: 5, target: 5, measured: 4, neverConsumed: 4 }, null],
  ['five, and nothing of them is measured', { current: 5, measured: 0 }, null],
  ['what is not needed', { current: 5, verdict: 'not-needed', measured: 4, neverConsumed: 4 }, null],
  ['thin, and each entry has twice the usual views', { target: 4, verdict: 'thin', views: 240 }, 'underserved'],
  ['thin, and a view short of it', { target: 4, verdict: 'thin', views: 239 }, null],
  ['on target', { views: 900 }, null],
  ['a gap whose old entries are asked for', { current: 0, old: 3, verdict: 'gap', views: 300 }, 'underserved'],
  ['two entries tell nothing', { current: 2, target: 4, verdict: 'thin', views: 900 }, null],
  ['ninety-nine views tell nothing', { target: 4, verdict: 'thin', views: 99 }, null],
])('%s → %s', (_name, cell, expected) => {
  expect(judgeDemand([...USUAL, aCell(cell)]).at(-1)).toBe(expected);
});

test('a cell alone is as usual', () => {
  expect(judgeDemand([aCell({ verdict: 'thin', target: 4 })])).toEqual([null]);
});
