import type { VariantFacts } from '../../../server/core/audit/facts';
import { FINDINGS, FINDING_KEYS } from '../../../server/core/audit/findings';
import { MONTH } from '../../../server/core/audit/findings/finding';
import { aContext, aVariant, DAY, NOW } from '../../support/builders';

const held = (variant: Partial<VariantFacts>) =>
  FINDINGS.filter(({ holds }) => holds(aVariant(variant), aContext())).map(({ key }) => key);

const owner = (state: 'active' | 'blocked' | 'gone') => ({ id: 1, name: 'Ann Lee', state });

test('a month is the twelfth part of a Gregorian year', () => {
  expect((12 * MONTH) / DAY).toBe(365.2425);
});

test('findings are listed in the order in which they are shown', () => {
  expect(FINDING_KEYS).toEqual(['stale', 'old', 'expired', 'untouched-draft', 'owner-left']);
});

test.each<[string, Partial<VariantFacts>, string[]]>([
  ['edited yesterday', {}, []],
  ['edited in the future, by a clock that is ahead', { updatedAt: NOW + DAY }, []],
  ['edited 12 months ago to the millisecond', { updatedAt: NOW - 12 * MONTH }, []],
  ['a millisecond longer ago', { updatedAt: NOW - 12 * MONTH - 1 }, ['stale']],
  ['edited 36 months ago to the millisecond', { updatedAt: NOW - 36 * MONTH }, ['stale']],
  ['a millisecond longer ago', { updatedAt: NOW - 36 * MONTH - 1 }, ['stale', 'old']],
  ['edited yesterday, but written 13 months ago', { contentDate: NOW - 13 * MONTH }, ['stale']],
  ['edited yesterday, but written 37 months ago', { contentDate: NOW - 37 * MONTH }, ['stale', 'old']],
  ['edited long ago, but dated yesterday', { updatedAt: 0, contentDate: NOW - DAY }, []],
  ['dated 1970 to the day', { contentDate: 0 }, ['stale', 'old']],
])('age: %s → %j', (_name, variant, expected) => {
  expect(held(variant)).toEqual(expected);
});

test.each<[string, Partial<VariantFacts>, string[]]>([
  ['never', { expiresAt: null }, []],
  ['in a millisecond', { expiresAt: NOW + 1 }, []],
  ['now', { expiresAt: NOW }, ['expired']],
  ['in 1970', { expiresAt: 0 }, ['expired']],
])('expires %s → %j', (_name, variant, expected) => {
  expect(held(variant)).toEqual(expected);
});

test.each<[string, Partial<VariantFacts>, string[]]>([
  ['a draft of 90 days', { status: 'draft', updatedAt: NOW - 90 * DAY }, []],
  ['a draft a millisecond older', { status: 'draft', updatedAt: NOW - 90 * DAY - 1 }, ['untouched-draft']],
  ['a published entry with changes as old', { status: 'modified', updatedAt: NOW - 91 * DAY }, []],
  ['a published entry as old', { updatedAt: NOW - 91 * DAY }, []],
  // Touched is what an editor did: a content date in the past abandons nothing.
  ['a draft edited yesterday about long ago', { status: 'draft', contentDate: NOW - 100 * DAY }, []],
])('%s → %j', (_name, variant, expected) => {
  expect(held(variant)).toEqual(expected);
});

test.each<[string, VariantFacts['owner'], string[]]>([
  ['nobody known', null, []],
  ['active', owner('active'), []],
  ['blocked', owner('blocked'), ['owner-left']],
  ['gone', owner('gone'), ['owner-left']],
])('owner: %s → %j', (_name, of, expected) => {
  expect(held({ owner: of })).toEqual(expected);
});

test('the policy sets the limits', () => {
  const policy = { ...aContext().policy, staleMonths: 1, currentMonths: 2, untouchedDraftDays: 10 };
  const variant = aVariant({ status: 'draft', updatedAt: NOW - 11 * DAY - MONTH });
  const keys = FINDINGS.filter(({ holds }) => holds(variant, { policy, now: NOW })).map(({ key }) => key);
  expect(keys).toEqual(['stale', 'untouched-draft']);
});
