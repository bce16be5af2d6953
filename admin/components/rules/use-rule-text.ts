import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { RuleGone, RuleInput, RuleOperator } from '../../../server/core/rules-api';
import { EXCLUSION_TEXT } from '../vocabulary-text';
import { useText, type TextKey } from '../text';
import { shownValue } from './shown-value';

/** How keys are called where a rule is shown; a page may name what is not saved yet. */
export interface RuleNames {
  readonly type: (uid: string) => string;
  readonly persona: (key: string) => string;
  readonly stage: (key: string) => string;
}

/** A rule as it is proposed, or as a list shows it. */
type ShownRule = RuleInput & { readonly hidden?: boolean; readonly gone?: RuleGone | null };

/** How a field is compared, in words. */
export const OPERATOR_TEXT = {
  is: 'rules.operator.is',
  lists: 'rules.operator.lists',
  contains: 'rules.operator.contains',
  'starts-with': 'rules.operator.startsWith',
} as const satisfies Record<RuleOperator, TextKey>;

const CONDITION_TEXT = {
  is: 'rules.condition.is',
  lists: 'rules.condition.lists',
  contains: 'rules.condition.contains',
  'starts-with': 'rules.condition.startsWith',
} as const satisfies Record<RuleOperator, TextKey>;

/** A rule as two phrases: which entries it is about, and what it gives them. */
export const useRuleText = (names: RuleNames) => {
  const text = useText();
  const { formatList } = useIntl();
  const { type, persona, stage } = names;

  const what = useCallback(
    ({ contentType, condition, hidden = false, gone = null }: ShownRule): string => {
      if (gone?.what === 'contentType') return gone.name;
      if (gone) return text('rules.gone.field', { type: type(contentType), field: gone.name });
      if (condition === null) return text(hidden ? 'rules.hidden' : 'rules.every', { type: type(contentType) });
      return text(CONDITION_TEXT[condition.operator], {
        type: type(contentType),
        field: condition.field,
        values: formatList(condition.values.map(shownValue), { type: 'disjunction' }),
      });
    },
    [text, formatList, type]
  );
  const gives = useCallback(
    ({ personas, stages, excluded }: RuleInput): string => {
      if (excluded !== null) return text('rules.gives.excluded', { reason: text(EXCLUSION_TEXT[excluded]) });
      const whom = formatList(personas.map(persona), { type: 'conjunction' });
      const when = formatList(stages.map(stage), { type: 'conjunction' });
      if (stages.length === 0) return text('rules.gives.persona', { whom });
      return personas.length === 0 ? text('rules.gives.stage', { when }) : text('rules.gives.both', { whom, when });
    },
    [text, formatList, persona, stage]
  );
  return { what, gives };
};
