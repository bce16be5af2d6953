import english from '../../../admin/translations/en.json';
import { KNOWN_FINDINGS } from '../../../admin/components/finding-text';
import { relativeTime } from '../../../admin/components/relative-time';
import { withQuery } from '../../../admin/api/query-string';
import { FINDING_KEYS } from '../../../server/core/audit/findings';

test('every finding of an audit has words', () => {
  expect(KNOWN_FINDINGS).toEqual(expect.arrayContaining([...FINDING_KEYS]));
});

test('translations are sorted, so that two hands seldom meet in one line', () => {
  expect(Object.keys(english)).toEqual(Object.keys(english).sort());
});

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
test.each([
  [0, 0, 'second'],
  [-59_000, 0, 'second'],
  [-2 * MINUTE, -2, 'minute'],
  [-25 * 60 * MINUTE, -1, 'day'],
  [-40 * DAY, -1, 'month'],
  [-800 * DAY, -2, 'year'],
  [3 * DAY, 3, 'day'],
])('%i ms away is %i %s', (distance, value, unit) => {
  expect(relativeTime(1e12 + distance, 1e12)).toEqual({ value, unit });
});

test('queries are encoded and empty values left out', () => {
  expect(withQuery('/x', { search: 'a&b=ü', page: 1, persona: '', stage: undefined })).toBe(
    '/x?search=a%26b%3D%C3%BC&page=1'
  );
  expect(withQuery('/x')).toBe('/x');
});
