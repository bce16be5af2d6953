import { createIntl } from 'react-intl';
import english from '../../../admin/translations/en.json';
import { GRADE_STYLE, SILENCE_TEXT } from '../../../admin/components/evidence/grade-style';
import { findingText, KNOWN_FINDINGS } from '../../../admin/components/finding-text';
import { relativeTime } from '../../../admin/components/relative-time';
import type { TextKey } from '../../../admin/components/text';
import {
  AGE_TEXT,
  COUNTED_TEXT,
  DECISION_TEXT,
  EXCLUSION_TEXT,
  PLACEMENT_TEXT,
  STATUS_TEXT,
} from '../../../admin/components/vocabulary-text';
import { VERDICT_STYLE } from '../../../admin/pages/coverage/verdict-style';
import { USAGE_TEXT } from '../../../admin/pages/files/usage-text';
import { withQuery } from '../../../admin/api/query-string';
import { FINDING_KEYS } from '../../../server/core/audit/findings';
import * as words from '../../../server/core/exports/words';

test('every finding of an audit has words', () => {
  expect(KNOWN_FINDINGS).toEqual(expect.arrayContaining([...FINDING_KEYS]));
});

test('translations are sorted, so that two hands seldom meet in one line', () => {
  expect(Object.keys(english)).toEqual(Object.keys(english).sort());
});

const labels = <Key extends string>(styles: Readonly<Record<Key, { readonly label: TextKey }>>) =>
  Object.fromEntries(Object.entries<{ readonly label: TextKey }>(styles).map(([key, { label }]) => [key, label]));

test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, TextKey>>]>([
  ['status', words.STATUS_WORD, STATUS_TEXT],
  ['counted', words.COUNTED_WORD, COUNTED_TEXT],
  ['placement', words.PLACEMENT_WORD, PLACEMENT_TEXT],
  ['age', words.AGE_WORD, AGE_TEXT],
  ['exclusion', words.EXCLUSION_WORD, EXCLUSION_TEXT],
  ['decision', words.DECISION_WORD, DECISION_TEXT],
  ['grade', words.GRADE_WORD, labels(GRADE_STYLE)],
  ['silence', words.SILENCE_WORD, SILENCE_TEXT],
  ['verdict', words.VERDICT_WORD, labels(VERDICT_STYLE)],
  ['usage', words.USAGE_WORD, USAGE_TEXT],
])('CSVs call a %s what the screens call it', (_name, inSheets, onScreen) => {
  const texts = Object.entries(onScreen).map(([key, id]) => [key, english[id]]);
  expect(inSheets).toEqual(Object.fromEntries(texts));
});

test.each(FINDING_KEYS)('CSVs call the finding %s what the screens call it', (key) => {
  const intl = createIntl({ locale: 'en', messages: english });
  for (const ageBy of ['dated', 'edited', null] as const) {
    const shown = findingText((id, values) => intl.formatMessage({ id }, values), key, ageBy);
    expect(words.findingWord(key, ageBy)).toBe(shown);
    if (ageBy === 'dated') expect(shown).not.toMatch(/edited/i);
  }
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
