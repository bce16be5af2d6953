import { Box, Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useText } from './text';

interface Props {
  readonly label: string;
  /** What stands there while nothing is chosen; the label when left out. */
  readonly placeholder?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** One filter over a closed list, cleared by its cross; what it filters is read by screen readers and stands as placeholder. */
export const FilterSelect = ({ label, placeholder = label, options, value, onChange }: Props) => {
  const text = useText();
  return (
    <Box minWidth="12rem">
      <SingleSelect
        size="S"
        aria-label={label}
        placeholder={placeholder}
        clearLabel={text('filter.clear')}
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
    </Box>
  );
};

/** The same with its name above, where several stand below each other. */
export const LabelledFilter = ({ label, ...filter }: Props) => {
  const text = useText();
  return (
    <Field.Root name={label}>
      <Field.Label>{label}</Field.Label>
      <FilterSelect {...filter} label={label} placeholder={text('filter.any')} />
    </Field.Root>
  );
};
