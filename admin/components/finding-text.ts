import type { AgeBasis } from '../../server/core/audit/findings/finding';
import { DEFAULT_POLICY } from '../../server/core/policy';
import type { TextKey, useText } from './text';

const FINDING_TEXT: Readonly<Record<string, TextKey>> = {
  expired: 'finding.expired',
  'untouched-draft': 'finding.untouchedDraft',
  'owner-left': 'finding.ownerLeft',
};

/** Findings on an age are worded by what it is told: who dated an entry long ago may have edited it yesterday. */
const AGE_MONTHS = { stale: DEFAULT_POLICY.staleMonths, old: DEFAULT_POLICY.currentMonths } as const;
const AGE_TEXT = { edited: '', dated: '.dated', unknown: '.either' } as const;

const isAge = (finding: string): finding is keyof typeof AGE_MONTHS => Object.hasOwn(AGE_MONTHS, finding);

/** A finding in words; one that a newer server knows and this page does not shows its key. */
export const findingText = (
  text: ReturnType<typeof useText>,
  finding: string,
  ageBy: AgeBasis | null = null
): string => {
  if (isAge(finding)) return text(`finding.${finding}${AGE_TEXT[ageBy ?? 'unknown']}`, { months: AGE_MONTHS[finding] });
  const key = FINDING_TEXT[finding];
  return key ? text(key, { days: DEFAULT_POLICY.untouchedDraftDays }) : finding;
};

/** All findings that can be filtered by. */
export const KNOWN_FINDINGS = [...Object.keys(AGE_MONTHS), ...Object.keys(FINDING_TEXT)];
