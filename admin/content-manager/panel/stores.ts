import type { TagPatch } from '../../../server/core/api';
import { entryKey, type EntryRef } from '../../../server/core/vocabulary';
import { createDraftStore, type DraftStore } from './draft-store';
import type { Change, createPlacementStore } from './placement-store';

type EntryStore = ReturnType<typeof createPlacementStore>;

const entryStores = new Map<string, EntryStore>();
const draftStores = new Map<string, DraftStore>();

/** One store per entry for as long as somebody looks at it or something is on its way. */
export const entryStore = (entry: EntryRef, create: () => EntryStore): EntryStore => {
  const wanted = entryKey(entry);
  for (const [key, store] of entryStores) {
    if (key !== wanted && store.isIdle()) entryStores.delete(key);
  }
  const store = entryStores.get(wanted) ?? create();
  entryStores.set(wanted, store);
  return store;
};

/** The choice made on a create page, known by its path; a new one starts with `preset`. */
export const draftStore = (path: string, preset: readonly TagPatch[], isNew: boolean): DraftStore => {
  const store = draftStores.get(path) ?? createDraftStore(preset, isNew);
  draftStores.set(path, store);
  return store;
};

/** Ends a page's draft and hands out what was chosen; empty when nothing was. */
export const takeDraft = (path: string): readonly Change[] => {
  const draft = draftStores.get(path);
  draftStores.delete(path);
  return draft?.changes() ?? [];
};
