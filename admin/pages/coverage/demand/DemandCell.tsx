import { VisuallyHidden } from '@strapi/design-system';
import { TrendUp, Stack } from '@strapi/icons';
import { FormattedNumber } from 'react-intl';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { Consumption, Count, CoverageCell, Demand } from '../../../../server/core/api';
import { EVERYONE } from '../../../../server/core/vocabulary';
import { useText, type TextKey } from '../../../components/text';
import { tint } from '../../../components/tint';
import type { CellRef } from '../coverage-url';
import { cellBox } from '../heatmap/cell-box';
import { cellId } from '../heatmap/heatmap-model';
import { demandIn, demandLink, notationOf, strengthOf, type Consumed, type DemandScene } from './demand-model';

/** A cell as it is shown here; what is for everyone is in no cell and never judged. */
export type DemandFacts = Count & Consumption & Pick<CoverageCell, 'demand'>;

interface Props {
  readonly scene: DemandScene;
  readonly facts: DemandFacts;
  readonly side: CellRef;
  /** "Finance lead · Onboarding" */
  readonly name: string;
}

/** What was viewed of one persona at one stage, or never was: number and word, leading to its rows. */
export const DemandCell = ({ scene, facts, side, name }: Props) => {
  const text = useText();
  const { coverage, show, focusProps } = scene;
  const number = demandIn(facts, show);
  const words = (): string => {
    if (number === null) return text(facts.current + facts.old === 0 ? 'demand.noEntries' : 'grade.unmeasured');
    return show === 'views'
      ? text('demand.views', { views: number })
      : text('demand.never', { measured: facts.measured });
  };
  return (
    <Anchor
      to={demandLink(scene, side, number)}
      $show={show}
      $strength={side.persona === EVERYONE ? null : strengthOf(facts, show, coverage.cells)}
      {...focusProps(cellId(side.persona, side.stage))}
    >
      <VisuallyHidden>{name}</VisuallyHidden>
      <strong>{number === null ? '–' : <FormattedNumber value={number} notation={notationOf(number)} />}</strong>
      <span>{words()}</span>
      {facts.demand !== null && <DemandWord demand={facts.demand} />}
    </Anchor>
  );
};

const DEMAND = {
  crowded: { word: 'demand.crowded', Icon: Stack },
  underserved: { word: 'demand.underserved', Icon: TrendUp },
} as const satisfies Record<Demand, { word: TextKey; Icon: unknown }>;

const DemandWord = ({ demand }: { readonly demand: Demand }) => {
  const text = useText();
  const { word, Icon } = DEMAND[demand];
  return (
    <Word>
      <Icon width="1.1em" height="1.1em" fill="currentColor" aria-hidden />
      {text(word)}
    </Word>
  );
};

const FULL = { views: ['primary600', 26], 'never-consumed': ['warning500', 34] } as const;

const Anchor = styled(Link)<{ $show: Consumed; $strength: number | null }>`
  ${cellBox}
  text-decoration: none;
  ${({ $strength, theme }) => $strength === null && `border: 1px dashed ${theme.colors.neutral300};`}
  background-color: ${({ $show, $strength, theme }) => {
    const [token, percent] = FULL[$show];
    if ($strength === null) return 'transparent';
    return $strength === 0 ? theme.colors.neutral100 : tint(token, 6 + $strength * (percent - 6))({ theme });
  }};
  color: ${({ theme }) => theme.colors.neutral800};
`;

const Word = styled.span`
  display: inline-flex;
  align-items: center;
  gap: 0.4rem;
  font-weight: 600;
  white-space: nowrap;

  svg path {
    fill: currentColor;
  }
`;
