import type { AgeBasis } from '../../server/core/audit/findings/finding';
import { DEFAULT_POLICY } from '../../server/core/policy';
import type { TextKey, useText } from './text';

const FINDING_TEXT: Readonly<Record<string, TextKey>> = {
  expired: 'finding.expired',
  'untouched-draft': 'finding.untouchedDraft',
  'owner-left': 'finding.ownerLeft',
};

/** Findings on an age, by what it is told: who dated an entry long ago may have edited it yesterday. */
const AGE_TEXT: Readonly<Record<string, Readonly<Record<AgeBasis | 'unknown', TextKey>>>> = {
  stale: { edited: 'finding.stale', dated: 'finding.stale.dated', unknown: 'finding.stale.either' },
  old: { edited: 'finding.old', dated: 'finding.old.dated', unknown: 'finding.old.either' },
};

/** The numbers of the policy that audits judge by, in whichever sentence asks for them. */
const POLICY_VALUES: Readonly<Partial<Record<TextKey, Record<string, number>>>> = {
  'finding.untouchedDraft': { days: DEFAULT_POLICY.untouchedDraftDays },
};

/** A finding in words; one that a newer server knows and this page does not shows its key. */
export const findingText = (
  text: ReturnType<typeof useText>,
  finding: string,
  ageBy: AgeBasis | null = null
): string => {
  const age = AGE_TEXT[finding]?.[ageBy ?? 'unknown'];
  if (age) return text(age, { months: finding === 'old' ? DEFAULT_POLICY.currentMonths : DEFAULT_POLICY.staleMonths });
  const key = FINDING_TEXT[finding];
  return key ? text(key, POLICY_VALUES[key]) : finding;
};

/** All findings that can be filtered by. */
export const KNOWN_FINDINGS = [...Object.keys(AGE_TEXT), ...Object.keys(FINDING_TEXT)];
