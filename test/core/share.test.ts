import { percentText, progressPercent, wholePercent } from '../../server/core/share';

test.each([
  [0, 0],
  [0.004, 'least'],
  [0.01, 1],
  [0.0149, 1],
  // Rounded down before: 196,600 of 240,017 views were "81 %".
  [196_600 / 240_017, 82],
  [0.5, 50],
  [0.99, 99],
  [0.9999, 'most'],
  [1, 100],
])('a share of %d is %s percent', (share, percent) => {
  expect(wholePercent(share)).toBe(percent);
});

test.each([
  [0.0001, '<1 %'],
  [0.9999, '>99 %'],
  [1, '100 %'],
])('%d in a sentence is %s', (share, words) => {
  expect(percentText(share)).toBe(words);
});

test.each([
  [0, 0, 0],
  [1, 1000, 0],
  [819, 1000, 82],
  // Rounded up before: a bar was full while an entry was left.
  [999, 1000, 99],
  [1000, 1000, 100],
  [1001, 1000, 100],
])('%d of %d done fills %d percent of a bar', (done, whole, percent) => {
  expect(progressPercent(done, whole)).toBe(percent);
});
