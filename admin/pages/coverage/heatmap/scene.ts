import type { CoverageBody, InventoryQuery } from '../../../../server/core/api';
import { inventoryLink } from '../../../components/entry-links';
import type { CellRef, CoverageFilters } from '../coverage-url';
import type { HeatmapModel } from './heatmap-model';
import type { FocusProps } from './use-roving-focus';

/** What every row of the heatmap needs, handed down as one. */
export interface Scene {
  readonly coverage: CoverageBody;
  readonly model: HeatmapModel;
  readonly filters: CoverageFilters;
  readonly openCell: CellRef | null;
  readonly onOpen: (cell: CellRef) => void;
  readonly focusProps: FocusProps;
}

/** Whether a cell's drawer is open. */
export const isOpen = ({ openCell }: Scene, persona: string, stage: string): boolean =>
  openCell?.persona === persona && openCell.stage === stage;

/** The rows behind a total, which counts current entries. */
export const totalLink = ({ filters }: Scene, side: Pick<InventoryQuery, 'persona' | 'stage' | 'journey'>): string =>
  inventoryLink({ ...filters, ...side, age: 'current' });
