/** Placing many entries at once (`POST /tags/bulk`, rules, imports): bodies of the admin HTTP API. */
import type { InventoryQuery } from './api';
import type { NamedDecision } from './decisions-api';
import type { EntryRef, ExclusionReason, TagPair } from './vocabulary';

/** So many entries are placed in one transaction, all or nothing. */
export const MAX_AT_ONCE = 10_000;

/**
 * What to do with each of some entries. Sides act as the panel's toggles do: `add` chooses personas and stages beside
 * those chosen already, `remove` takes them away, `replace` makes a side that is not empty what is said.
 */
export type BulkChange =
  | {
      readonly mode: 'add' | 'remove' | 'replace';
      /** Keys; `everyone` replaces all others. */
      readonly personas?: readonly string[];
      readonly stages?: readonly string[];
    }
  | {
      readonly mode: 'pairs';
      readonly add?: readonly TagPair[];
      readonly remove?: readonly TagPair[];
    }
  | { readonly mode: 'exclude'; readonly reason: ExclusionReason }
  | { readonly mode: 'include' };

/** POST /tags/bulk: `entries`, or all that a list of Inventory shows; `dryRun` says what would happen. */
export interface BulkInput {
  readonly entries?: readonly EntryRef[];
  readonly filter?: InventoryQuery;
  readonly change: BulkChange;
  readonly dryRun?: boolean;
}

/** Why an entry stays as it is although it was asked to change. */
export const SKIP_REASONS = [
  'too-many-tags',
  'retired',
  'set-by-person',
  'gone',
  'merges-into-itself',
  'changed-meanwhile',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** What happens to the placements of many entries. */
export interface PlacingCounts {
  /** Entries asked for. */
  readonly entries: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Tags. */
  readonly added: number;
  readonly removed: number;
  /** Entries that have a place now, or are no part of a journey, and were to place before; less those the other way. */
  readonly placed: number;
  /** Of each persona and stage, the entries that lose it: taken off, or replaced by others. */
  readonly lost: { readonly personas: EntriesByKey; readonly stages: EntriesByKey };
  /** Entries of which another decision is taken, or none any more. */
  readonly decided: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
}

export type EntriesByKey = Readonly<Record<string, number>>;

/** An entry named to people. */
export interface NamedEntry extends EntryRef {
  /** As of the newest audit; left out where that knows none or the user may not read it. */
  readonly title?: string;
}

/** One entry before and after. */
export interface PlacingExample extends NamedEntry {
  readonly before: { readonly tags: readonly TagPair[]; readonly excluded: ExclusionReason | null };
  readonly after: { readonly tags: readonly TagPair[]; readonly excluded: ExclusionReason | null };
  /** Left out where no decision changes. */
  readonly decision?: { readonly before: NamedDecision | null; readonly after: NamedDecision | null };
}

/** Answer of POST /tags/bulk; `operation` is `null` on a dry run and where nothing changed. */
export interface PlacingBody {
  readonly counts: PlacingCounts;
  /** The first few that change. */
  readonly examples: readonly PlacingExample[];
  readonly operation: OperationBody | null;
}

export const OPERATION_KINDS = ['bulk', 'rules', 'import', 'decisions'] as const;
export type OperationKind = (typeof OPERATION_KINDS)[number];

/** `running` and `interrupted` only where more entries are placed than fit one transaction. */
export const OPERATION_STATUSES = ['running', 'interrupted', 'applied', 'undone'] as const;
export type OperationStatus = (typeof OPERATION_STATUSES)[number];

/** GET /operations, newest first: what has changed many entries at once, any of which you may read, and can be undone as one. */
export interface OperationBody {
  readonly id: number;
  readonly kind: OperationKind;
  /** A file's name, for one. */
  readonly name: string | null;
  readonly status: OperationStatus;
  readonly by: string | null;
  /** ISO 8601 */
  readonly at: string;
  readonly undoneAt: string | null;
  /** What becomes of its entries once it is done. Where `isPartial`, how many of them you may read, and nothing more. */
  readonly counts: PlacingCounts;
  /** It changed entries too that you may not read: so you cannot undo it. */
  readonly isPartial: boolean;
  /** Entries that have become so already; less than `counts.changed` only while it runs. */
  readonly done: number;
}

/** Details of the refusal (409) of POST /operations/:id/undo: somebody changed these entries since. */
export interface UndoConflict {
  readonly entries: readonly NamedEntry[];
  readonly total: number;
}
