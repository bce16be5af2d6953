import type { TagPatch } from './api';
import { EVERYONE, type Exclusion, type TagPair } from './vocabulary';

/** What the panel edits: the pairs of one entry, or why it is no part of a journey. */
export interface Placement {
  readonly tags: readonly TagPair[];
  readonly excluded: Exclusion | null;
}

/** What the panel's two sets of toggles show of some pairs. */
export interface Selection {
  /** In order of first appearance. */
  readonly personas: readonly string[];
  readonly stages: readonly string[];
  /** Pairs with both sides set. */
  readonly combinations: number;
  /** What the product of both sides would hold. */
  readonly possible: number;
  /** Fewer combinations than possible although both sides are chosen: made by *Adjust*. */
  readonly hasExceptions: boolean;
}

/** Reads personas, stages and exceptions off a set of pairs, so that they need not be stored. */
export const selectionOf = (tags: readonly TagPair[]): Selection => {
  const personas = distinct(tags.map(({ persona }) => persona));
  const stages = distinct(tags.map(({ stage }) => stage));
  const combinations = tags.filter(isFull).length;
  const possible = personas.length * stages.length;
  return { personas, stages, combinations, possible, hasExceptions: combinations < possible };
};

/** Chooses a persona at all chosen stages, or takes its row away; the stages stay chosen. Replaces `everyone`. */
export const togglePersona = (tags: readonly TagPair[], persona: string): TagPatch => {
  const chosen = tags.some((tag) => tag.persona === persona);
  const excludes = (key: string) => (persona === EVERYONE) !== (key === EVERYONE);
  return patchTo(tags, toggleKey(chosen ? tags : withoutKeys(tags, 'persona', excludes), 'persona', persona));
};

/** `everyone` stands for all and beside nobody: choosing it replaces the personas. */
export const toggleEveryone = (tags: readonly TagPair[]): TagPatch => togglePersona(tags, EVERYONE);

/** Chooses a stage for all chosen personas, or takes its column away; the personas stay chosen. */
export const toggleStage = (tags: readonly TagPair[], stage: string): TagPatch =>
  patchTo(tags, toggleKey(tags, 'stage', stage));

/** *Adjust*: one combination in or out; persona and stage stay chosen, open if they have to. */
export const togglePair = (tags: readonly TagPair[], persona: string, stage: string): TagPatch => {
  const pair = { persona, stage };
  const rest = tags.filter((tag) => pairKey(tag) !== pairKey(pair));
  return patchTo(
    tags,
    rest.length < tags.length
      ? [...rest, ...orphans(tags, rest, 'persona'), ...orphans(tags, rest, 'stage')]
      : withoutIdleOpenPairs([...tags, pair])
  );
};

/** The placement after a patch; `excluded` empties the tags, a new tag takes the exclusion back. */
export const applyPatch = ({ tags, excluded }: Placement, patch: TagPatch): Placement => {
  if (patch.excluded) return { tags: [], excluded: patch.excluded };
  const removed = new Set((patch.remove ?? []).map(pairKey));
  const kept = tags.filter((tag) => !removed.has(pairKey(tag)));
  const next = unique([...kept, ...(patch.add ?? [])]);
  return { tags: next, excluded: patch.excluded === null || next.length > 0 ? null : excluded };
};

/** The smallest patch from one placement to another: what is sent, so that two editors do not lose each other's tags. */
export const diffPlacements = (from: Placement, to: Placement): TagPatch => {
  if (to.excluded) return to.excluded.reason === from.excluded?.reason ? {} : { excluded: to.excluded };
  const patch = patchTo(from.tags, to.tags);
  return from.excluded ? { ...patch, excluded: null } : patch;
};

/** Takes back what `patch` changes on `before`: for *Undo* and for a save that failed. */
export const invertPatch = (before: Placement, patch: TagPatch): TagPatch =>
  diffPlacements(applyPatch(before, patch), before);

/** Nothing to send. */
export const isEmptyPatch = ({ add = [], remove = [], excluded }: TagPatch): boolean =>
  add.length === 0 && remove.length === 0 && excluded === undefined;

/** Identity of a pair, for sets and look-ups; keys of personas and stages hold no space. */
export const pairKey = ({ persona, stage }: TagPair): string => `${persona ?? ''} ${stage ?? ''}`;

type Side = keyof TagPair;

// A stage's column is a persona's row seen from the other side.
const toggleKey = (tags: readonly TagPair[], side: Side, key: string): readonly TagPair[] => {
  if (tags.some((tag) => tag[side] === key)) return withoutKeys(tags, side, (other) => other === key);
  const across = distinct(tags.map((tag) => tag[opposite(side)]));
  return withoutIdleOpenPairs([
    ...tags,
    ...(across.length > 0 ? across : [null]).map((other) => pair(side, key, other)),
  ]);
};

const withoutKeys = (tags: readonly TagPair[], side: Side, drop: (key: string) => boolean): readonly TagPair[] => {
  const rest = tags.filter(({ [side]: key }) => key === null || !drop(key));
  return [...rest, ...orphans(tags, rest, opposite(side))];
};

/** Open pairs for the keys of one side that lost their last pair: what was chosen there stays chosen. */
const orphans = (before: readonly TagPair[], after: readonly TagPair[], side: Side): readonly TagPair[] =>
  distinct(before.map((tag) => tag[side]))
    .filter((key) => !after.some((tag) => tag[side] === key))
    .map((key) => pair(side, key, null));

const withoutIdleOpenPairs = (tags: readonly TagPair[]): readonly TagPair[] => {
  const full = tags.filter(isFull);
  const personas = new Set(full.map(({ persona }) => persona));
  const stages = new Set(full.map(({ stage }) => stage));
  return tags.filter((tag) => isFull(tag) || !(personas.has(tag.persona) || stages.has(tag.stage)));
};

const patchTo = (from: readonly TagPair[], to: readonly TagPair[]): Pick<Required<TagPatch>, 'add' | 'remove'> => ({
  add: missingIn(from, to),
  remove: missingIn(to, from),
});

const missingIn = (some: readonly TagPair[], others: readonly TagPair[]): readonly TagPair[] => {
  const known = new Set(some.map(pairKey));
  return unique(others.filter((tag) => !known.has(pairKey(tag)))).map(({ persona, stage }) => ({ persona, stage }));
};

const opposite = (side: Side): Side => (side === 'persona' ? 'stage' : 'persona');

const pair = (side: Side, key: string, other: string | null): TagPair =>
  side === 'persona' ? { persona: key, stage: other } : { persona: other, stage: key };

const isFull = ({ persona, stage }: TagPair): boolean => persona !== null && stage !== null;

const distinct = (keys: readonly (string | null)[]): readonly string[] => [
  ...new Set(keys.filter((key) => key !== null)),
];

const unique = (tags: readonly TagPair[]): readonly TagPair[] => [
  ...new Map(tags.map((tag) => [pairKey(tag), tag])).values(),
];
