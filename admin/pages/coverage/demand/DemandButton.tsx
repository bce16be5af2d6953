import { VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Demand } from '../../../../server/core/api';
import { useText } from '../../../components/text';
import { ViewsNumber } from '../../../components/ViewsNumber';
import { cellBox } from '../heatmap/cell-box';
import type { Facts } from '../heatmap/heatmap-model';
import type { Opener } from '../heatmap/scene';
import { DEMAND_STYLE, DemandIcon, demandFill } from './demand-style';
import { demandIn, isAtLeast, notationOf, type Consumed } from './demand-model';

interface Props {
  readonly facts: Facts;
  readonly demand: Demand | null;
  /** From 0 to 1; `null` for what is not compared. */
  readonly strength: number | null;
  readonly show: Consumed;
  /** "Finance lead · Onboarding" */
  readonly name: string;
  readonly opener: Opener;
}

/** What was viewed of one persona at one stage, or never was: number and word, opening its entries. */
export const DemandButton = ({ facts, demand, strength, show, name, opener }: Props) => {
  const text = useText();
  const number = demandIn(facts, show);
  const words = (): string => {
    if (facts.current + facts.old === 0 && number === null) return text('demand.noEntries');
    if (number === null) return text(isAtLeast(facts, show) ? 'demand.notKnown' : 'grade.unmeasured');
    return show === 'views'
      ? text('demand.views', { views: number })
      : text('demand.never', { measured: facts.measured });
  };
  return (
    <Button {...opener} $show={show} $strength={strength}>
      <VisuallyHidden>{name}</VisuallyHidden>
      <strong>
        {number === null ? (
          '–'
        ) : (
          <ViewsNumber number={number} isPartial={isAtLeast(facts, show)} notation={notationOf(number)} />
        )}
      </strong>
      <span>{words()}</span>
      {demand !== null && (
        <Word>
          <DemandIcon demand={demand} />
          {text(DEMAND_STYLE[demand].word)}
        </Word>
      )}
    </Button>
  );
};

const Button = styled.button<{ $show: Consumed; $strength: number | null }>`
  ${cellBox}
  ${({ $strength, theme }) =>
    $strength === null && `min-height: 3.4rem; border: 1px dashed ${theme.colors.neutral300};`}
  background-color: ${({ $show, $strength, theme }) => demandFill($show, $strength)({ theme })};
`;

const Word = styled.span`
  display: inline-flex;
  align-items: center;
  gap: 0.4rem;
  font-weight: 600;
  white-space: nowrap;
`;
