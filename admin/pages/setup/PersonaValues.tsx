import { Checkbox, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useText } from '../../components/text';
import type { SourceValue } from './setup-personas';

interface Props {
  readonly values: readonly SourceValue[];
  readonly leftOut: readonly string[];
  readonly onChange: (leftOut: readonly string[]) => void;
}

/** The field's values, each a persona unless it is taken out. */
export const PersonaValues = ({ values, leftOut, onChange }: Props) => {
  const text = useText();
  if (values.length === 0) {
    return (
      <Typography tag="p" textColor="neutral600" paddingTop={3} role="status">
        {text('setup.personas.values.none')}
      </Typography>
    );
  }
  return (
    <Values aria-label={text('setup.personas.values')}>
      {values.map(({ value, name, entries, taken }) => (
        <Checkbox
          key={value}
          checked={taken}
          onCheckedChange={(checked) =>
            onChange(checked === true ? leftOut.filter((one) => one !== value) : [...leftOut, value])
          }
        >
          {name}
          <Typography textColor="neutral600"> · {text('setup.entries', { count: entries })}</Typography>
        </Checkbox>
      ))}
    </Values>
  );
};

const Values = styled.fieldset`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr));
  gap: 1.2rem 2.4rem;
  padding: 1.6rem 0 0;
  margin: 0;
  border: 0;
`;
