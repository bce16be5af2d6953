import type { Day } from './day';
import type { Span } from './span';

/** How sure we are that an asset was consumed, best known first. Zero and unknown are never mixed. */
export const GRADES = ['consumed', 'dormant', 'never-consumed', 'too-new', 'unmeasured', 'unpublished'] as const;
export type Grade = (typeof GRADES)[number];

/** Why an asset could not be measured. */
export const UNMEASURED_REASONS = ['no-source', 'interrupted', 'url-unmapped', 'below-cut-off'] as const;
export type UnmeasuredReason = (typeof UNMEASURED_REASONS)[number];

/** Consumption counted over some days by one source. */
export interface ViewCount extends Span {
  readonly source: string;
  readonly views: number;
}

/** All that is known of the consumption of one version of an entry, or of a file. */
export interface Measurements {
  /** The day on which it was first published, as far as we know; `null` where a customer can read nothing. */
  readonly publishedOn: Day | null;
  readonly counts: readonly ViewCount[];
  /** Days on which zero would have been seen, of all sources together: disjoint, in order. */
  readonly measured: readonly Span[];
  /** Why days that a source covers do not count for this asset; `null` where none does. */
  readonly obstacle: Extract<UnmeasuredReason, 'url-unmapped' | 'below-cut-off'> | null;
}

/** A grade with what it rests on. Days are UTC; `measuredDays` of `windowDays` were measured. */
export type Evidence =
  | { readonly grade: 'consumed'; readonly views: number; readonly lastViewed: Day }
  | {
      readonly grade: 'dormant';
      readonly views: number;
      readonly lastViewed: Day;
      readonly measuredDays: number;
      readonly windowDays: number;
    }
  | { readonly grade: 'never-consumed'; readonly measuredDays: number; readonly windowDays: number }
  /** `measuredDays` without a view so far; judged from `judgeableFrom` on. */
  | {
      readonly grade: 'too-new';
      readonly judgeableFrom: Day;
      readonly measuredDays: number;
      readonly windowDays: number;
    }
  | {
      readonly grade: 'unmeasured';
      readonly reason: UnmeasuredReason;
      readonly views: number;
      readonly lastViewed: Day | null;
      readonly measuredDays: number;
      readonly windowDays: number;
    }
  | { readonly grade: 'unpublished' };
