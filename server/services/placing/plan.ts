import type { SkipReason } from '../../core/placing-api';
import type { KnownKeys, TagChanges } from '../../core/tag-set';
import type { EntryRef, TagOrigin } from '../../core/vocabulary';
import type { JournalEntry } from '../../stores/operations/journal';
import { changedPlacement, isSamePlacement, NOT_PLACED, type KeptPlacement } from '../../stores/placements';

/** What becomes of one entry: changes by somebody of an origin (`rule`: the rules' keys), or why it stays. */
export type PlacingPlan = (
  entry: EntryRef,
  current: KeptPlacement,
  known: KnownKeys
) =>
  { readonly changes: TagChanges; readonly origin: TagOrigin; readonly rule?: string } | { readonly skip: SkipReason };

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
  current: ReadonlyMap<string, KeptPlacement>,
  plan: PlacingPlan,
  known: KnownKeys,
  by: { readonly userId: number | null; readonly at: number }
): PlannedChunk => {
  const changed: PlannedEntry[] = [];
  const skipped: SkipReason[] = [];
  for (const entry of entries) {
    const before = current.get(entry.documentId) ?? NOT_PLACED;
    const planned = plan(entry, before, known);
    if ('skip' in planned) {
      skipped.push(planned.skip);
      continue;
    }
    const after = changedPlacement(before, planned.changes, {
      origin: planned.origin,
      rule: planned.rule ?? '',
      ...by,
    });
    if (!isSamePlacement(before, after)) changed.push({ ...entry, before, after });
  }
  return { entries: entries.length, changed, skipped };
};
