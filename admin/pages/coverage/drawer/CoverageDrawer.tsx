import type { CoverageBody } from '../../../../server/core/api';
import type { CoverageFilters, Shown } from '../coverage-url';
import type { Selection } from '../selection';
import { CellDrawer } from './CellDrawer';
import { HandoffDrawer } from './HandoffDrawer';
import { PersonaDrawer } from './PersonaDrawer';
import { StageDrawer } from './StageDrawer';

/** What every drawer of the page is given. */
export interface DrawerProps {
  readonly coverage: CoverageBody;
  readonly filters: CoverageFilters;
  readonly show: Shown;
  /** Shows another cell, persona or stage instead. */
  readonly onOpen: (selection: Selection) => void;
  readonly onClose: () => void;
}

/** All about what was opened in the matrix: the same, whatever the matrix shows. */
export const CoverageDrawer = ({ selection, ...props }: DrawerProps & { readonly selection: Selection }) => {
  switch (selection.kind) {
    case 'cell':
      return <CellDrawer {...props} cell={selection} />;
    case 'persona':
      return <PersonaDrawer {...props} persona={selection.persona} />;
    case 'stage':
      return <StageDrawer {...props} stage={selection.stage} />;
    case 'handoff':
      return <HandoffDrawer {...props} persona={selection.persona} />;
  }
};
