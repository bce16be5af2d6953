import { useEffect, useMemo } from 'react';
import { VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { CoverageBody } from '../../../../server/core/api';
import { EVERYONE, NOT_SET } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import type { CellRef, CoverageFilters } from '../coverage-url';
import { CountRow } from './CountRow';
import { cellId, heatmapModel, type HeatmapModel } from './heatmap-model';
import { HeatmapHead } from './HeatmapHead';
import { PersonaRows } from './PersonaRows';
import type { Scene } from './scene';
import { TotalsRow } from './TotalsRow';
import { cellElement, useRovingFocus } from './use-roving-focus';

interface Props {
  readonly coverage: CoverageBody;
  readonly filters: CoverageFilters;
  readonly openCell: CellRef | null;
  readonly onOpen: (cell: CellRef) => void;
}

/** Personas × stages as a real table: one tab stop, arrow keys inside, Enter or a click opens a cell. */
export const Heatmap = ({ coverage, filters, openCell, onOpen }: Props) => {
  const text = useText();
  const model = useMemo(() => heatmapModel(coverage), [coverage]);
  const { table, onKeyDown, focusProps } = useRovingFocus(model);
  useEffect(() => {
    if (openCell) cellElement(table.current, cellId(openCell.persona, openCell.stage))?.scrollIntoView(NEAREST);
  }, [openCell, table]);
  const scene: Scene = { coverage, model, filters, openCell, onOpen, focusProps };

  return (
    <Scroller $underDrawer={openCell !== null}>
      <Table
        ref={table}
        onKeyDown={onKeyDown}
        $minWidth={minWidthOf(model)}
        {...(model.dense && { 'data-dense': true })}
      >
        <VisuallyHidden tag="caption">{text('heatmap.caption')}</VisuallyHidden>
        <Columns model={model} />
        <HeatmapHead model={model} />
        <PersonaRows scene={scene} />
        <tbody>
          {model.showsEveryone && (
            <CountRow
              scene={scene}
              persona={EVERYONE}
              title={text('persona.everyone')}
              note={text('persona.everyone.note')}
              count={model.everyone}
            />
          )}
          {model.showsPersonaNotSet && (
            <CountRow
              scene={scene}
              persona={NOT_SET}
              title={text('persona.notSet')}
              note={text('persona.notSet.note')}
              count={model.personaNotSet}
            />
          )}
          <TotalsRow scene={scene} />
        </tbody>
      </Table>
    </Scroller>
  );
};

const NEAREST = { block: 'nearest', inline: 'nearest' } as const;

/** Below this width the table scrolls sideways instead of squeezing its words. */
const minWidthOf = ({ buyer, customer, showsPurchase, showsStageNotSet }: HeatmapModel) => {
  const stages = buyer.length + customer.length;
  const extras = 1 + Number(showsPurchase) + Number(showsStageNotSet);
  return `${15 + stages * 8.2 + extras * 6.4 + (stages + extras + 2) * 0.6}rem`;
};

const Columns = ({ model: { buyer, customer, showsPurchase, showsStageNotSet } }: { readonly model: HeatmapModel }) => (
  <colgroup>
    <col style={{ width: '15rem' }} />
    {buyer.map(({ key }) => (
      <col key={key} />
    ))}
    {showsPurchase && <col style={{ width: '6.4rem' }} />}
    {customer.map(({ key }) => (
      <col key={key} />
    ))}
    {showsStageNotSet && <col style={{ width: '6.4rem' }} />}
    <col style={{ width: '6.4rem' }} />
  </colgroup>
);

const Scroller = styled.div<{ $underDrawer: boolean }>`
  overflow-x: auto;
  /* Room to bring a cell out from under the open drawer: the matrix is never lost. */
  ${({ $underDrawer }) => $underDrawer && 'padding-right: min(44rem, 40vw); scroll-padding-right: min(44rem, 40vw);'}
`;

const Table = styled.table<{ $minWidth: string }>`
  table-layout: fixed;
  width: 100%;
  min-width: ${({ $minWidth }) => $minWidth};
  border-spacing: 0.6rem 0.6rem;
  border-collapse: separate;
  font-size: 1.2rem;

  th {
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral800};
  }

  td {
    /* Lets the button inside fill a row that another cell made higher. */
    height: 1px;
    padding: 0;
    text-align: center;
  }

  th[scope='row'] {
    position: sticky;
    left: 0;
    z-index: 1;
    padding: 0 0.8rem;
    text-align: left;
    background: ${({ theme }) => theme.colors.neutral0};
  }
`;
