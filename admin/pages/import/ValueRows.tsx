import { SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useText } from '../../components/text';
import { SettingsTable } from '../../settings/SettingsTable';
import type { Choice } from './import-options';
import type { ChoiceOption } from './use-choice-options';

interface Props {
  readonly label: string;
  readonly values: readonly {
    readonly value: string;
    /** What it means by now; `undefined`: nobody has said, and it cannot be told. */
    readonly choice: Choice | undefined;
    /** Rows that are rejected for it; `undefined` once it has a meaning. */
    readonly rejected: number | undefined;
    /** Rows that hold it, where its meaning was assumed. */
    readonly assumed: number | undefined;
  }[];
  readonly optionsOf: (value: string) => readonly ChoiceOption[];
  readonly onChoose: (value: string, choice: Choice | undefined) => void;
}

/** Words one below the other, each with what it means. */
export const ValueRows = ({ label, values, optionsOf, onChoose }: Props) => {
  const text = useText();
  return (
    <SettingsTable
      label={label}
      columns={[
        { label, width: '35%' },
        { label: text('import.values.rows'), width: '20%' },
        { label: text('import.columns.meaning') },
      ]}
    >
      {values.map(({ value, choice, rejected, assumed }) => {
        const options = optionsOf(value);
        const chosen = choice === undefined ? undefined : options.find((option) => isSame(option.choice, choice));
        return (
          <tr key={value}>
            <td>
              <Typography fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
                {value}
              </Typography>
            </td>
            <td>
              {rejected !== undefined && (
                <Typography textColor="danger600">{text('import.values.rejected', { rows: rejected })}</Typography>
              )}
              {assumed !== undefined && (
                <Typography textColor="neutral600">{text('import.values.assumed', { rows: assumed })}</Typography>
              )}
            </td>
            <td data-content>
              <SingleSelect
                size="S"
                aria-label={text('import.columns.meaningOf', { name: value })}
                placeholder={text('import.values.choose')}
                clearLabel={text('filter.clear')}
                value={chosen?.id ?? ''}
                onChange={(id) => onChoose(value, options.find((option) => option.id === id)?.choice)}
                // What was assumed nobody has said: there is nothing to take back.
                {...(assumed === undefined && { onClear: () => onChoose(value, undefined) })}
              >
                {options.map((option) => (
                  <SingleSelectOption key={option.id} value={option.id}>
                    {option.label}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </td>
          </tr>
        );
      })}
    </SettingsTable>
  );
};

const isSame = (some: Choice, other: Choice): boolean => JSON.stringify(some) === JSON.stringify(other);
