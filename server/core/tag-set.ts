import type { TagPatch, TagReplacement } from './api';
import { pairKey } from './placement';
import { invalid } from './refusal';
import {
  EVERYONE,
  type Exclusion,
  type Persona,
  type Stage,
  type Tag,
  type TagOrigin,
  type TagPair,
} from './vocabulary';

/** More tags than this say nothing any more about whom an entry is for. */
export const MAX_TAGS = 100;

/** Who writes tags, and with how much say; `userId` is an admin user's. */
export interface Actor {
  readonly origin: TagOrigin;
  readonly userId: number | null;
}

/** What is stored about one entry. */
export interface TagSet {
  readonly tags: readonly Tag[];
  readonly excluded: Exclusion | null;
}

/** What a write changes: the least that is needed, so that two editors never undo each other. */
export interface TagChanges {
  readonly insert: readonly TagPair[];
  /** Tags already there which somebody with more say now stands behind: *Keep* on what a rule placed. */
  readonly adopt: readonly TagPair[];
  readonly remove: readonly TagPair[];
  /** `undefined`: stays as it is. */
  readonly excluded: Exclusion | null | undefined;
}

/** The keys a tag may have. */
export interface KnownKeys {
  readonly personas: readonly Pick<Persona, 'key' | 'retired'>[];
  readonly stages: readonly Pick<Stage, 'key' | 'retired'>[];
}

/** Plans a PATCH. Throws a refusal that names the field when a pair is unknown, retired, empty or said twice. */
export const planPatch = (current: TagSet, patch: TagPatch, known: KnownKeys, origin: TagOrigin): TagChanges => {
  const add = patch.add ?? [];
  const remove = patch.remove ?? [];
  assertOnce([
    ...add.map((pair, at) => ({ pair, field: `add.${at}` })),
    ...remove.map((pair, at) => ({ pair, field: `remove.${at}` })),
  ]);
  if (origin === 'rule' && current.excluded) return NO_CHANGES;
  if (patch.excluded) {
    if (add.length > 0) throw contradiction();
    if (!current.tags.every((tag) => mayChange(tag, origin))) return NO_CHANGES;
    return { insert: [], adopt: [], remove: current.tags, excluded: patch.excluded };
  }
  const held = heldBy(current);
  add.forEach((pair, at) => assertPair(pair, `add.${at}`, known, held));
  remove.forEach((pair, at) => assertPair(pair, `remove.${at}`, known, held));
  return limited(current, {
    ...additions(add, held, origin),
    remove: remove.filter((pair) => mayChange(held.get(pairKey(pair)), origin)),
    excluded: patch.excluded === null || add.length > 0 ? null : undefined,
  });
};

/** Plans a PUT: what is not named goes, the exclusion too unless it is said to stay. */
export const planReplacement = (
  current: TagSet,
  { tags, excluded }: TagReplacement,
  known: KnownKeys,
  origin: TagOrigin
): TagChanges => {
  assertOnce(tags.map((pair, at) => ({ pair, field: `tags.${at}` })));
  if (excluded && tags.length > 0) throw contradiction();
  if (origin === 'rule' && current.excluded) return NO_CHANGES;
  const held = heldBy(current);
  tags.forEach((pair, at) => assertPair(pair, `tags.${at}`, known, held));
  const wanted = new Set(tags.map(pairKey));
  return limited(current, {
    ...additions(tags, held, origin),
    remove: current.tags.filter((tag) => !wanted.has(pairKey(tag)) && mayChange(tag, origin)),
    excluded: excluded ?? null,
  });
};

/** Refuses personas and stages that nobody may set, naming the field. */
export const assertSettable = (
  { personas = [], stages = [] }: { readonly personas?: readonly string[]; readonly stages?: readonly string[] },
  known: KnownKeys,
  prefix = ''
): void => {
  personas.forEach((key, at) => assertPersona(key, `${prefix}personas.${at}`, known));
  stages.forEach((key, at) => assertKey(key, `${prefix}stages.${at}`, 'stage', known.stages));
};

/** Rules never overwrite people, nor what people imported. */
const SAY = { rule: 0, import: 1, person: 2 } satisfies Record<TagOrigin, number>;

/** Everything stays. */
export const NO_CHANGES: TagChanges = { insert: [], adopt: [], remove: [], excluded: undefined };

const mayChange = (tag: Tag | undefined, origin: TagOrigin): boolean =>
  tag !== undefined && SAY[origin] >= SAY[tag.origin];

const additions = (
  pairs: readonly TagPair[],
  held: ReadonlyMap<string, Tag>,
  origin: TagOrigin
): Pick<TagChanges, 'insert' | 'adopt'> => ({
  insert: pairs.filter((pair) => !held.has(pairKey(pair))),
  adopt: pairs.filter((pair) => {
    const tag = held.get(pairKey(pair));
    return tag !== undefined && SAY[origin] > SAY[tag.origin];
  }),
});

const heldBy = ({ tags }: TagSet): ReadonlyMap<string, Tag> => new Map(tags.map((tag) => [pairKey(tag), tag]));

const limited = (current: TagSet, changes: TagChanges): TagChanges => {
  const after = current.tags.length + changes.insert.length - changes.remove.length;
  if (after <= MAX_TAGS || changes.insert.length === 0) return changes;
  throw invalid('tags', `\`tags\`: an entry takes at most ${MAX_TAGS} tags, and this would make ${after}.`);
};

const assertOnce = (pairs: readonly { readonly pair: TagPair; readonly field: string }[]): void => {
  const seen = new Map<string, string>();
  for (const { pair, field } of pairs) {
    const before = seen.get(pairKey(pair));
    if (before) throw invalid(field, `\`${field}\`: the same persona and stage as in \`${before}\`; say each once.`);
    seen.set(pairKey(pair), field);
  }
};

const assertPair = (pair: TagPair, field: string, known: KnownKeys, held: ReadonlyMap<string, Tag>): void => {
  if (pair.persona === null && pair.stage === null) {
    throw invalid(field, `\`${field}\`: set a persona, a stage, or both; one side at most may be null.`);
  }
  // What an entry has already may stay and may go, whatever has become of its persona or stage since.
  if (held.has(pairKey(pair))) return;
  assertPersona(pair.persona, `${field}.persona`, known);
  assertKey(pair.stage, `${field}.stage`, 'stage', known.stages);
};

const assertPersona = (key: string | null, field: string, { personas }: KnownKeys): void =>
  assertKey(key, field, 'persona', [{ key: EVERYONE, retired: false }, ...personas]);

const assertKey = (key: string | null, field: string, what: string, known: KnownKeys['stages']): void => {
  if (key === null) return;
  const live = known.filter(({ retired }) => !retired).map((other) => other.key);
  const found = known.find((other) => other.key === key);
  if (found && !found.retired) return;
  const problem = found ? `the ${what} "${key}" is retired and cannot be set any more` : `there is no ${what} "${key}"`;
  throw invalid(field, `\`${field}\`: ${problem}; known: ${live.join(', ') || 'none yet'}.`, { known: live });
};

const contradiction = () =>
  invalid('excluded', '`excluded`: an entry that is not part of a journey has no tags; send one or the other.');
