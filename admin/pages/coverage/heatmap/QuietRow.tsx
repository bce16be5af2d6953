import { ChevronRight } from '@strapi/icons';
import { VisuallyHidden } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { EVERYONE, type Persona } from '../../../../server/core/vocabulary';
import { Message, useText } from '../../../components/text';
import { isSpanned, quietIds } from './grid';
import { PersonaHead } from './PersonaHead';
import { PersonaCell } from './PersonaRow';
import { RowCells } from './RowCells';
import { totalLink, type Scene } from './scene';

/** A persona for whom nothing is written yet: one sentence instead of a gap at every stage, which the button shows. */
export const QuietRow = ({ persona, scene }: { readonly persona: Persona; readonly scene: Scene }) => {
  const text = useText();
  const { coverage, model, focusProps, onToggleRow } = scene;
  const ids = quietIds(persona.key);
  const forEveryone = coverage.totals.personas[EVERYONE]?.current ?? 0;
  return (
    <tr>
      <PersonaHead persona={persona} scene={scene} />
      <td colSpan={model.columns.filter(isSpanned).length}>
        <Line>
          <Toggle
            type="button"
            aria-expanded={false}
            onClick={() => onToggleRow(persona.key)}
            {...focusProps(ids.toggle)}
          >
            <ChevronRight width="1rem" height="1rem" aria-hidden />
            <span>
              <VisuallyHidden>{text('quiet.of', { persona: persona.name })}</VisuallyHidden>
              {text('quiet.nothing')}
            </span>
          </Toggle>
          {model.showsEveryone && (
            <span>
              ·{' '}
              <Message
                id="quiet.everyone"
                values={{
                  count: forEveryone,
                  link: (chunks) => (
                    <Anchor to={totalLink(scene, { persona: EVERYONE })} {...focusProps(ids.everyone)}>
                      {chunks}
                    </Anchor>
                  ),
                }}
              />
            </span>
          )}
        </Line>
      </td>
      <RowCells columns={model.columns.filter((column) => !isSpanned(column))}>
        {(column) => <PersonaCell persona={persona} scene={scene} column={column} />}
      </RowCells>
    </tr>
  );
};

const Line = styled.div`
  display: flex;
  align-items: center;
  gap: 0.6rem;
  min-height: 3.4rem;
  padding: 0 0.8rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.neutral600};
  font-size: 1.2rem;
`;

const Anchor = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
  text-decoration: none;

  &:hover,
  &:focus-visible {
    text-decoration: underline;
  }
`;

const Toggle = styled.button`
  display: inline-flex;
  align-items: center;
  gap: 0.6rem;
  padding: 0.4rem;
  border: 0;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: none;
  color: ${({ theme }) => theme.colors.neutral700};
  font: inherit;
  cursor: pointer;

  &:hover {
    text-decoration: underline;
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;
