import { PLACEMENTS, type Placement } from './api';
import { assertKnown } from './known-keys';
import { invalid } from './refusal';
import { isStorable } from './storable';
import { TAG_FILTERS, type TagFilter } from './tag-match';

/** What the filters of the Content Manager's lists are called in its URLs; content types may have a `stage` themselves. */
export const LIST_FILTERS = {
  persona: 'contentStrategyPersona',
  journey: 'contentStrategyJourney',
  stage: 'contentStrategyStage',
  placement: 'contentStrategyPlacement',
} as const;
export type ListFilterName = keyof typeof LIST_FILTERS;

/** What a list is narrowed to: each filter narrows it further, as the host's own do. */
export interface ListFilter {
  /** The entry has, for each of these, a tag. */
  readonly tags: readonly TagFilter[];
  readonly placements: readonly Placement[];
}

/** More would be no filter that people made, and each is a condition of the query. */
const MOST_TAGS = 50;

type Condition = Readonly<Record<string, unknown>>;

/** The query of a list of the Content Manager, as far as it is ours to read. */
export interface ListQuery {
  readonly filters?: { readonly $and?: unknown };
}

/** What stands in a list's `filters.$and`, where its filter bar writes; `null` where somebody wrote something else. */
export const conditionsOf = ({ filters }: ListQuery): readonly Condition[] | null => {
  const conditions = filters?.$and;
  return Array.isArray(conditions) && conditions.every(isCondition) ? conditions : null;
};

const isCondition = (value: unknown): value is Condition => typeof value === 'object' && value !== null;

/** Tells the conditions of a list's `filters.$and` that are ours from the host's. */
export const splitFilters = (conditions: readonly Condition[]) => ({
  own: conditions.flatMap((condition) =>
    NAMES.filter((name) => LIST_FILTERS[name] in condition).map((name) => ({
      name,
      value: condition[LIST_FILTERS[name]],
    }))
  ),
  rest: conditions.flatMap((condition) => {
    const left = Object.entries(condition).filter(([key]) => !OWN_KEYS.has(key));
    return left.length === 0 && Object.keys(condition).length > 0 ? [] : [Object.fromEntries(left)];
  }),
});

/** Reads conditions of ours. A persona and a stage mean the cell; two personas at a stage, an entry in both cells. */
export const readListFilter = (own: ReturnType<typeof splitFilters>['own']): ListFilter => {
  const keysOf = (name: ListFilterName): readonly string[] => [
    ...new Set(own.filter((condition) => condition.name === name).map(({ value }) => keyOf(name, value))),
  ];
  const placements = keysOf('placement');
  assertKnown(LIST_FILTERS.placement, placements, PLACEMENTS);
  const tags = TAG_FILTERS.reduce<readonly TagFilter[]>(
    (filters, name) => {
      const keys = keysOf(name);
      return keys.length === 0
        ? filters
        : filters.flatMap((filter) => keys.map((key) => ({ ...filter, [name]: [key] })));
    },
    [{}]
  );
  if (tags.length > MOST_TAGS)
    throw invalid('filters', `\`filters\`: at most ${MOST_TAGS} combinations of personas, journeys and stages.`);
  return {
    tags: tags.filter((filter) => Object.keys(filter).length > 0),
    placements: PLACEMENTS.filter((placement) => placements.includes(placement)),
  };
};

const NAMES = [...TAG_FILTERS, 'placement'] as const;
const OWN_KEYS: ReadonlySet<string> = new Set(Object.values(LIST_FILTERS));

const keyOf = (name: ListFilterName, value: unknown): string => {
  const key =
    typeof value === 'object' && value !== null && Object.keys(value).join() === '$eq' && '$eq' in value
      ? value.$eq
      : value;
  if (typeof key === 'string' && isStorable(key)) return key;
  const field = LIST_FILTERS[name];
  throw invalid(field, `\`${field}\`: takes one key by \`$eq\`.`);
};
