import { useMemo } from 'react';
import { Typography, VisuallyHidden } from '@strapi/design-system';
import type { CoverageBody } from '../../../../server/core/api';
import { EVERYONE } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import type { CoverageFilters } from '../coverage-url';
import { ColumnWidths, minWidthOf } from '../heatmap/ColumnWidths';
import { Scroller, Table } from '../heatmap/Frame';
import { HeatmapHead } from '../heatmap/HeatmapHead';
import { PersonaHead } from '../heatmap/PersonaHead';
import { PersonaRows } from '../heatmap/PersonaRows';
import { RowHead, TotalsHead } from '../heatmap/row-heads';
import { useRovingFocus } from '../heatmap/use-roving-focus';
import { demandModel, type Consumed, type DemandScene } from './demand-model';
import { DemandRow } from './DemandRow';
import { DemandTotal } from './DemandTotal';

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
  const scene: DemandScene = { coverage, model, filters, show, focusProps };
  const { stages } = coverage.consumption;
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
          <HeatmapHead model={model} total={TOTALS[show]} onToggle={() => undefined} />
          <PersonaRows model={model}>
            {(persona) => (
              <DemandRow
                key={persona.key}
                scene={scene}
                persona={persona.key}
                name={persona.name}
                head={<PersonaHead persona={persona} />}
              />
            )}
          </PersonaRows>
          <tbody>
            {model.showsEveryone && (
              <DemandRow
                scene={scene}
                persona={EVERYONE}
                name={text('persona.everyone')}
                head={<RowHead title={text('persona.everyone')} note={text('persona.everyone.note')} />}
              />
            )}
            <tr>
              <TotalsHead title={text(TOTALS[show])} />
              {model.columns.map((column) => (
                <td key={column.key}>
                  {column.kind === 'stage' && (
                    <DemandTotal
                      scene={scene}
                      name={column.stage.name}
                      side={{ stage: column.key }}
                      total={stages[column.key]}
                      among={stages}
                    />
                  )}
                </td>
              ))}
            </tr>
          </tbody>
        </Table>
      </Scroller>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={4} paddingLeft={2}>
        {text(LEGEND[show])}
      </Typography>
    </>
  );
};

const CAPTION = { views: 'demand.views.caption', 'never-consumed': 'demand.never.caption' } as const;

const TOTALS = { views: 'demand.views.total', 'never-consumed': 'demand.never.total' } as const;

const LEGEND = { views: 'demand.views.legend', 'never-consumed': 'demand.never.legend' } as const;
