/** What becomes of entries (`/decisions`): bodies of the admin HTTP API. */
import type { InventoryQuery } from './api';
import type { Decision, DecisionKind } from './decision';
import type { EntryRef } from './vocabulary';

/** An entry into which another goes; `title` `null`: the newest audit knows none, or you may not read it. */
export interface MergeTarget extends EntryRef {
  readonly title: string | null;
}

/** A decision as people read it. A merge without an entry goes into one that you may not read, or that is gone. */
export interface NamedDecision extends Omit<Decision, 'mergeInto'> {
  readonly mergeInto: MergeTarget | null;
}

/** PUT /decisions/:uid/:documentId; `kind: null` takes the decision back. What is left out is empty. */
export type DecisionInput =
  | { readonly kind: null }
  | {
      readonly kind: Exclude<DecisionKind, 'merge'>;
      readonly note?: string;
      readonly owner?: string;
      /** `YYYY-MM-DD` */
      readonly due?: string | null;
    }
  | {
      readonly kind: 'merge';
      /** Left out: the one into which it goes already. */
      readonly mergeInto?: EntryRef;
      readonly note?: string;
      readonly owner?: string;
      readonly due?: string | null;
    };

/** A decision, who took it and when. */
export interface DecisionBody extends NamedDecision {
  readonly by: string | null;
  /** ISO 8601 */
  readonly at: string;
}

/** One that has been replaced by another or taken back. */
export interface PastDecisionBody extends DecisionBody {
  readonly endedBy: string | null;
  /** ISO 8601 */
  readonly endedAt: string;
}

/** Past decisions that are shown of an entry. */
export const MOST_PAST = 50;

/** GET and PUT /decisions/:uid/:documentId */
export interface DecisionsBody extends EntryRef {
  readonly current: DecisionBody | null;
  /** Newest first, at most MOST_PAST. */
  readonly past: readonly PastDecisionBody[];
}

/**
 * POST /decisions/bulk: `entries`, or all that a list of Inventory shows; answers a PlacingBody. Of note, owner and day,
 * what is left out stays as each entry has it.
 */
export interface BulkDecisionInput {
  readonly entries?: readonly EntryRef[];
  readonly filter?: InventoryQuery;
  readonly decision: DecisionInput;
  readonly dryRun?: boolean;
}

/** GET /decisions/owners: names to be suggested, as decisions about entries have them that the user may read. */
export type DecisionOwnersBody = readonly string[];
