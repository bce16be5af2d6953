import { useState } from 'react';
import { MultiSelect, MultiSelectOption, Textarea } from '@strapi/design-system';
import type { RuleCondition } from '../../../server/core/rules-api';
import { useRuleValues } from '../../api/rules';
import { useText } from '../../components/text';
import { FormField } from '../../components/form/FormField';
import { shownValue } from '../../components/rules/shown-value';

interface Props {
  readonly contentType: string;
  readonly condition: RuleCondition;
  readonly onChange: (values: readonly string[]) => void;
}

/** So many values the server names; where there are more, they are written. */
const ALL = 50;

/** Values chosen from those that entries have, or written, one per line. */
export const ConditionValues = ({ contentType, condition, onChange }: Props) => {
  const text = useText();
  const { field, operator } = condition;
  const { data: found } = useRuleValues({ contentType, field, operator: operator === 'lists' ? 'lists' : 'is' });
  const [written, setWritten] = useState(condition.values.join('\n'));
  const options = [...new Set([...condition.values, ...(found ?? []).map(({ value }) => value)])];
  const isChosen =
    (operator === 'is' || operator === 'lists') && found !== undefined && found.length > 0 && found.length < ALL;

  return isChosen ? (
    <FormField name="values" label={text('settings.rules.values')} errors={{}} required>
      <MultiSelect
        value={[...condition.values]}
        placeholder={text('settings.rules.values.choose')}
        customizeContent={(values) => (values ?? []).map(shownValue).join(', ')}
        onChange={(values) => onChange(values)}
        onClear={() => onChange([])}
        clearLabel={text('filter.clear')}
      >
        {options.map((value) => (
          <MultiSelectOption key={value} value={value}>
            {shownValue(value)}
          </MultiSelectOption>
        ))}
      </MultiSelect>
    </FormField>
  ) : (
    <FormField
      name="values"
      label={text('settings.rules.values')}
      errors={{}}
      hint={text('settings.rules.values.hint')}
      required
    >
      <Textarea
        value={written}
        onChange={({ target }: { readonly target: { readonly value: string } }) => {
          setWritten(target.value);
          onChange(valuesIn(target.value));
        }}
      />
    </FormField>
  );
};

/** Spaces at the ends are part of a value: "how " does not stand in "shows". */
const valuesIn = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');
