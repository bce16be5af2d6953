import { isSameDecision, type Decision } from '../../core/decision';
import type { SkipReason } from '../../core/placing-api';
import type { KnownKeys, TagChanges } from '../../core/tag-set';
import type { EntryRef, TagOrigin } from '../../core/vocabulary';
import { isSameState, UNTOUCHED, type EntryState } from '../../stores/entry-states';
import type { JournalEntry } from '../../stores/operations/journal';
import { changedPlacement } from '../../stores/placements';

/** What becomes of one entry: changes by somebody of an origin (`rule`: the rules' keys), or why it stays. */
export type PlacingPlan = (
  entry: EntryRef,
  current: EntryState,
  known: KnownKeys
) =>
  | {
      readonly changes: TagChanges;
      readonly origin: TagOrigin;
      readonly rule?: string;
      /** Left out: as before. */
      readonly decision?: Decision | null;
    }
  | { readonly skip: SkipReason };

export type PlannedEntry = JournalEntry;

/** What becomes of some entries. */
export interface PlannedChunk {
  readonly entries: number;
  readonly changed: readonly PlannedEntry[];
  readonly skipped: readonly SkipReason[];
}

/** Plans entries one by one; what would stay as it is, is not changed. */
export const planChunk = (
  entries: readonly EntryRef[],
  current: ReadonlyMap<string, EntryState>,
  plan: PlacingPlan,
  known: KnownKeys,
  by: { readonly userId: number | null; readonly at: number }
): PlannedChunk => {
  const changed: PlannedEntry[] = [];
  const skipped: SkipReason[] = [];
  for (const entry of entries) {
    const before = current.get(entry.documentId) ?? UNTOUCHED;
    const planned = plan(entry, before, known);
    if ('skip' in planned) {
      skipped.push(planned.skip);
      continue;
    }
    const { changes, origin, rule = '', decision = before.decision } = planned;
    const after: EntryState = {
      ...changedPlacement(before, changes, { origin, rule, ...by }),
      decision: isSameDecision(before.decision, decision) ? before.decision : decision && { ...decision, ...by },
    };
    if (!isSameState(before, after)) changed.push({ ...entry, before, after });
  }
  return { entries: entries.length, changed, skipped };
};
