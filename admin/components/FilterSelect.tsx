import { SingleSelect, SingleSelectOption } from '@strapi/design-system';

interface Props {
  /** What is filtered; doubles as the placeholder while nothing is chosen. */
  readonly label: string;
  readonly placeholder?: string;
  readonly clearLabel: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** One filter over a closed list, cleared by its cross. */
export const FilterSelect = ({ label, placeholder, clearLabel, options, value, onChange }: Props) => (
  <SingleSelect
    size="S"
    aria-label={label}
    placeholder={placeholder ?? label}
    clearLabel={clearLabel}
    value={value ?? ''}
    onChange={(chosen) => onChange(String(chosen))}
    onClear={() => onChange(undefined)}
  >
    {options.map((option) => (
      <SingleSelectOption key={option.value} value={option.value}>
        {option.label}
      </SingleSelectOption>
    ))}
  </SingleSelect>
);
