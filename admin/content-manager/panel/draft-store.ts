import type { TagPatch } from '../../../server/core/api';
import { applyPatch, type Placement } from '../../../server/core/placement';
import type { Change, PlacementSnapshot, PlacementStore } from './placement-store';

/** Placement of an entry that does not exist yet: remembers the clicks until there is something to save them to. */
export const createDraftStore = (first: readonly TagPatch[], isNew: boolean) => {
  let isBaseKnown = isNew;
  const listeners = new Set<() => void>();
  let base: Placement = { tags: [], excluded: null };
  let patches = first;
  const take = (): PlacementSnapshot => ({
    stored: null,
    placement: patches.reduce(applyPatch, base),
    save: { kind: 'held' },
  });
  let snapshot = take();
  const publish = () => {
    snapshot = take();
    for (const listener of listeners) listener();
  };

  return {
    getSnapshot: () => snapshot,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(...more: readonly TagPatch[]) {
      patches = [...patches, ...more];
      publish();
    },
    undo: () => undefined,
    flush: async () => undefined,
    /** All that was chosen, instead of what rules say of a new entry; of a copy not read yet only the clicks. */
    changes(): readonly Change[] {
      const { placement } = snapshot;
      if (patches.length === 0 || !isBaseKnown) return patches;
      // Nothing chosen on a new page leaves the entry to the rules; of a copy it takes the original's tags away.
      return isNothing(placement) && isNothing(base) ? [] : [{ become: placement }];
    },
    /** What the entry will start with: a copy has its original's tags. */
    startFrom(placement: Placement) {
      base = placement;
      isBaseKnown = true;
      publish();
    },
  } satisfies PlacementStore & Record<string, unknown>;
};

const isNothing = ({ tags, excluded }: Placement): boolean => tags.length === 0 && excluded === null;

export type DraftStore = ReturnType<typeof createDraftStore>;
