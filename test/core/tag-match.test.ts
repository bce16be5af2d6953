import { matchPlacing, matchTags, refuseUnknown } from '../../server/core/tag-match';
import { someAxes } from '../support/builders';

const axes = someAxes();

test.each([
  ['nothing', {}, { noneOf: ['it'] }, { noneOf: ['legacy'] }],
  ['a persona', { persona: ['ops'] }, { oneOf: ['ops'] }, { noneOf: ['legacy'] }],
  [
    'everyone beside a persona',
    { persona: ['ops', 'everyone'] },
    { oneOf: ['ops', 'everyone'] },
    { noneOf: ['legacy'] },
  ],
  ['a side that is open', { persona: ['not-set'], stage: ['not-set'] }, { oneOf: [null] }, { oneOf: [null] }],
  ['a retired persona', { persona: ['it', 'ops'] }, { oneOf: ['ops'] }, { noneOf: ['legacy'] }],
  ['a journey', { journey: ['customer'] }, { noneOf: ['it'] }, { oneOf: ['onboarding', 'adoption'] }],
  [
    'both journeys',
    { journey: ['customer', 'buyer'] },
    { noneOf: ['it'] },
    { oneOf: ['decision', 'onboarding', 'adoption'] },
  ],
  ['a cell', { persona: ['ops'], stage: ['decision'] }, { oneOf: ['ops'] }, { oneOf: ['decision'] }],
  ['a stage in its journey', { journey: ['buyer'], stage: ['decision'] }, { noneOf: ['it'] }, { oneOf: ['decision'] }],
  ['a stage of the other journey', { journey: ['buyer'], stage: ['adoption'] }, { noneOf: ['it'] }, { oneOf: [] }],
  ['an open stage in a journey', { journey: ['buyer'], stage: ['not-set'] }, { noneOf: ['it'] }, { oneOf: [] }],
])('%s', (_name, filter, persona, stage) => {
  expect(matchTags(filter, axes)).toEqual({ persona, stage });
});

test.each([
  [{ persona: ['finance', 'nobody'] }, '`persona`: "nobody" is unknown; known are finance, ops, everyone, not-set.'],
  [{ journey: ['both'] }, '`journey`: "both" is unknown; known are buyer, customer.'],
  [{ stage: ['purchase'] }, '`stage`: "purchase" is unknown; known are decision, onboarding, adoption, not-set.'],
])('%j is refused', (filter, sentence) => {
  expect(() => refuseUnknown(filter, axes)).toThrow(sentence);
});

test('placing takes a live persona, or everyone, at a live stage', () => {
  expect(matchPlacing(axes)).toEqual({
    persona: { oneOf: ['everyone', 'finance', 'ops'] },
    stage: { oneOf: ['decision', 'onboarding', 'adoption'] },
  });
});
