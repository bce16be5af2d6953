import type { Counted, Placement } from '../api';
import { FINDINGS } from '../audit/findings';
import type { AgeBasis } from '../audit/findings/finding';
import type { DecisionKind } from '../decision';
import type { Grade } from '../evidence/evidence';
import type { Silence } from '../evidence/silence';
import type { MeasuredBy } from '../files/seen-through';
import type { Usage } from '../files/uses';
import type { ExclusionReason, Status, TagOrigin, Verdict } from '../vocabulary';

/**
 * What stands in CSVs for our codes: the English words of the screens, which are not translated here, so that a sheet
 * reads alike wherever it was made. Imports understand those of decisions and exclusions.
 */
export const STATUS_WORD = {
  draft: 'Draft',
  published: 'Published',
  modified: 'Modified',
} satisfies Record<Status, string>;

export const COUNTED_WORD = {
  published: 'Published',
  all: 'With drafts',
  dedicated: 'Written specifically',
} satisfies Record<Counted, string>;

export const PLACEMENT_WORD = {
  placed: 'Placed in a journey',
  'to-place': 'To place',
  excluded: 'Not part of a journey',
} satisfies Record<Placement, string>;

export const SCOPE_WORD = {
  dedicated: COUNTED_WORD.dedicated,
  shared: 'Shared',
} satisfies Record<'dedicated' | 'shared', string>;

export const ORIGIN_WORD = { person: 'Person', rule: 'Rule', import: 'Import' } satisfies Record<TagOrigin, string>;

export const AGE_WORD = { current: 'Current', old: 'Old' } satisfies Record<'current' | 'old', string>;

export const EXCLUSION_WORD = {
  legal: 'Legal',
  navigation: 'Navigation',
  'error-page': 'Error page',
  other: 'Other',
} satisfies Record<ExclusionReason, string>;

export const DECISION_WORD = {
  keep: 'Keep',
  update: 'Update',
  merge: 'Merge',
  retire: 'Retire',
} satisfies Record<DecisionKind, string>;

export const GRADE_WORD = {
  consumed: 'Viewed or downloaded',
  dormant: 'Not lately',
  'never-consumed': 'Never consumed',
  'too-new': 'Too new',
  unmeasured: 'Not measured',
  unpublished: 'Not published',
} satisfies Record<Grade, string>;

export const SILENCE_WORD = {
  'never-viewed': 'Never viewed',
  watching: 'Watching',
  'cannot-judge': 'Cannot judge',
  kept: 'Kept',
} satisfies Record<Silence, string>;

export const VERDICT_WORD = {
  gap: 'Gap',
  thin: 'Thin',
  'on-target': 'On target',
  plenty: 'Plenty',
  'not-needed': 'Not needed',
} satisfies Record<Verdict, string>;

export const USAGE_WORD = {
  published: 'In published entries',
  draft: 'Only in drafts',
  unreferenced: 'Nowhere that we can see',
} satisfies Record<Usage, string>;

export const MEASURED_BY_WORD = {
  downloads: 'Its own downloads',
  'seen-through': 'The entries that show it',
} satisfies Record<MeasuredBy, string>;

/** Of a finding that only another version knows, its key. */
export const findingWord = (finding: string, ageBy: AgeBasis | null): string => {
  const words = FINDINGS.find(({ key }) => key === finding)?.words ?? finding;
  return typeof words === 'string' ? words : words[ageBy ?? 'unknown'];
};
