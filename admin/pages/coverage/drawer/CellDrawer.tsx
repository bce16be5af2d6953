import { Box, Divider } from '@strapi/design-system';
import { EVERYONE } from '../../../../server/core/vocabulary';
import { inventoryLink } from '../../../components/entry-links';
import { useText } from '../../../components/text';
import { TextLink } from '../../../components/TextLink';
import { CellActions } from '../CellActions';
import type { CellRef } from '../selection';
import { useNames } from '../use-names';
import { CellDemand } from './CellDemand';
import { CellEntries } from './CellEntries';
import { CellSettings } from './CellSettings';
import { CellVerdict } from './CellVerdict';
import type { DrawerProps } from './CoverageDrawer';
import { Drawer } from './Drawer';
import { GapAdvice } from './GapAdvice';

/** All about one cell: its entries, and for a hole why it is one and what fills it. */
export const CellDrawer = ({
  coverage,
  filters,
  show,
  cell: ref,
  onClose,
}: DrawerProps & { readonly cell: CellRef }) => {
  const text = useText();
  const names = useNames(coverage);
  const { persona, stage } = ref;
  const cell = coverage.cells.find((candidate) => candidate.persona === persona && candidate.stage === stage);
  const isPresent = filters.audit === undefined;

  return (
    <Drawer
      title={names.cell(ref)}
      subtitle={
        <>
          {cell && <CellVerdict cell={cell} sparse={coverage.sparse} filters={filters} />}
          {show !== 'coverage' && <CellDemand coverage={coverage} cell={ref} show={show} filters={filters} />}
        </>
      }
      onClose={onClose}
    >
      {isPresent && <CellActions cell={{ persona, stage }} judged={cell} coverage={coverage} filters={filters} />}
      {cell && <GapAdvice cell={cell} coverage={coverage} filters={filters} />}
      <CellEntries filters={filters} show={show} persona={persona} stage={stage} />
      {cell && cell.everyone > 0 && (
        <Box paddingTop={3}>
          <TextLink to={inventoryLink({ ...filters, persona: EVERYONE, stage, age: 'current' })}>
            {text('drawer.everyone', { count: cell.everyone })}
          </TextLink>
        </Box>
      )}
      {cell && isPresent && (
        <Box paddingTop={5}>
          <Divider />
          <CellSettings cell={cell} key={`${persona}/${stage}`} />
        </Box>
      )}
    </Drawer>
  );
};
