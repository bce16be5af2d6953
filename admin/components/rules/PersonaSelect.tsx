import { MultiSelect, MultiSelectOption } from '@strapi/design-system';
import { EVERYONE } from '../../../server/core/vocabulary';
import { useText } from '../text';

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly personas: readonly { readonly key: string; readonly name: string }[];
  readonly value: readonly string[];
  readonly disabled?: boolean;
  /** `S` in tables. */
  readonly size?: 'S' | 'M';
  readonly onChange: (personas: readonly string[]) => void;
}

/** Personas, or everyone instead of all of them. */
export const PersonaSelect = ({
  label,
  placeholder,
  personas,
  value,
  disabled = false,
  size = 'M',
  onChange,
}: Props) => {
  const text = useText();
  const options = [{ key: EVERYONE, name: text('persona.everyone') }, ...personas];
  const choose = (next: readonly string[]) => {
    const [latest] = next.filter((key) => !value.includes(key));
    onChange(latest === EVERYONE ? [EVERYONE] : next.filter((key) => key !== EVERYONE));
  };
  return (
    <MultiSelect
      size={size}
      aria-label={label}
      placeholder={placeholder}
      disabled={disabled}
      value={[...value]}
      customizeContent={(keys) =>
        options
          .filter(({ key }) => keys?.includes(key))
          .map(({ name }) => name)
          .join(', ')
      }
      onChange={choose}
      clearLabel={text('filter.clear')}
      onClear={() => onChange([])}
    >
      {options.map(({ key, name }) => (
        <MultiSelectOption key={key} value={key}>
          {name}
        </MultiSelectOption>
      ))}
    </MultiSelect>
  );
};
