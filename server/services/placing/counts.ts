import { isSameDecision } from '../../core/decision';
import { pairKey, selectionOf } from '../../core/placement';
import type { EntriesByKey, PlacingCounts, SkipReason } from '../../core/placing-api';
import type { KeptPlacement } from '../../stores/placements';
import type { PlannedChunk } from './plan';

export const NOTHING_YET: PlacingCounts = {
  entries: 0,
  changed: 0,
  unchanged: 0,
  added: 0,
  removed: 0,
  placed: 0,
  lost: { personas: {}, stages: {} },
  decided: 0,
  skipped: {},
};

/** Counts on with what becomes of some more entries. */
export const addTo = (counts: PlacingCounts, { entries, changed, skipped }: PlannedChunk): PlacingCounts => {
  const reasons: Partial<Record<SkipReason, number>> = { ...counts.skipped };
  for (const reason of skipped) reasons[reason] = (reasons[reason] ?? 0) + 1;
  return {
    entries: counts.entries + entries,
    changed: counts.changed + changed.length,
    unchanged: counts.unchanged + entries - changed.length - skipped.length,
    added: counts.added + sum(changed, ({ before, after }) => notIn(after.tags, before.tags)),
    removed: counts.removed + sum(changed, ({ before, after }) => notIn(before.tags, after.tags)),
    placed: counts.placed + sum(changed, ({ before, after }) => Number(hasPlace(after)) - Number(hasPlace(before))),
    lost: combined(counts.lost, lostIn(changed), 1),
    decided:
      counts.decided + changed.filter(({ before, after }) => !isSameDecision(before.decision, after.decision)).length,
    skipped: reasons,
  };
};

/** Takes entries that were planned out again, because they are not changed after all. */
export const without = (counts: PlacingCounts, changed: PlannedChunk['changed']): PlacingCounts => {
  const taken = addTo(NOTHING_YET, { entries: changed.length, changed, skipped: [] });
  return {
    ...counts,
    changed: counts.changed - taken.changed,
    added: counts.added - taken.added,
    removed: counts.removed - taken.removed,
    placed: counts.placed - taken.placed,
    lost: combined(counts.lost, taken.lost, -1),
    decided: counts.decided - taken.decided,
  };
};

type Lost = PlacingCounts['lost'];

const lostIn = (changed: PlannedChunk['changed']): Lost => {
  const lost = { personas: new Map<string, number>(), stages: new Map<string, number>() };
  for (const { before, after } of changed) {
    const [was, is] = [selectionOf(before.tags), selectionOf(after.tags)];
    for (const side of ['personas', 'stages'] as const) {
      for (const key of was[side]) {
        if (!is[side].includes(key)) lost[side].set(key, (lost[side].get(key) ?? 0) + 1);
      }
    }
  }
  return { personas: Object.fromEntries(lost.personas), stages: Object.fromEntries(lost.stages) };
};

const combined = (a: Lost, b: Lost, sign: 1 | -1): Lost => {
  const summed = (one: EntriesByKey, other: EntriesByKey): EntriesByKey =>
    Object.fromEntries(
      [...new Set([...Object.keys(one), ...Object.keys(other)])]
        .map((key) => [key, (one[key] ?? 0) + sign * (other[key] ?? 0)] as const)
        .filter(([, entries]) => entries > 0)
    );
  return { personas: summed(a.personas, b.personas), stages: summed(a.stages, b.stages) };
};

/** Whether an entry is in a cell, for everyone at a stage, or no part of a journey. */
export const hasPlace = ({ tags, excluded }: KeptPlacement): boolean =>
  excluded !== null || tags.some(({ persona, stage }) => persona !== null && stage !== null);

type Tags = PlannedChunk['changed'][number]['before']['tags'];

const notIn = (some: Tags, others: Tags): number => {
  const known = new Set(others.map(pairKey));
  return some.filter((tag) => !known.has(pairKey(tag))).length;
};

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
