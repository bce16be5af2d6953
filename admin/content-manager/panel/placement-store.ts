import type { TagPatch, TagSetBody } from '../../../server/core/api';
import {
  applyPatch,
  diffPlacements,
  invertPatch,
  isEmptyPatch,
  pairKey,
  type Placement,
} from '../../../server/core/placement';
import type { TagPair } from '../../../server/core/vocabulary';

/** What somebody did: a click, or all that was chosen before the entry was there. */
export type Change = TagPatch | { readonly become: Placement };

/** Where the latest clicks stand. */
export type SaveState =
  | { readonly kind: 'idle' }
  /** The create page: nothing to save to yet. */
  | { readonly kind: 'held' }
  | { readonly kind: 'saving' }
  /** `undo` takes it back; `isUndone`: what was saved was itself taken back, and `undo` does it again. */
  | { readonly kind: 'saved'; readonly undo: TagPatch; readonly isUndone: boolean }
  /** Rolled back; `lost` is what to send again. */
  | { readonly kind: 'failed'; readonly error: unknown; readonly lost: readonly Change[] };

/** What the panel shows: the stored tags with the clicks that are still on their way. */
export interface PlacementSnapshot {
  /** As stored, for origins and names; `null` while unknown or not yet stored. */
  readonly stored: TagSetBody | null;
  readonly placement: Placement;
  readonly save: SaveState;
}

/** Placement of one entry outside React, so that a click survives the panel it was made in. */
export interface PlacementStore {
  getSnapshot(): PlacementSnapshot;
  subscribe(listener: () => void): () => void;
  /** Shown at once, saved soon. */
  change(...changes: readonly Change[]): void;
  /** Takes back what was saved last, or does it again. */
  undo(): void;
  /** Saves now. */
  flush(): Promise<void>;
}

interface Transport {
  load(): Promise<TagSetBody>;
  send(patch: TagPatch): Promise<TagSetBody>;
  onSaved(stored: TagSetBody): void;
  /** Nobody is looking at the panel any more. */
  onUnseenFailure(error: unknown): void;
}

/** Clicks within this time go as one request. */
export const SAVE_DELAY_MS = 400;

const NOTHING: Placement = { tags: [], excluded: null };

/** A store that saves to the server: coalescing, one request at a time, rolled back when refused. */
export const createPlacementStore = ({ load, send, onSaved, onUnseenFailure }: Transport) => {
  const listeners = new Set<() => void>();
  let stored: TagSetBody | null = null;
  let queued: readonly Change[] = [];
  let sending: readonly Change[] = [];
  let undoing: Change | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let snapshot: PlacementSnapshot = { stored, placement: NOTHING, save: { kind: 'idle' } };

  const publish = (save: SaveState) => {
    snapshot = { stored, placement: [...sending, ...queued].reduce(applyChange, stored ?? NOTHING), save };
    for (const listener of listeners) listener();
  };

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    if (sending.length > 0 || queued.length === 0) return;
    [sending, queued] = [queued, []];
    publish({ kind: 'saving' });
    try {
      const before = stored ?? (await load());
      const patch = outgoing(before, sending);
      if (isEmptyPatch(patch)) {
        [stored, sending] = [before, []];
        publish({ kind: 'idle' });
      } else {
        const after = await send(patch);
        // Together with a click it is a change as any other.
        const isUndone = sending.length === 1 && sending[0] === undoing;
        [stored, sending] = [after, []];
        publish({ kind: 'saved', undo: invertPatch(before, patch), isUndone });
        onSaved(after);
      }
    } catch (error) {
      const lost = [...sending, ...queued];
      [sending, queued] = [[], []];
      publish({ kind: 'failed', error, lost });
      if (listeners.size === 0) onUnseenFailure(error);
    }
    await flush();
  };

  const flushOnLeaving = () => void flush();

  const change = (...changes: readonly Change[]): void => {
    queued = [...queued, ...changes];
    publish({ kind: 'saving' });
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), SAVE_DELAY_MS);
  };

  return {
    getSnapshot: () => snapshot,
    subscribe(listener: () => void) {
      if (listeners.size === 0) window.addEventListener('pagehide', flushOnLeaving);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        window.removeEventListener('pagehide', flushOnLeaving);
        void flush();
      };
    },
    change,
    undo() {
      const { save } = snapshot;
      if (save.kind !== 'saved') return;
      undoing = save.isUndone ? null : save.undo;
      change(save.undo);
      void flush();
    },
    flush,
    /** What another reading of the server brought; while a save is under way its answer is newer. */
    receive(next: TagSetBody) {
      if (sending.length > 0 || next === stored) return;
      stored = next;
      publish(snapshot.save);
    },
    isIdle: () => sending.length === 0 && queued.length === 0,
  };
};

/** The least to send; a pair chosen anew although a rule had set it is sent too, and so becomes a person's. */
const outgoing = (before: TagSetBody, changes: readonly Change[]): TagPatch => {
  const after = changes.reduce(applyChange, before);
  const patch = diffPlacements(before, after);
  const chosen = new Set(changes.flatMap(pairsChosen).map(pairKey));
  const kept = before.tags
    .filter((tag) => tag.origin !== 'person' && chosen.has(pairKey(tag)))
    .filter((tag) => after.tags.some((other) => pairKey(other) === pairKey(tag)))
    .map(({ persona, stage }) => ({ persona, stage }));
  return kept.length === 0 ? patch : { ...patch, add: [...(patch.add ?? []), ...kept] };
};

const applyChange = (placement: Placement, change: Change): Placement =>
  'become' in change ? change.become : applyPatch(placement, change);

const pairsChosen = (change: Change): readonly TagPair[] =>
  'become' in change ? change.become.tags : (change.add ?? []);
