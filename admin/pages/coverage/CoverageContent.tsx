import { Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Link, useLocation } from 'react-router-dom';
import { styled } from 'styled-components';
import type { CoverageBody } from '../../../server/core/api';
import { inventoryLink } from '../../components/entry-links';
import { useText } from '../../components/text';
import { Glance } from '../glance/Glance';
import { AuditNotices } from '../audit/AuditNotices';
import { BiggestGaps } from './BiggestGaps';
import { CoverageBar } from './CoverageBar';
import { cellParam, expandParam, type CellRef, type CoverageFilters, type useCoverageUrl } from './coverage-url';
import { CellDrawer } from './drawer/CellDrawer';
import { NoPersonas } from './NoPersonas';
import { Heatmap } from './heatmap/Heatmap';
import { Legend } from './heatmap/Legend';
import { focusCell } from './heatmap/use-roving-focus';
import { useExpanded } from './use-expanded';

interface Props {
  readonly coverage: CoverageBody;
  readonly url: ReturnType<typeof useCoverageUrl>;
}

/** The page once there are numbers: matrix, gaps and glance; before enough is placed, the glance first. */
export const CoverageContent = ({ coverage, url }: Props) => {
  const { filters, cell, set } = url;
  const { pathname, search } = useLocation();
  const { shown, toggle } = useExpanded(coverage.stages, url);
  const open = (ref: CellRef) => set({ cell: cellParam(ref) });
  const close = () => {
    // What opened for the cell stays open: the focus goes back into it.
    set({ cell: undefined, expand: expandParam(shown) });
    if (cell) focusCell(document, cellParam(cell));
  };
  const present = filters.audit === undefined;

  return (
    <>
      <AuditNotices shown={coverage.audit} presentLink={present ? null : `${pathname}${without(search, 'audit')}`} />
      {coverage.sparse && present && (
        <Box paddingBottom={4}>
          <Glance prominent />
        </Box>
      )}
      <CoverageBar filters={filters} set={set} />
      <Box background="neutral0" shadow="tableShadow" hasRadius padding={4}>
        {coverage.sparse && <PlaceYourContent coverage={coverage} filters={filters} />}
        {coverage.personas.length === 0 && <NoPersonas />}
        <Heatmap
          coverage={coverage}
          filters={filters}
          openCell={cell}
          onOpen={open}
          expanded={shown}
          onToggle={toggle}
        />
        {!coverage.sparse && <Legend />}
      </Box>
      {!coverage.sparse && (
        <Below>
          <BiggestGaps coverage={coverage} filters={filters} onOpen={open} />
          {present && <Glance />}
        </Below>
      )}
      {cell && <CellDrawer coverage={coverage} filters={filters} cell={cell} onClose={close} />}
    </>
  );
};

const PlaceYourContent = ({
  coverage,
  filters,
}: {
  readonly coverage: CoverageBody;
  readonly filters: CoverageFilters;
}) => {
  const text = useText();
  const { placed, entries } = coverage.totals;
  return (
    <Flex justifyContent="space-between" gap={4} wrap="wrap" paddingBottom={4} paddingLeft={2} paddingRight={2}>
      <Box>
        <Typography tag="h2" variant="beta">
          {text('sparse.title')}
        </Typography>
        <Typography tag="p" textColor="neutral600" paddingTop={1}>
          {entries === 0 ? text('sparse.nothing') : text('sparse.text', { placed, entries })}
        </Typography>
      </Box>
      <LinkButton tag={Link} to={inventoryLink({ ...filters, counted: 'all', placement: 'to-place' })}>
        {text('sparse.action')}
      </LinkButton>
    </Flex>
  );
};

const without = (search: string, name: string): string => {
  const params = new URLSearchParams(search);
  params.delete(name);
  return params.size > 0 ? `?${params.toString()}` : '';
};

const Below = styled.div`
  display: grid;
  gap: 1.6rem;
  padding-top: 1.6rem;
  align-items: start;

  ${({ theme }) => theme.breakpoints.large} {
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
  }
`;
