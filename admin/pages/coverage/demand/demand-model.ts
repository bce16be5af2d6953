import type { Consumption, InventoryQuery } from '../../../../server/core/api';
import { knownViews } from '../../../../server/core/consumption-api';
import { inventoryLink } from '../../../components/entry-links';
import type { CoverageFilters, Shown } from '../coverage-url';

/** What the matrix shows of consumption. */
export type Consumed = Exclude<Shown, 'coverage'>;

/** A number of consumption; `null` where nothing measured it: never 0. */
export const demandIn = (known: Consumption, show: Consumed): number | null => {
  if (show === 'views') return knownViews(known);
  return known.measured === 0 ? null : known.neverConsumed;
};

/** Whether the number is a lower bound: views of a period of which not all are known. */
export const isAtLeast = ({ isPartial = false }: Consumption, show: Shown): boolean => show === 'views' && isPartial;

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
export const demandRows = (
  filters: CoverageFilters,
  show: Consumed,
  side: Pick<InventoryQuery, 'persona' | 'stage' | 'journey'>,
  number: number | null
) =>
  show === 'views'
    ? ({ ...filters, ...side, sort: 'views:desc' } as const)
    : { ...filters, ...side, ...(number !== null && ({ evidence: 'never-consumed' } as const)) };

/** The list of them. */
export const demandLink = (...asked: Parameters<typeof demandRows>): string => inventoryLink(demandRows(...asked));

/** Columns are narrow: 1,234,567 becomes 1.2M. */
export const notationOf = (number: number | null) => ((number ?? 0) >= 100_000 ? 'compact' : 'standard');
