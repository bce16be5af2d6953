import { Combobox, ComboboxOption } from '@strapi/design-system';
import { useDecisionOwners } from '../../api/decisions';
import { useText } from '../text';

interface Props {
  readonly value: string;
  readonly onChange: (owner: string) => void;
}

/** Who sees to it: a name that is there already, or any other. */
export const OwnerField = ({ value, onChange }: Props) => {
  const text = useText();
  const { data: names = [] } = useDecisionOwners();
  return (
    <Combobox
      allowCustomValue
      autocomplete={{ type: 'list', filter: 'contains' }}
      value={value}
      textValue={value}
      placeholder={text('decision.owner.placeholder')}
      noOptionsMessage={(name) => text('decision.owner.new', { name })}
      clearLabel={text('filter.clear')}
      onTextValueChange={(typed) => onChange(typed)}
      onClear={() => onChange('')}
    >
      {names.map((name) => (
        <ComboboxOption key={name} value={name}>
          {name}
        </ComboboxOption>
      ))}
    </Combobox>
  );
};
