import { styled } from 'styled-components';
import type { Priority } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import { PRIORITY_TEXT } from '../../../components/vocabulary-text';
import { PersonaRow } from './PersonaRow';
import type { Scene } from './scene';

/** The personas' rows; many of them under headings. */
export const PersonaRows = ({ scene }: { readonly scene: Scene }) => {
  const text = useText();
  const { model } = scene;
  const headingText = (heading: string) =>
    isPriority(heading) ? text(PRIORITY_TEXT[heading]) : heading || text('group.none');
  return (
    <>
      {model.groups.map(({ heading, personas }) => (
        <tbody key={heading}>
          {heading !== null && (
            <tr>
              <GroupHeading scope="rowgroup" colSpan={model.columns.length + 1}>
                <span>{headingText(heading)}</span>
              </GroupHeading>
            </tr>
          )}
          {personas.map((persona) => (
            <PersonaRow key={persona.key} persona={persona} scene={scene} />
          ))}
        </tbody>
      ))}
    </>
  );
};

const isPriority = (heading: string): heading is Priority => heading in PRIORITY_TEXT;

const GroupHeading = styled.th`
  padding: 0.8rem 0.8rem 0;
  text-align: left;

  span {
    position: sticky;
    left: 0.8rem;
    font-size: 1.1rem;
    letter-spacing: 0.05em;
    text-transform: uppercase;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;
