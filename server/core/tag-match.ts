import { assertKnown } from './known-keys';
import { EVERYONE, JOURNEYS, NOT_SET, type Persona, type Stage, type TagPair } from './vocabulary';

/** By what a list of entries can be narrowed. */
export const TAG_FILTERS = ['persona', 'journey', 'stage'] as const;

/** What a list is narrowed to: of each kind named, any of the keys. */
export type TagFilter = Readonly<Partial<Record<(typeof TAG_FILTERS)[number], readonly string[]>>>;

/** What one side of a tag may be; `null` is the side that is open. */
export type SideMatch = { readonly oneOf: readonly (string | null)[] } | { readonly noneOf: readonly string[] };

/** The tags that a filter asks for: one tag has both sides, so that persona and stage together mean the cell. */
export interface TagMatch {
  readonly persona: SideMatch;
  readonly stage: SideMatch;
}

/** What tags may name. */
export interface Vocabulary {
  readonly personas: readonly Pick<Persona, 'key' | 'retired'>[];
  readonly stages: readonly Pick<Stage, 'key' | 'journey' | 'retired'>[];
}

/** Refuses keys that nothing has. Retired ones are known: a site that still asks for them gets no error. */
export const refuseUnknown = ({ persona, journey, stage }: TagFilter, { personas, stages }: Vocabulary): void => {
  refuseStrangers('persona', persona, personas, [EVERYONE, NOT_SET]);
  assertKnown('journey', journey ?? [], JOURNEYS);
  refuseStrangers('stage', stage, stages, [NOT_SET]);
};

/** The tags that a filter asks for. Keys that are retired or unknown have none, as everywhere. */
export const matchTags = ({ persona, journey, stage }: TagFilter, { personas, stages }: Vocabulary): TagMatch => {
  const travelled = stages.filter((one) => journey?.includes(one.journey) ?? true).map(({ key }) => key);
  const asked = journey === undefined ? stage : (stage ?? travelled).filter((key) => travelled.includes(key));
  return { persona: sideMatch(persona, retiredOf(personas)), stage: sideMatch(asked, retiredOf(stages)) };
};

/** Whether a tag is one of those asked for. */
export const isMatch = ({ persona, stage }: TagPair, match: TagMatch): boolean =>
  isSideMatch(persona, match.persona) && isSideMatch(stage, match.stage);

/** The tags that place an entry: in a cell, or for everyone at a stage. */
export const matchPlacing = ({ personas, stages }: Vocabulary): TagMatch => ({
  persona: { oneOf: [EVERYONE, ...liveOf(personas)] },
  stage: { oneOf: liveOf(stages) },
});

type Keyed = Pick<Persona, 'key' | 'retired'>;

const refuseStrangers = (
  field: 'persona' | 'stage',
  keys: readonly string[] = [],
  present: readonly Keyed[],
  builtIn: readonly string[]
): void => {
  const retired = retiredOf(present);
  assertKnown(
    field,
    keys.filter((key) => !retired.includes(key)),
    [...liveOf(present), ...builtIn]
  );
};

const sideMatch = (keys: readonly string[] | undefined, retired: readonly string[]): SideMatch =>
  keys === undefined
    ? { noneOf: retired }
    : { oneOf: keys.filter((key) => !retired.includes(key)).map((key) => (key === NOT_SET ? null : key)) };

const isSideMatch = (key: string | null, match: SideMatch): boolean =>
  'oneOf' in match ? match.oneOf.includes(key) : key === null || !match.noneOf.includes(key);

const liveOf = (all: readonly Keyed[]): readonly string[] => all.flatMap(({ key, retired }) => (retired ? [] : [key]));

const retiredOf = (all: readonly Keyed[]): readonly string[] =>
  all.flatMap(({ key, retired }) => (retired ? [key] : []));
