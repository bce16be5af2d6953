import type { RuleBody, RuleGone, RuleInput, RulesInput } from '../../../server/core/rules-api';

/** A rule while the list is edited; `id` tells rows apart before they have a key. */
export interface RuleDraft extends RuleInput {
  readonly id: string;
  readonly key: string | null;
  /** That it places now; `null` while it is new or changed. */
  readonly entries: number | null;
  /** The user may not read what it compares: it may be ordered, and nothing else. */
  readonly hidden: boolean;
  /** What it names and is no more: it may be ordered and deleted. */
  readonly gone: RuleGone | null;
}

export const draftOf = (rule: RuleBody): RuleDraft => ({ ...rule, id: rule.key });

/** A rule as previews and saving take it. */
export const inputOf = ({ contentType, condition, personas, stages, excluded }: RuleInput): RuleInput => ({
  contentType,
  condition,
  personas,
  stages,
  excluded,
});

/** The list as it is saved: what keeps its key keeps what it placed. */
export const savedRules = (drafts: readonly RuleDraft[]): RulesInput['rules'] =>
  drafts.map((draft) => ({ ...inputOf(draft), ...(draft.key !== null && { key: draft.key }) }));

/** The list with one rule added or changed. */
export const withRule = (drafts: readonly RuleDraft[], rule: RuleDraft): readonly RuleDraft[] =>
  drafts.some(({ id }) => id === rule.id) ? drafts.map((one) => (one.id === rule.id ? rule : one)) : [...drafts, rule];

/** A name for a row that no other has. */
export const freeId = (drafts: readonly RuleDraft[]): string => {
  for (let number = drafts.length; ; number += 1) {
    const id = `new ${number}`;
    if (drafts.every((draft) => draft.id !== id)) return id;
  }
};

/** What a new rule starts from. */
export const emptyRule = (contentType: string): RuleInput => ({
  contentType,
  condition: null,
  personas: [],
  stages: [],
  excluded: null,
});
