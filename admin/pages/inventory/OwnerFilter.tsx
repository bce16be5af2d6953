import { useState } from 'react';
import { Field } from '@strapi/design-system';
import { useText } from '../../components/text';

interface Props {
  readonly value: string;
  readonly onChange: (owner: string | undefined) => void;
}

/** An owner by a part of the name, typed: there may be hundreds. */
export const OwnerFilter = ({ value, onChange }: Props) => {
  const text = useText();
  const [typed, setTyped] = useState(value);
  const commit = () => typed.trim() !== value && onChange(typed.trim() || undefined);
  return (
    <Field.Root name="owner">
      <Field.Label>{text('filter.owner')}</Field.Label>
      <Field.Input
        size="S"
        placeholder={text('filter.owner.placeholder')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
    </Field.Root>
  );
};
