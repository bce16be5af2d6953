import { VisuallyHidden } from '@strapi/design-system';
import { TrendUp, Stack } from '@strapi/icons';
import { FormattedNumber } from 'react-intl';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { CoverageCell, Demand } from '../../../../server/core/api';
import { inventoryLink } from '../../../components/entry-links';
import { useText, type TextKey } from '../../../components/text';
import { tint } from '../../../components/tint';
import type { CoverageFilters } from '../coverage-url';
import { cellBox } from '../heatmap/cell-box';
import type { FocusProps } from '../heatmap/use-roving-focus';
import { demandIn, strengthOf, type Consumed } from './demand-model';

interface Props {
  readonly cell: CoverageCell;
  readonly cells: readonly CoverageCell[];
  /** "Finance lead · Onboarding" */
  readonly name: string;
  readonly show: Consumed;
  readonly filters: CoverageFilters;
  readonly focus: ReturnType<FocusProps>;
}

/** What was viewed of one persona at one stage, or never was: number and word, leading to its rows. */
export const DemandCell = ({ cell, cells, name, show, filters, focus }: Props) => {
  const text = useText();
  const number = demandIn(cell, show);
  const side = { ...filters, persona: cell.persona, stage: cell.stage };
  const words = (): string => {
    if (number === null) return text(cell.current + cell.old === 0 ? 'demand.noEntries' : 'grade.unmeasured');
    return show === 'views'
      ? text('demand.views', { views: number })
      : text('demand.never', { measured: cell.measured });
  };
  return (
    <Anchor
      to={inventoryLink(
        show === 'views' ? { ...side, sort: 'views:desc' } : { ...side, ...(number !== null && NEVER) }
      )}
      $show={show}
      $strength={strengthOf(cell, show, cells)}
      {...focus}
    >
      <VisuallyHidden>{name}</VisuallyHidden>
      <strong>{number === null ? '–' : <FormattedNumber value={number} notation={notationOf(number)} />}</strong>
      <span>{words()}</span>
      {cell.demand !== null && <DemandWord demand={cell.demand} />}
    </Anchor>
  );
};

const NEVER = { evidence: 'never-consumed' } as const;

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

/** A cell is narrow: 1,234,567 becomes 1.2M. */
const notationOf = (number: number) => (number >= 100_000 ? 'compact' : 'standard');

const FULL = { views: ['primary600', 26], 'never-consumed': ['warning500', 34] } as const;

const Anchor = styled(Link)<{ $show: Consumed; $strength: number }>`
  ${cellBox}
  text-decoration: none;
  background-color: ${({ $show, $strength, theme }) => {
    const [token, percent] = FULL[$show];
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
