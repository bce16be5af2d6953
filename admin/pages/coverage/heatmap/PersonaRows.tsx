import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import type { Persona, Priority } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import { PRIORITY_TEXT } from '../../../components/vocabulary-text';
import type { HeatmapModel } from './heatmap-model';

interface Props {
  readonly model: Pick<HeatmapModel, 'groups' | 'columns'>;
  /** A persona's row. */
  readonly children: (persona: Persona) => ReactNode;
}

/** The personas' rows; many of them under headings. */
export const PersonaRows = ({ model, children }: Props) => {
  const text = useText();
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
          {personas.map((persona) => children(persona))}
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
