import type { TextKey, useText } from './text';

const FINDING_TEXT: Readonly<Record<string, TextKey>> = {
  stale: 'finding.stale',
  old: 'finding.old',
  expired: 'finding.expired',
  'untouched-draft': 'finding.untouchedDraft',
  'owner-left': 'finding.ownerLeft',
};

/** A finding in words; one that a newer server knows and this page does not shows its key. */
export const findingText = (text: ReturnType<typeof useText>, finding: string): string => {
  const key = FINDING_TEXT[finding];
  return key ? text(key) : finding;
};

/** All findings that can be filtered by. */
export const KNOWN_FINDINGS = Object.keys(FINDING_TEXT);
