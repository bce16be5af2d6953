import type { Consumption, CoverageBody, InventoryQuery } from '../../../../server/core/api';
import { JOURNEYS } from '../../../../server/core/vocabulary';
import { inventoryLink } from '../../../components/entry-links';
import type { CoverageFilters, Shown } from '../coverage-url';
import { heatmapModel, type HeatmapModel } from '../heatmap/heatmap-model';
import type { FocusProps } from '../heatmap/use-roving-focus';

/** What a matrix of consumption shows. */
export type Consumed = Exclude<Shown, 'coverage'>;

/** What every row of the matrix needs, handed down as one. */
export interface DemandScene {
  readonly coverage: CoverageBody;
  readonly model: HeatmapModel;
  readonly filters: CoverageFilters;
  readonly show: Consumed;
  readonly focusProps: FocusProps;
}

/** The matrix of consumption: what has one side open stands only in the heatmap, and no journey collapses. */
export const demandModel = (coverage: CoverageBody): HeatmapModel => {
  const model = heatmapModel({ ...coverage, handoffs: [], notSet: { persona: [], stage: [] } }, JOURNEYS);
  return { ...model, journeys: model.journeys.map((journey) => ({ ...journey, collapsible: false })) };
};

/** A number of consumption; `null` where nothing measured it: never 0. */
export const demandIn = ({ views, measured, neverConsumed }: Consumption, show: Consumed): number | null => {
  if (show === 'views') return views;
  return measured === 0 ? null : neverConsumed;
};

/** How strongly a cell is filled, from 0 to 1: views against the most viewed cell, never consumed against its own measured. */
export const strengthOf = (cell: Consumption, show: Consumed, cells: readonly Consumption[]): number => {
  const number = demandIn(cell, show);
  if (number === null || number === 0) return 0;
  if (show === 'never-consumed') return number / cell.measured;
  return number / mostOf(cells, show);
};

/** The largest number among some: what is filled or drawn fully. */
export const mostOf = (all: readonly Consumption[], show: Consumed): number =>
  Math.max(0, ...all.map((one) => demandIn(one, show) ?? 0));

/** The rows behind a number: most viewed first, or those that nobody has viewed. */
export const demandLink = (
  { filters, show }: DemandScene,
  side: Pick<InventoryQuery, 'persona' | 'stage'>,
  number: number | null
): string => {
  if (show === 'views') return inventoryLink({ ...filters, ...side, sort: 'views:desc' });
  return inventoryLink({ ...filters, ...side, ...(number !== null && { evidence: 'never-consumed' }) });
};

/** Columns are narrow: 1,234,567 becomes 1.2M. */
export const notationOf = (number: number | null) => ((number ?? 0) >= 100_000 ? 'compact' : 'standard');
