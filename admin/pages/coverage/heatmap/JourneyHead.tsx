import { ChevronDown, ChevronRight } from '@strapi/icons';
import { styled } from 'styled-components';
import { useText } from '../../../components/text';
import { JOURNEY_TEXT } from '../../../components/vocabulary-text';
import type { JourneyColumns } from './columns';

interface Props {
  readonly columns: JourneyColumns;
  readonly onToggle: () => void;
}

/** A journey's name over its stages; of many stages, the button that shows or hides them. */
export const JourneyHead = ({ columns: { journey, stages, collapsible, collapsed }, onToggle }: Props) => {
  const text = useText();
  const name = text(JOURNEY_TEXT[journey]);
  const Icon = collapsed ? ChevronRight : ChevronDown;
  return (
    <Title
      scope="colgroup"
      colSpan={collapsed ? 1 : stages.length}
      // Over a collapsed journey no stage stands.
      rowSpan={collapsed ? 2 : 1}
    >
      {collapsible ? (
        <Toggle type="button" $stacked={collapsed} aria-expanded={!collapsed} onClick={onToggle}>
          <span>
            <Icon width="1.2rem" height="1.2rem" aria-hidden />
            {name}
          </span>
          <small>{text('journey.stages', { count: stages.length })}</small>
        </Toggle>
      ) : (
        name
      )}
    </Title>
  );
};

const Title = styled.th`
  padding: 0 0 0.8rem;
  border-bottom: 2px solid ${({ theme }) => theme.colors.primary600};
  font-size: 1.1rem;
  letter-spacing: 0.05em;
  text-transform: uppercase;
  white-space: nowrap;
  && {
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

const Toggle = styled.button<{ $stacked: boolean }>`
  display: inline-flex;
  flex-direction: ${({ $stacked }) => ($stacked ? 'column' : 'row')};
  align-items: center;
  gap: 0.2rem 0.8rem;
  padding: 0.4rem 0.6rem;
  border: 0;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: none;
  color: inherit;
  font: inherit;
  letter-spacing: inherit;
  text-transform: inherit;
  cursor: pointer;

  span {
    display: inline-flex;
    align-items: center;
    gap: 0.6rem;
  }

  small {
    font-size: 1.1rem;
    font-weight: 400;
    letter-spacing: 0;
    text-transform: none;
  }

  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;
