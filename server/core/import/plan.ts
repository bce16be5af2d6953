import type { ImportColumn } from '../import-api';
import { pairKey } from '../placement';
import { MAX_TAGS, NO_CHANGES, type KnownKeys, type TagChanges, type TagSet } from '../tag-set';
import { EVERYONE, type ExclusionReason, type TagPair } from '../vocabulary';
import type { RowPlacement } from './row';

/** What a sheet says about one entry, all of its rows together. */
export type Wanted = readonly RowPlacement[];

/** What becomes of one entry, or why its rows cannot be imported. */
export type EntryPlan =
  | {
      readonly outcome: 'created' | 'changed' | 'unchanged';
      /** It loses all its personas, or all its stages, because cells are blank. */
      readonly isCleared: boolean;
      readonly changes: TagChanges;
    }
  | RejectedPlan;

export interface RejectedPlan {
  readonly outcome: 'rejected';
  /** The column that it is about. */
  readonly meaning: ImportColumn;
  readonly reason: string;
}

/**
 * Makes an entry what its rows say, together: each row's personas at each of its stages. A column that the sheet does
 * not have stays as it is. Whoever imports a sheet states what they want, so people's tags go too where the sheet says
 * otherwise; and a tag that stays keeps its origin, so that a sheet sent back untouched changes nothing.
 */
export const planImport = (current: TagSet, wanted: Wanted, isListing: boolean, known: KnownKeys): EntryPlan => {
  if (isUntouched(current, wanted, isListing)) return UNCHANGED;
  const reasons = new Set(wanted.flatMap(({ excluded }) => excluded ?? []));
  if (reasons.size > 1)
    return rejected('excluded', `The rows of this entry say ${[...reasons].join(' and ')}; say one.`);
  const [reason] = reasons;
  const pairs = wantedPairs(current.tags, wanted, isListing);
  if (reason !== undefined && pairs !== null && pairs.length > 0) {
    return rejected('excluded', 'One row says that it is not part of a journey, another gives it personas or stages.');
  }
  const tags = reason !== undefined ? [] : (pairs ?? current.tags);
  const held = new Set(current.tags.map(pairKey));
  const insert = tags.filter((tag) => !held.has(pairKey(tag)));
  const retired = notSettable(insert, known);
  if (retired !== null) return retired;
  if (insert.length > 0 && tags.length > MAX_TAGS) {
    return rejected('personas', `An entry takes at most ${MAX_TAGS} tags, and this would make ${tags.length}.`);
  }
  const kept = new Set(tags.map(pairKey));
  const remove = current.tags.filter((tag) => !kept.has(pairKey(tag)));
  const excluded = wantedExclusion(current, wanted, reason, insert.length > 0);
  if (insert.length + remove.length === 0 && excluded === undefined) {
    return UNCHANGED;
  }
  const wasPlaced = current.tags.length > 0 || current.excluded !== null;
  return {
    outcome: wasPlaced ? 'changed' : 'created',
    isCleared:
      reason === undefined && (['persona', 'stage'] as const).some((side) => losesAll(current.tags, tags, side)),
    changes: { insert, adopt: [], remove, excluded },
  };
};

const UNCHANGED: EntryPlan = {
  outcome: 'unchanged',
  isCleared: false,
  changes: NO_CHANGES,
};

/** Most rows of most sheets say what is there already: told with the least work. */
const isUntouched = (current: TagSet, wanted: Wanted, isListing: boolean): boolean => {
  const [row] = wanted;
  if (row?.personas === undefined || row.stages === undefined || wanted.length > 1 || isListing) return false;
  if (row.excluded !== null || current.excluded !== null) return false;
  const [personas, stages] = [row.personas, row.stages];
  const pairs = Math.max(personas.length, 1) * Math.max(stages.length, 1);
  if (current.tags.length !== (personas.length + stages.length === 0 ? 0 : pairs)) return false;
  return current.tags.every(
    ({ persona, stage }) =>
      (persona === null ? personas.length === 0 : personas.includes(persona)) &&
      (stage === null ? stages.length === 0 : stages.includes(stage))
  );
};

const losesAll = (before: readonly TagPair[], after: readonly TagPair[], side: keyof TagPair): boolean =>
  sideOf(before, side).length > 0 && sideOf(after, side).length === 0;

/** `replace`: what becomes of an entry that the sheet does not name. */
export const planRemoval = (current: TagSet): TagChanges => ({ ...NO_CHANGES, remove: current.tags });

const rejected = (meaning: ImportColumn, reason: string): RejectedPlan => ({
  outcome: 'rejected',
  meaning,
  reason,
});

/** The exclusion after the import; `undefined`: as before. A new tag takes it back, as everywhere. */
const wantedExclusion = (
  current: TagSet,
  wanted: Wanted,
  reason: ExclusionReason | undefined,
  adds: boolean
): TagChanges['excluded'] => {
  if (reason !== undefined) return current.excluded?.reason === reason ? undefined : { reason };
  const isTakenBack = adds || wanted.some(({ excluded }) => excluded === null);
  return isTakenBack && current.excluded !== null ? null : undefined;
};

/** The pairs that the rows make; `null`: they say nothing about them. */
const wantedPairs = (current: readonly TagPair[], wanted: Wanted, isListing: boolean): readonly TagPair[] | null => {
  const personas = union(wanted.map((row) => row.personas));
  const stages = union(wanted.map((row) => row.stages));
  if (personas === null && stages === null) return null;
  if (personas === null || stages === null || isListing) return reconciled(current, personas, stages);
  return unique(wanted.flatMap((row) => rowPairs(current, row)));
};

/** A row that says nothing of one side keeps what the entry has there; one that says nothing at all adds nothing. */
const rowPairs = (current: readonly TagPair[], { personas, stages }: RowPlacement): readonly TagPair[] => {
  if (personas && stages) return product(personas, stages);
  return personas || stages ? reconciled(current, personas ?? null, stages ?? null) : [];
};

/** Each persona at each stage; one side alone stays open on the other. */
const product = (personas: readonly string[], stages: readonly string[]): readonly TagPair[] => {
  if (personas.length === 0) return stages.map((stage) => ({ persona: null, stage }));
  if (stages.length === 0) return personas.map((persona) => ({ persona, stage: null }));
  return personas.flatMap((persona) => stages.map((stage) => ({ persona, stage })));
};

/**
 * The pairs of an entry whose personas or stages become others (`null`: stay): what stays on both sides keeps its
 * exceptions, what is new on one is set for all of the other.
 */
const reconciled = (
  current: readonly TagPair[],
  personas: readonly string[] | null,
  stages: readonly string[] | null
): readonly TagPair[] => {
  const before = { personas: sideOf(current, 'persona'), stages: sideOf(current, 'stage') };
  const after = { personas: personas ?? before.personas, stages: stages ?? before.stages };
  if (isSame(before.personas, after.personas) && isSame(before.stages, after.stages)) return current;
  const isOld = ({ persona, stage }: TagPair): boolean =>
    (persona === null || before.personas.includes(persona)) && (stage === null || before.stages.includes(stage));
  const had = new Set(current.map(pairKey));
  const made = product(after.personas, after.stages).filter((pair) => !isOld(pair) || had.has(pairKey(pair)));
  // A persona or stage whose combinations have all gone stays chosen, open on the other side.
  const has = (side: keyof TagPair, key: string): boolean => made.some((pair) => pair[side] === key);
  return [
    ...made,
    ...after.personas.filter((key) => !has('persona', key)).map((persona) => ({ persona, stage: null })),
    ...after.stages.filter((key) => !has('stage', key)).map((stage) => ({ persona: null, stage })),
  ];
};

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((key) => others.includes(key));

const sideOf = (pairs: readonly TagPair[], side: keyof TagPair): readonly string[] => [
  ...new Set(pairs.flatMap((pair) => pair[side] ?? [])),
];

const union = (lists: readonly (readonly string[] | undefined)[]): readonly string[] | null => {
  const said = lists.flatMap((one) => (one === undefined ? [] : [one]));
  return said.length === 0 ? null : [...new Set(said.flat())];
};

const unique = (pairs: readonly TagPair[]): readonly TagPair[] => [
  ...new Map(pairs.map((pair) => [pairKey(pair), pair])).values(),
];

/** Retired personas and stages stay where they are, and are set nowhere anew. */
const notSettable = (insert: readonly TagPair[], known: KnownKeys): EntryPlan | null => {
  for (const side of ['persona', 'stage'] as const) {
    const items = side === 'persona' ? known.personas : known.stages;
    for (const key of sideOf(insert, side)) {
      const found = items.find((item) => item.key === key);
      if (found?.retired === false || (side === 'persona' && key === EVERYONE)) continue;
      const problem = found
        ? `The ${side} "${key}" is retired and cannot be set any more.`
        : `There is no ${side} "${key}".`;
      return rejected(`${side}s`, problem);
    }
  }
  return null;
};
