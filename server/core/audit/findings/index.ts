import type { HideableFact } from '../../coverage/snapshot';
import { expired } from './expired';
import type { Finding } from './finding';
import { old } from './old';
import { ownerLeft } from './owner-left';
import { stale } from './stale';
import { untouchedDraft } from './untouched-draft';

/** Every rule that an audit checks, in the order in which findings are shown. */
export const FINDINGS: readonly Finding[] = [stale, old, expired, untouchedDraft, ownerLeft];

/** The keys of all findings, for filters and parsers. */
export const FINDING_KEYS = FINDINGS.map(({ key }) => key);

/** Whether somebody may be told that an entry has a finding; `visible`: what he may see of its type. */
export const mayBeTold = (key: string, visible: Readonly<Record<HideableFact, boolean>>): boolean => {
  const fact = FINDINGS.find((finding) => finding.key === key)?.tells;
  return fact === undefined || visible[fact];
};
