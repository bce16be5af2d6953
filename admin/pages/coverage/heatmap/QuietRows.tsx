import { ChevronDown, ChevronRight } from '@strapi/icons';
import { styled } from 'styled-components';
import { useText } from '../../../components/text';
import { WHOLE } from '../selection';
import { PersonaRow } from './PersonaRow';
import { QuietRow } from './QuietRow';
import type { Scene } from './scene';

/** The personas for whom nothing is written yet; of many personas behind a button, so that the others stay in sight. */
export const QuietRows = ({ scene }: { readonly scene: Scene }) => {
  const text = useText();
  const { columns, quiet } = scene.model;
  if (quiet.personas.length === 0) return null;
  const Icon = quiet.isShown ? ChevronDown : ChevronRight;
  return (
    <tbody>
      {quiet.isFolded && (
        <tr>
          <Head scope="rowgroup" colSpan={columns.length + 1}>
            <button type="button" aria-expanded={quiet.isShown} onClick={() => scene.onToggleRow(WHOLE)}>
              <Icon width="1rem" height="1rem" aria-hidden />
              {text('quiet.personas', { count: quiet.personas.length })}
            </button>
          </Head>
        </tr>
      )}
      {quiet.isShown &&
        quiet.personas.map((persona) =>
          quiet.isOpen(persona.key) ? (
            <PersonaRow key={persona.key} persona={persona} scene={scene} />
          ) : (
            <QuietRow key={persona.key} persona={persona} scene={scene} />
          )
        )}
    </tbody>
  );
};

const Head = styled.th`
  padding: 0.4rem 0 0;
  text-align: left;

  button {
    position: sticky;
    left: 0;
    display: inline-flex;
    align-items: center;
    gap: 0.6rem;
    padding: 0.8rem;
    border: 0;
    border-radius: ${({ theme }) => theme.borderRadius};
    background: none;
    color: ${({ theme }) => theme.colors.neutral700};
    font-size: 1.2rem;
    font-weight: 600;
    cursor: pointer;
  }

  button:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }

  button:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;
