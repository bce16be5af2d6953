import { TextInput } from '@strapi/design-system';
import { styled } from 'styled-components';
import { schemeOf } from '../tint';

interface Props {
  /** `YYYY-MM-DD` */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
}

/** A day, in the browser's own field: Strapi's drops one that was typed but not left, and takes 12/30 for 30/12. */
export const DayField = ({ value, onChange }: Props) => (
  <Themed>
    <TextInput
      type="date"
      min="2000-01-01"
      max="2099-12-31"
      value={value ?? ''}
      onChange={({ target }: { readonly target: { readonly value: string } }) => onChange(target.value || null)}
    />
  </Themed>
);

/** The field's own calendar sign is drawn by the browser, which does not know Strapi's theme. */
const Themed = styled.div`
  color-scheme: ${schemeOf};
`;
