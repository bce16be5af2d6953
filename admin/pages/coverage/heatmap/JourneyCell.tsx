import { VisuallyHidden } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { EVERYONE, NOT_SET } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import { ViewsNumber } from '../../../components/ViewsNumber';
import { tint } from '../../../components/tint';
import { demandIn, demandLink, isAtLeast, notationOf } from '../demand/demand-model';
import { cellBox } from './cell-box';
import type { JourneyColumn } from './columns';
import { cellId } from './heatmap-model';
import { totalLink, type Scene } from './scene';

interface Props {
  readonly scene: Scene;
  /** A persona's key, `everyone` or `not-set` */
  readonly persona: string;
  readonly column: JourneyColumn;
  readonly name: string;
  /** What its cells say, in a word and a strip; nothing for what is counted and never judged. */
  readonly children?: React.ReactNode;
}

/** A whole journey in one cell: its distinct current entries or what these were viewed, linking to them. */
export const JourneyCell = ({ scene, persona, column, name, children }: Props) => {
  const text = useText();
  const { model, show, filters, focusProps } = scene;
  const facts = model.journeyCell(persona, column.journey);
  const side = { persona, journey: column.journey };
  const isEmpty = facts.current === 0 && facts.old === 0;
  const number = show === 'coverage' ? facts.current : demandIn(facts, show);
  const isKnown = number !== null && !(isEmpty && !children);
  return (
    <Anchor
      to={show === 'coverage' ? totalLink(scene, side) : demandLink(filters, show, side, number)}
      $judged={persona !== EVERYONE && persona !== NOT_SET}
      {...focusProps(cellId(persona, column.key))}
    >
      <VisuallyHidden>{name}</VisuallyHidden>
      <strong>
        {isKnown ? (
          <ViewsNumber number={number} isPartial={isAtLeast(facts, show)} notation={notationOf(number)} />
        ) : (
          '–'
        )}
      </strong>
      {children}
      {show === 'coverage' && facts.old > 0 && <small>{text('cell.old', { count: facts.old })}</small>}
    </Anchor>
  );
};

const Anchor = styled(Link)<{ $judged: boolean }>`
  ${cellBox}
  text-decoration: none;
  ${({ $judged, theme }) =>
    $judged
      ? `background: ${tint('primary600', 5)({ theme })};`
      : `min-height: 3.4rem; border: 1px dashed ${theme.colors.neutral300};`}
`;
