import type { ExclusionReason } from '../../server/core/vocabulary';

export type PersonaKey = 'finance-lead' | 'it-administrator' | 'operations-manager' | 'agency-partner' | 'team-member';

/** The keys of the plugin's default stages. */
export type StageKey =
  'awareness' | 'consideration' | 'decision' | 'onboarding' | 'adoption' | 'retention' | 'expansion' | 'advocacy';

export type Topic =
  | 'approvals'
  | 'budgets'
  | 'cards'
  | 'change'
  | 'community'
  | 'expenses'
  | 'integrations'
  | 'invoices'
  | 'legal'
  | 'partners'
  | 'purchasing'
  | 'reporting'
  | 'security'
  | 'suppliers'
  | 'travel';

export type StaffKey = 'maya' | 'jonas' | 'priya' | 'tom';

/** One entry of the sample library, as somebody of the marketing team would describe it. */
export interface SampleEntry {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly topic: Topic;
  readonly by: StaffKey;
  /** Months before the day of seeding. */
  readonly created: number;
  readonly edited: number;
  readonly personas?: readonly PersonaKey[] | 'everyone';
  readonly stages?: readonly StageKey[];
  /** Pairs beyond personas × stages. */
  readonly alsoAt?: readonly (readonly [PersonaKey, StageKey])[];
  readonly excluded?: ExclusionReason;
  /** Published when left out; `modified`: published, with edits that are not. */
  readonly state?: 'draft' | 'modified';
  /** Its expiry date has passed. */
  readonly expired?: true;
}

/** Slug, title and summary in German. */
export type GermanVersion = readonly [slug: string, title: string, summary: string];
