import type { Counted, OpenReason, Placement } from '../../server/core/api';
import type { DecisionKind } from '../../server/core/decision';
import type { PeriodKey } from '../../server/core/evidence/period';
import type { ExclusionReason, Journey, Priority, Status, TagOrigin } from '../../server/core/vocabulary';
import type { TextKey } from './text';

type Words<Key extends string> = Readonly<Record<Key, TextKey>>;

/** Strapi's own words for a document's status. */
export const STATUS_TEXT = {
  draft: 'status.draft',
  published: 'status.published',
  modified: 'status.modified',
} as const satisfies Words<Status>;

/** What a number counts, in words: for the switch and for chips in lists. */
export const COUNTED_TEXT = {
  published: 'counted.published',
  all: 'counted.all',
  dedicated: 'counted.dedicated',
} as const satisfies Words<Counted>;

/** Of which days views are counted. */
export const PERIOD_TEXT = {
  '30-days': 'period.30days',
  '90-days': 'period.90days',
  '12-months': 'period.12months',
} as const satisfies Words<PeriodKey>;

/** The two journeys by when they happen. */
export const JOURNEY_TEXT = { buyer: 'journey.buyer', customer: 'journey.customer' } as const satisfies Words<Journey>;

/** Where an entry stands: placed, still to place, or no part of a journey. */
export const PLACEMENT_TEXT = {
  placed: 'placement.placed',
  'to-place': 'placement.toPlace',
  excluded: 'placement.excluded',
} as const satisfies Words<Placement>;

/** What an entry still to place lacks. */
export const OPEN_REASON_TEXT = {
  'no-tags': 'open.noTags',
  'persona-open': 'open.persona',
  'stage-open': 'open.stage',
  retired: 'open.retired',
} as const satisfies Words<OpenReason>;

/** Why an entry is no part of a journey. */
export const EXCLUSION_TEXT = {
  legal: 'exclusion.legal',
  navigation: 'exclusion.navigation',
  'error-page': 'exclusion.error-page',
  other: 'exclusion.other',
} as const satisfies Words<ExclusionReason>;

/** What shall become of an entry. */
export const DECISION_TEXT = {
  keep: 'decision.keep',
  update: 'decision.update',
  merge: 'decision.merge',
  retire: 'decision.retire',
} as const satisfies Words<DecisionKind>;

/** Who set persona and stage. */
export const ORIGIN_TEXT = {
  person: 'origin.person',
  rule: 'origin.rule',
  import: 'origin.import',
} as const satisfies Words<TagOrigin>;

/** Current or old, by the mapped dates. */
export const AGE_TEXT = { current: 'age.current', old: 'age.old' } as const satisfies Words<'current' | 'old'>;

/** How much a persona matters. */
export const PRIORITY_TEXT = {
  primary: 'priority.primary',
  secondary: 'priority.secondary',
} as const satisfies Words<Priority>;
