import type { OpenReason, OwnerState, Placement } from '../api';
import type { Decision } from '../decision';
import type { Consumption } from '../evidence/consumption';
import type { CountedInPeriod } from '../evidence/period';
import type { Coverage } from '../evidence/covering';
import type { Evidence, Measurements } from '../evidence/evidence';
import type { ExclusionReason, Status, TagOrigin, TagPair } from '../vocabulary';

/** Milliseconds since the epoch, UTC. */
export type Instant = number;

/** What the host's library says about one version (locale) of an entry, draft and published rows together. */
export interface LibraryFacts {
  /** `''` for types without locales. */
  readonly locale: string;
  readonly status: Status;
  /** `null` when the title's field is empty. */
  readonly title: string | null;
  readonly path: string | null;
  readonly owner: OwnerFacts | null;
  readonly createdAt: Instant;
  /** The later of the draft's and the published row's last edit. */
  readonly updatedAt: Instant;
  readonly contentDate: Instant | null;
  readonly expiresAt: Instant | null;
  /** When the published row was made, which Strapi does anew with every publishing; `null` for drafts. */
  readonly publishedAt: Instant | null;
}

/** A version with what is known of its consumption. */
export interface VariantFacts extends Omit<LibraryFacts, 'publishedAt'>, Measurements {
  /** Keys of the sources that cover its type and locale. */
  readonly measuredBy: readonly string[];
  readonly periods: readonly CountedInPeriod[];
}

/** `id` is the admin user's, `null` for owners named by a mapped field. */
export interface OwnerFacts {
  readonly id: number | null;
  readonly name: string;
  readonly state: OwnerState;
}

/** A tag as the audit needs it. */
export interface TagFacts extends TagPair {
  readonly origin: TagOrigin;
}

/** All that is known of one entry before judging; variants in the host's locale order, default first. */
export interface EntryFacts {
  readonly documentId: string;
  readonly variants: readonly VariantFacts[];
  readonly tags: readonly TagFacts[];
  readonly excluded: ExclusionReason | null;
  readonly decision: Decision | null;
}

/** A variant, or the entry over all of its variants (`locale` `null`), judged. */
export interface Judged extends Omit<VariantFacts, 'locale' | keyof Coverage> {
  readonly locale: string | null;
  /** Neither old nor expired. */
  readonly current: boolean;
  readonly findings: readonly string[];
  readonly evidence: Evidence;
  /** `null`: no source tells of it. */
  readonly consumption: Consumption | null;
  /** Of the evidence, with whether somebody keeps the entry. */
  readonly evidenceNo: number;
}

/** What one audit knows of an entry: the entry itself first, then one per locale where its type has locales. */
export interface AssessedEntry {
  readonly documentId: string;
  readonly placement: Placement;
  readonly openReason: OpenReason | null;
  readonly excluded: ExclusionReason | null;
  readonly scope: 'dedicated' | 'shared' | null;
  readonly tags: readonly TagFacts[];
  readonly decision: Decision | null;
  /** The lists in which all of its versions stand, by its tags and what is decided of it. */
  readonly scopes: readonly string[];
  readonly locales: readonly string[];
  readonly entry: Judged;
  readonly variants: readonly Judged[];
}
