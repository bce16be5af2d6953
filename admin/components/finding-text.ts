import { DEFAULT_POLICY } from '../../server/core/policy';
import type { TextKey, useText } from './text';

const FINDING_TEXT: Readonly<Record<string, TextKey>> = {
  stale: 'finding.stale',
  old: 'finding.old',
  expired: 'finding.expired',
  'untouched-draft': 'finding.untouchedDraft',
  'owner-left': 'finding.ownerLeft',
};

/** The numbers of the policy that audits judge by, in whichever sentence asks for them. */
const POLICY_VALUES: Readonly<Partial<Record<TextKey, Record<string, number>>>> = {
  'finding.stale': { months: DEFAULT_POLICY.staleMonths },
  'finding.old': { months: DEFAULT_POLICY.currentMonths },
  'finding.untouchedDraft': { days: DEFAULT_POLICY.untouchedDraftDays },
};

/** A finding in words; one that a newer server knows and this page does not shows its key. */
export const findingText = (text: ReturnType<typeof useText>, finding: string): string => {
  const key = FINDING_TEXT[finding];
  return key ? text(key, POLICY_VALUES[key]) : finding;
};

/** All findings that can be filtered by. */
export const KNOWN_FINDINGS = Object.keys(FINDING_TEXT);
