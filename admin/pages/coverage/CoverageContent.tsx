import { Box } from '@strapi/design-system';
import { useLocation } from 'react-router-dom';
import { styled } from 'styled-components';
import type { CoverageBody } from '../../../server/core/api';
import { useNaming } from '../../components/VocabularyGate';
import { Glance } from '../glance/Glance';
import { AuditNotices } from '../audit/AuditNotices';
import { BiggestGaps } from './BiggestGaps';
import { CoverageBar } from './CoverageBar';
import { expandParam, type useCoverageUrl } from './coverage-url';
import { PlacedNotice } from '../../components/rules/PlacedNotice';
import { PlaceYourContent } from './PlaceYourContent';
import { usePlaced } from './use-placed';
import { Period } from './demand/Period';
import { CoverageDrawer } from './drawer/CoverageDrawer';
import { NextStep } from '../setup/NextStep';
import { NoPersonas } from './NoPersonas';
import { Heatmap } from './heatmap/Heatmap';
import { Legend } from './heatmap/Legend';
import { focusCell } from './heatmap/use-roving-focus';
import { selectionId, type Selection } from './selection';
import { useExpanded } from './use-expanded';

interface Props {
  readonly coverage: CoverageBody;
  readonly url: ReturnType<typeof useCoverageUrl>;
}

/** The page once there are numbers: matrix, gaps and glance; before enough is placed, the glance first. */
export const CoverageContent = ({ coverage, url }: Props) => {
  const { filters, show, selection, set } = url;
  const { can } = useNaming();
  const { pathname, search } = useLocation();
  const expanded = useExpanded(coverage.stages, url);
  const open = (chosen: Selection) => set({ cell: selectionId(chosen) });
  const close = () => {
    // What opened for the cell stays open: the focus goes back into it.
    set({ cell: undefined, expand: expandParam(expanded.journeys) });
    if (selection) returnFocus(selection);
  };
  const present = filters.audit === undefined;
  const placed = usePlaced(coverage.audit);
  // A library that was placed a moment ago is not asked to be placed while it is still being counted.
  const sparse = coverage.sparse && !placed.isBehind;

  return (
    <>
      <AuditNotices shown={coverage.audit} presentLink={present ? null : `${pathname}${without(search, 'audit')}`} />
      {placed.operation && (
        <PlacedNotice
          operation={placed.operation}
          addedRules={placed.addedRules}
          isBehind={placed.isBehind}
          onClose={placed.close}
        />
      )}
      {placed.isSetUp && can.tag && <NextStep />}
      {sparse && present && (
        <Box paddingBottom={4}>
          <Glance prominent />
        </Box>
      )}
      <CoverageBar filters={filters} show={show} set={set} />
      <Box background="neutral0" shadow="tableShadow" hasRadius padding={4}>
        {sparse && <PlaceYourContent coverage={coverage} filters={filters} />}
        {coverage.personas.length === 0 && !(sparse && can.settings) && <NoPersonas />}
        {show !== 'coverage' && <Period coverage={coverage} filters={filters} show={show} set={set} />}
        <Heatmap
          coverage={coverage}
          filters={filters}
          show={show}
          selection={selection}
          onOpen={open}
          expanded={expanded}
        />
        {!(show === 'coverage' && coverage.sparse) && <Legend show={show} />}
      </Box>
      {!coverage.sparse && show === 'coverage' && (
        <Below>
          <BiggestGaps coverage={coverage} filters={filters} onOpen={open} />
          {present && <Glance />}
        </Below>
      )}
      {selection && (
        <CoverageDrawer
          coverage={coverage}
          filters={filters}
          show={show}
          selection={selection}
          onOpen={open}
          onClose={close}
        />
      )}
    </>
  );
};

/** To what opened the drawer; a cell of a row that shows none, to the row's heading. */
const returnFocus = (selection: Selection): void => {
  const isFocused = focusCell(document, selectionId(selection));
  if (!isFocused && selection.kind !== 'stage') focusCell(document, selectionId({ ...selection, kind: 'persona' }));
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
