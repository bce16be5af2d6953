import type { CoverageBody, InventoryQuery } from '../../../../server/core/api';
import { inventoryLink } from '../../../components/entry-links';
import type { CoverageFilters, Shown } from '../coverage-url';
import { selectionId, type Selection } from '../selection';
import type { HeatmapModel } from './heatmap-model';
import type { FocusProps } from './use-roving-focus';

/** What every row of the heatmap needs, handed down as one. */
export interface Scene {
  readonly coverage: CoverageBody;
  readonly model: HeatmapModel;
  readonly filters: CoverageFilters;
  readonly show: Shown;
  readonly selection: Selection | null;
  readonly onOpen: (selection: Selection) => void;
  /** Shows or hides the cells of a persona for whom nothing is written. */
  readonly onToggleRow: (row: string) => void;
  readonly focusProps: FocusProps;
}

/** What a button that opens a drawer spreads onto itself. */
export const opener = ({ selection: open, onOpen, focusProps }: Scene, selection: Selection) => {
  const id = selectionId(selection);
  return {
    type: 'button',
    'aria-haspopup': 'dialog',
    'aria-expanded': open !== null && selectionId(open) === id,
    onClick: () => onOpen(selection),
    ...focusProps(id),
  } as const;
};
export type Opener = ReturnType<typeof opener>;

/** The rows behind a total, which counts current entries. */
export const totalLink = ({ filters }: Scene, side: Pick<InventoryQuery, 'persona' | 'stage' | 'journey'>): string =>
  inventoryLink({ ...filters, ...side, age: 'current' });
