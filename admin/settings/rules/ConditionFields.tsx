import { Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { RULE_OPERATORS, type RuleCondition, type RuleOperator } from '../../../server/core/rules-api';
import { useRuleFields } from '../../api/rules';
import { OPERATOR_TEXT } from '../../components/rules/use-rule-text';
import { useText } from '../../components/text';
import { FormField } from '../../components/form/FormField';
import { ConditionValues } from './ConditionValues';

interface Props {
  readonly contentType: string;
  readonly condition: RuleCondition | null;
  readonly onChange: (condition: RuleCondition | null) => void;
}

/** All entries of the type, or those whose field compares with any of some values. */
export const ConditionFields = ({ contentType, condition, onChange }: Props) => {
  const text = useText();
  const { data: fields = [] } = useRuleFields(contentType || null);
  const offered = fields.filter(({ field, suits }) => suits !== 'none' || field === condition?.field);
  const chosen = fields.find(({ field }) => field === condition?.field);
  // A yes or no, and one of a closed list, is or is not; a title with commas lists nothing.
  const operators = RULE_OPERATORS.filter(
    (operator) =>
      ['is', condition?.operator, chosen?.operator].includes(operator) ||
      (operator !== 'lists' && chosen?.kind !== 'boolean' && chosen?.kind !== 'enumeration')
  );

  return (
    <>
      <Flex gap={4} alignItems="flex-start">
        <FormField name="field" label={text('settings.rules.field')} errors={{}}>
          <SingleSelect
            value={condition?.field ?? ''}
            placeholder={text('settings.rules.field.all')}
            clearLabel={text('filter.clear')}
            onClear={() => onChange(null)}
            onChange={(name) => {
              const { operator = 'is' } = fields.find(({ field }) => field === name) ?? {};
              onChange({ field: String(name), operator, values: [] });
            }}
          >
            {offered.map(({ field }) => (
              <SingleSelectOption key={field} value={field}>
                {field}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </FormField>
        {condition && (
          <FormField name="operator" label={text('settings.rules.operator')} errors={{}}>
            <SingleSelect
              value={condition.operator}
              onChange={(operator) => onChange({ ...condition, operator: operator as RuleOperator })}
            >
              {operators.map((operator) => (
                <SingleSelectOption key={operator} value={operator}>
                  {text(OPERATOR_TEXT[operator])}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </FormField>
        )}
      </Flex>
      {condition && (
        <ConditionValues
          key={`${contentType} ${condition.field}`}
          contentType={contentType}
          condition={condition}
          onChange={(values) => onChange({ ...condition, values })}
        />
      )}
    </>
  );
};
