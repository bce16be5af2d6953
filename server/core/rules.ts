import { pairKey } from './placement';
import type { Rule, RuleInput, RulesInput } from './rules-api';
import { MAX_TAGS, type TagChanges } from './tag-set';
import { invalid } from './refusal';
import type { Exclusion, Tag, TagPair } from './vocabulary';

/** Where rules put one entry. */
export interface RuleDecision {
  readonly tags: readonly TagPair[];
  readonly excluded: Exclusion | null;
  /** Keys of the rules that said so, joined by spaces. */
  readonly rule: string;
}

/** What is stored about one entry, and which of it by rules. */
export interface RulePlacement {
  readonly tags: readonly Tag[];
  readonly excluded: (Exclusion & { readonly rule: string }) | null;
}

/** What the rules that an entry matches say together, asked in order; `null`: nothing. */
export const decide = (matching: readonly Rule[]): RuleDecision | null => {
  const [first] = matching;
  if (!first) return null;
  if (first.excluded !== null) return { tags: [], excluded: { reason: first.excluded }, rule: first.key };
  const placing = matching.filter(({ excluded }) => excluded === null);
  const forPersonas = placing.find(({ personas }) => personas.length > 0);
  const forStages = placing.find(({ stages }) => stages.length > 0);
  const keys = new Set([forPersonas, forStages].flatMap((rule) => rule?.key ?? []));
  return {
    tags: product(forPersonas?.personas ?? [], forStages?.stages ?? []),
    excluded: null,
    rule: [...keys].join(' '),
  };
};

/** What a decision changes on an entry: only what rules have set. `null`: a person or an import has had a say in it. */
export const planByRules = (current: RulePlacement, decision: RuleDecision | null): TagChanges | null => {
  if (current.tags.some(({ origin }) => origin !== 'rule') || current.excluded?.rule === '') return null;
  const wanted = decision?.tags ?? [];
  const held = new Set(current.tags.map(pairKey));
  const kept = new Set(wanted.map(pairKey));
  return {
    insert: wanted.filter((pair) => !held.has(pairKey(pair))),
    adopt: wanted.filter((pair) => held.has(pairKey(pair))),
    remove: current.tags.filter((tag) => !kept.has(pairKey(tag))),
    excluded: decision?.excluded ?? null,
  };
};

/**
 * Rules once a persona or stage has gone: its successor stands in its place, or nothing (`null`), and a rule that then
 * gives nothing is left out.
 */
export const succeeded = (
  rules: readonly Rule[],
  side: 'personas' | 'stages',
  key: string,
  successor: string | null
): readonly Rule[] =>
  rules.flatMap((rule) => {
    if (!rule[side].includes(key)) return [rule];
    const keys = new Set(rule[side].flatMap((one) => (one === key ? (successor ?? []) : [one])));
    const left = { ...rule, [side]: [...keys] };
    return left.personas.length + left.stages.length > 0 ? [left] : [];
  });

/** Refuses a rule that gives nothing, too much, or contradicts itself. */
export const assertRule = ({ personas, stages, excluded }: RuleInput, field: string): void => {
  if (excluded !== null && personas.length + stages.length > 0) {
    throw invalid(
      `${field}.excluded`,
      `\`${field}.excluded\`: a rule places entries or takes them out of the journeys; send one or the other.`
    );
  }
  if (excluded === null && personas.length + stages.length === 0) {
    throw invalid(`${field}.stages`, `\`${field}.stages\`: a rule gives a persona, a stage, or both.`);
  }
  if (personas.length * stages.length > MAX_TAGS) {
    throw invalid(`${field}.stages`, `\`${field}.stages\`: an entry takes at most ${MAX_TAGS} tags.`);
  }
};

/** Entries that a rule places, of counts by the rules' keys joined by spaces. */
export const entriesOf = (placed: ReadonlyMap<string, number>, key: string): number =>
  [...placed].reduce((sum, [keys, entries]) => (keys.split(' ').includes(key) ? sum + entries : sum), 0);

/** Rules that stay keep their key; a new one gets a number never used before among them. */
export const keyedRules = (rules: RulesInput['rules'], present: readonly Rule[]): readonly Rule[] => {
  const known = new Set(present.map(({ key }) => key));
  let last = Math.max(0, ...present.map(({ key }) => Number(/\d+$/.exec(key)?.[0] ?? 0)));
  const seen = new Set<string>();
  return rules.map(({ key, ...rule }, at) => {
    if (key === undefined) return { ...rule, key: `rule-${(last += 1)}` };
    if (!known.has(key) || seen.has(key)) {
      const field = `rules.${at}.key`;
      throw invalid(
        field,
        `\`${field}\`: there is no rule "${key}", or it stands here twice; leave the key out for a new one.`
      );
    }
    seen.add(key);
    return { ...rule, key };
  });
};

const product = (personas: readonly string[], stages: readonly string[]): readonly TagPair[] =>
  sideOf(personas).flatMap((persona) => sideOf(stages).map((stage) => ({ persona, stage })));

const sideOf = (keys: readonly string[]): readonly (string | null)[] => (keys.length > 0 ? keys : [null]);
