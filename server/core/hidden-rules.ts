import { invalid, type Refusal } from './refusal';
import type { Rule, RuleGone, RuleInput, RulesInput } from './rules-api';

type Asked = RulesInput['rules'];

/** Rules whose conditions somebody is not told, by key: `hidden` may be ordered alone, `gone` be removed as well. */
export interface VeiledRules {
  readonly hidden: ReadonlySet<string>;
  readonly gone: ReadonlyMap<string, RuleGone>;
}

/** A rule as it is shown to somebody who may not read what it compares. */
export const withoutCondition = (rule: Rule): Rule => ({ ...rule, condition: null });

/** The list that is asked for with the veiled rules of it as they are kept: it may order them, and change nothing. */
export const withVeiled = (asked: Asked, kept: readonly Rule[], { hidden, gone }: VeiledRules): Asked =>
  asked.map((rule, at) => {
    const present = kept.find(({ key }) => key === rule.key && (hidden.has(key) || gone.has(key)));
    if (!present) return rule;
    if (said(rule) === said(withoutCondition(present))) return present;
    const { name } = gone.get(present.key) ?? {};
    throw invalid(
      `rules.${at}`,
      name === undefined
        ? `\`rules.${at}\`: you may not read what "${present.key}" compares; send it as it is shown, wherever it stands.`
        : `\`rules.${at}\`: "${name}" is gone, or may not be named; send "${present.key}" as it is shown, or leave it out.`
    );
  });

/** Refuses a list without one of the hidden rules: nobody removes what is out of sight. */
export const requireHidden = (asked: Asked, hidden: ReadonlySet<string>): void => {
  const missing = [...hidden].filter((key) => !asked.some((rule) => rule.key === key));
  if (missing.length > 0) throw leftOut(missing);
};

/** Whether a rule is exactly one of those that are kept. */
export const isKept = (rule: Asked[number], kept: readonly Rule[]): boolean =>
  kept.some(({ key, ...present }) => key === rule.key && said(present) === said(rule));

/** All that a rule says, as one text to compare. */
const said = ({ contentType, condition, personas, stages, excluded }: RuleInput): string =>
  JSON.stringify([
    contentType,
    condition && [condition.field, condition.operator, condition.values],
    personas,
    stages,
    excluded,
  ]);

const leftOut = (keys: readonly string[]): Refusal =>
  invalid(
    'rules',
    `\`rules\`: you may not read what ${keys.map((key) => `"${key}"`).join(', ')} ` +
      'compares, so the list has to keep it; send it as it is shown.',
    { missing: keys }
  );
