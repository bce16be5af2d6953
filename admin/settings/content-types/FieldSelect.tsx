import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useText, type TextKey } from '../../components/text';
import { FormField } from '../../components/form/FormField';

interface Props {
  readonly name: string;
  readonly label: TextKey;
  readonly hint: TextKey;
  /** What happens without a field of one's own. */
  readonly fallback: TextKey;
  readonly fields: readonly string[];
  readonly value: string | null;
  readonly onChange: (field: string | null) => void;
  readonly errors: Readonly<Record<string, string>>;
}

/** Which field of the type tells a title, a date or an owner. */
export const FieldSelect = ({ name, label, hint, fallback, fields, value, onChange, errors }: Props) => {
  const text = useText();
  return (
    <FormField name={name} label={text(label)} errors={errors} hint={text(hint)}>
      <SingleSelect
        value={value ?? ''}
        placeholder={text(fallback)}
        clearLabel={text('settings.types.clear')}
        onClear={() => onChange(null)}
        onChange={(field) => onChange(String(field) || null)}
      >
        {/* A field that the type lost since stays visible, else nobody could see why it is refused. */}
        {[...new Set([...fields, ...(value === null ? [] : [value])])].map((field) => (
          <SingleSelectOption key={field} value={field}>
            {field}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </FormField>
  );
};
