import { VisuallyHidden } from '@strapi/design-system';
import { ChevronDown } from '@strapi/icons';
import { styled } from 'styled-components';
import type { Persona } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import { usePersonaNote } from '../use-persona-note';
import { HeadButton } from './head-button';
import { Note } from './row-parts';
import { opener, type Scene } from './scene';

/** A persona's name at the start of its row, with what it does and how much it matters. */
export const PersonaHead = ({ persona, scene }: { readonly persona: Persona; readonly scene: Scene }) => {
  const text = useText();
  const note = usePersonaNote();
  const { quiet } = scene.model;
  const isOpened = quiet.isOpen(persona.key) && quiet.personas.includes(persona);
  return (
    <th scope="row">
      <HeadButton {...opener(scene, { kind: 'persona', persona: persona.key })} title={persona.description}>
        {persona.name}
      </HeadButton>
      <Note>{note(persona)}</Note>
      {isOpened && (
        <Hide type="button" aria-expanded onClick={() => scene.onToggleRow(persona.key)}>
          <ChevronDown width="0.9rem" height="0.9rem" aria-hidden />
          {text('quiet.hide')}
          <VisuallyHidden>{persona.name}</VisuallyHidden>
        </Hide>
      )}
    </th>
  );
};

const Hide = styled.button`
  display: inline-flex;
  align-items: center;
  gap: 0.4rem;
  padding: 0;
  border: 0;
  background: none;
  color: ${({ theme }) => theme.colors.neutral600};
  font-size: 1.1rem;
  cursor: pointer;

  &:hover {
    text-decoration: underline;
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;
