import { Typography } from '@strapi/design-system';
import type { Persona } from '../../../../server/core/vocabulary';
import { useText, type TextKey } from '../../../components/text';
import { PRIORITY_TEXT } from '../../../components/vocabulary-text';
import { Note } from './row-parts';

/** A persona's name at the start of its row, with what it does and how much it matters. */
export const PersonaHead = ({ persona }: { readonly persona: Persona }) => {
  const text = useText();
  return (
    <th scope="row">
      <Typography variant="pi" fontWeight="bold" textColor="neutral800" tag="span" title={persona.description}>
        {persona.name}
      </Typography>
      <Note>
        {text('persona.note', { does: text(doesText(persona)), priority: text(PRIORITY_TEXT[persona.priority]) })}
      </Note>
    </th>
  );
};

const doesText = ({ buys, uses }: Persona): TextKey => {
  if (buys && uses) return 'persona.buysAndUses';
  if (buys) return 'persona.buys';
  return 'persona.uses';
};
