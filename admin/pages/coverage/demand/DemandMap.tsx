import { useMemo } from 'react';
import { Typography, VisuallyHidden } from '@strapi/design-system';
import type { CoverageBody } from '../../../../server/core/api';
import { useText } from '../../../components/text';
import type { CoverageFilters } from '../coverage-url';
import { ColumnWidths, minWidthOf } from '../heatmap/ColumnWidths';
import { Scroller, Table } from '../heatmap/Frame';
import { cellId } from '../heatmap/heatmap-model';
import { HeatmapHead } from '../heatmap/HeatmapHead';
import { PersonaHead } from '../heatmap/PersonaHead';
import { PersonaRows } from '../heatmap/PersonaRows';
import { useRovingFocus } from '../heatmap/use-roving-focus';
import { demandModel, type Consumed } from './demand-model';
import { DemandCell } from './DemandCell';

interface Props {
  readonly coverage: CoverageBody;
  readonly filters: CoverageFilters;
  readonly show: Consumed;
}

/** The same personas and stages as the heatmap, with what was viewed in each cell or what never was. */
export const DemandMap = ({ coverage, filters, show }: Props) => {
  const text = useText();
  const model = useMemo(() => demandModel(coverage), [coverage]);
  const { table, onKeyDown, focusProps } = useRovingFocus(model);
  return (
    <>
      <Scroller $underDrawer={false}>
        <Table
          ref={table}
          onKeyDown={onKeyDown}
          $minWidth={minWidthOf(model)}
          {...(model.dense && { 'data-dense': true })}
        >
          <VisuallyHidden tag="caption">{text(CAPTION[show])}</VisuallyHidden>
          <ColumnWidths model={model} />
          <HeatmapHead model={model} onToggle={() => undefined} />
          <PersonaRows model={model}>
            {(persona) => (
              <tr key={persona.key}>
                <PersonaHead persona={persona} />
                {model.columns.map((column) => {
                  const cell = model.cell(persona.key, column.key);
                  return (
                    <td key={column.key}>
                      {cell && column.kind === 'stage' && (
                        <DemandCell
                          cell={cell}
                          cells={coverage.cells}
                          name={text('cell.name', { persona: persona.name, stage: column.stage.name })}
                          show={show}
                          filters={filters}
                          focus={focusProps(cellId(persona.key, column.key))}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            )}
          </PersonaRows>
        </Table>
      </Scroller>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={4} paddingLeft={2}>
        {text(LEGEND[show])}
      </Typography>
    </>
  );
};

const CAPTION = { views: 'demand.views.caption', 'never-consumed': 'demand.never.caption' } as const;

const LEGEND = { views: 'demand.views.legend', 'never-consumed': 'demand.never.legend' } as const;
