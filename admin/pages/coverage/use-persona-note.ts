import type { Persona } from '../../../server/core/vocabulary';
import { useText, type TextKey } from '../../components/text';
import { PRIORITY_TEXT } from '../../components/vocabulary-text';

/** "Buys and uses · primary" */
export const usePersonaNote = () => {
  const text = useText();
  return (persona: Persona): string =>
    text('persona.note', { does: text(doesText(persona)), priority: text(PRIORITY_TEXT[persona.priority]) });
};

const doesText = ({ buys, uses }: Persona): TextKey => {
  if (buys && uses) return 'persona.buysAndUses';
  if (buys) return 'persona.buys';
  return 'persona.uses';
};
