import type { TagPatch } from './api';
import { applyPatch, diffPlacements, selectionOf, togglePersona, toggleStage, type Placement } from './placement';
import type { BulkChange } from './placing-api';

/** What one change asked of many entries means for one of them. */
export const patchOf = (placement: Placement, change: BulkChange): TagPatch => {
  if (change.mode === 'exclude') return { excluded: { reason: change.reason } };
  if (change.mode === 'include') return placement.excluded ? { excluded: null } : {};
  // Taking away from an entry that is no part of a journey leaves it so.
  if (change.mode === 'remove' && placement.excluded) return {};
  if (change.mode === 'pairs') return { add: change.add ?? [], remove: change.remove ?? [] };
  return diffPlacements(placement, { tags: tagsAfter(placement, change), excluded: null });
};

type Sides = Extract<BulkChange, { readonly personas?: readonly string[] }>;

const tagsAfter = (placement: Placement, { mode, personas = [], stages = [] }: Sides): Placement['tags'] => {
  const chosen = selectionOf(placement.tags);
  const toggled = (tags: Placement['tags'], keys: readonly string[], toggle: typeof togglePersona): Placement['tags'] =>
    keys.reduce((now, key) => applyPatch({ tags: now, excluded: null }, toggle(now, key)).tags, tags);
  if (mode === 'remove') {
    const without = toggled(placement.tags, among(personas, chosen.personas), togglePersona);
    return toggled(without, among(stages, selectionOf(without).stages), toggleStage);
  }
  const added = toggled(placement.tags, notAmong(personas, chosen.personas), togglePersona);
  const both = toggled(added, notAmong(stages, selectionOf(added).stages), toggleStage);
  if (mode === 'add') return both;
  const now = selectionOf(both);
  const less = personas.length > 0 ? toggled(both, notAmong(now.personas, personas), togglePersona) : both;
  return stages.length > 0 ? toggled(less, notAmong(selectionOf(less).stages, stages), toggleStage) : less;
};

const among = (keys: readonly string[], others: readonly string[]): readonly string[] =>
  keys.filter((key) => others.includes(key));

const notAmong = (keys: readonly string[], others: readonly string[]): readonly string[] =>
  keys.filter((key) => !others.includes(key));
