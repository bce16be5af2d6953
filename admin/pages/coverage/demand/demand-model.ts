import type { CoverageBody, CoverageCell } from '../../../../server/core/api';
import { JOURNEYS } from '../../../../server/core/vocabulary';
import { heatmapModel, type HeatmapModel } from '../heatmap/heatmap-model';
import type { Shown } from '../coverage-url';

/** What a matrix of consumption shows. */
export type Consumed = Exclude<Shown, 'coverage'>;

/** The matrix of consumption: only cells are measured, so it has neither totals nor collapsed journeys. */
export const demandModel = (coverage: CoverageBody): HeatmapModel => {
  const model = heatmapModel({ ...coverage, handoffs: [], everyone: [], notSet: { persona: [], stage: [] } }, JOURNEYS);
  return {
    ...model,
    columns: model.columns.filter(({ kind }) => kind === 'stage'),
    journeys: model.journeys.map((journey) => ({ ...journey, collapsible: false })),
  };
};

/** A cell's number; `null` where nothing measured it: never 0. */
export const demandIn = (cell: CoverageCell, show: Consumed): number | null => {
  if (show === 'views') return cell.views;
  return cell.measured === 0 ? null : cell.neverConsumed;
};

/** How strongly a cell is filled, from 0 to 1: views against the most viewed cell, never consumed against its own measured. */
export const strengthOf = (cell: CoverageCell, show: Consumed, cells: readonly CoverageCell[]): number => {
  const number = demandIn(cell, show);
  if (number === null || number === 0) return 0;
  if (show === 'never-consumed') return number / cell.measured;
  return number / Math.max(...cells.map(({ views }) => views ?? 0));
};
