import { useEffect, useMemo } from 'react';
import { VisuallyHidden } from '@strapi/design-system';
import type { CoverageBody } from '../../../../server/core/api';
import { EVERYONE, NOT_SET, type Journey } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import type { CellRef, CoverageFilters } from '../coverage-url';
import { ColumnWidths, minWidthOf } from './ColumnWidths';
import { CountRow } from './CountRow';
import { Scroller, Table } from './Frame';
import { cellId, heatmapModel } from './heatmap-model';
import { HeatmapHead } from './HeatmapHead';
import { PersonaRow } from './PersonaRow';
import { PersonaRows } from './PersonaRows';
import type { Scene } from './scene';
import { TotalsRow } from './TotalsRow';
import { cellElement, useRovingFocus } from './use-roving-focus';

interface Props {
  readonly coverage: CoverageBody;
  readonly filters: CoverageFilters;
  readonly openCell: CellRef | null;
  readonly onOpen: (cell: CellRef) => void;
  /** Of many stages, the journeys that show theirs. */
  readonly expanded: readonly Journey[];
  readonly onToggle: (journey: Journey) => void;
}

/** Personas × stages as a real table: one tab stop, arrow keys inside, Enter or a click opens a cell. */
export const Heatmap = ({ coverage, filters, openCell, onOpen, expanded, onToggle }: Props) => {
  const text = useText();
  const model = useMemo(() => heatmapModel(coverage, expanded), [coverage, expanded]);
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
        <ColumnWidths model={model} />
        <HeatmapHead model={model} onToggle={onToggle} />
        <PersonaRows model={model}>
          {(persona) => <PersonaRow key={persona.key} persona={persona} scene={scene} />}
        </PersonaRows>
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
