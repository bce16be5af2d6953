import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { CoverageBody, CoverageCell } from '../../../server/core/api';
import { NOT_SET } from '../../../server/core/vocabulary';
import { useInventory } from '../../api/inventory';
import { placeLink } from '../../components/entry-links';
import { useText } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';
import type { CoverageFilters } from './coverage-url';
import type { CellRef } from './selection';
import { StartDraft } from './StartDraft';
import { useNames } from './use-names';
import { VERDICT_STYLE } from './verdict-style';

interface Props {
  readonly cell: CellRef;
  /** As it was judged, where it is. */
  readonly judged: CoverageCell | undefined;
  readonly coverage: CoverageBody;
  readonly filters: CoverageFilters;
}

/** What fills a cell: a draft begun for it, or entries that are to be placed. What cannot be done is said. */
export const CellActions = ({ cell, judged, coverage, filters }: Props) => {
  const names = useNames(coverage);
  const { can } = useNaming();
  const isPlaceable = cell.persona !== NOT_SET && cell.stage !== NOT_SET;
  if (!isPlaceable) return null;
  return (
    <Flex gap={2} wrap="wrap" paddingBottom={5}>
      <StartDraft
        cell={cell}
        name={names.cell(cell)}
        contentType={filters.contentType}
        locale={filters.locale}
        variant={judged && !VERDICT_STYLE[judged.verdict].callsForAction ? 'tertiary' : 'default'}
        explains
      />
      {can.tag && <PlaceEntries cell={cell} />}
    </Flex>
  );
};

/** The way to what is to place, begun for this cell; where nothing is left, it says so instead of leading to an empty list. */
const PlaceEntries = ({ cell }: { readonly cell: CellRef }) => {
  const text = useText();
  const { data } = useInventory(TO_PLACE);
  if (data?.meta.pagination.total === 0) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {text('drawer.nothingToPlace')}
      </Typography>
    );
  }
  return (
    <LinkButton tag={Link} to={placeLink(cell)} variant="tertiary" size="S">
      {text('drawer.placeEntries')}
    </LinkButton>
  );
};

/** The list to which *Place entries* leads. */
const TO_PLACE = { placement: 'to-place', counted: 'all', page: 1, pageSize: 1 } as const;
