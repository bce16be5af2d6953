import { Flex, Typography } from '@strapi/design-system';
import type { CoverageBody } from '../../../server/core/api';
import { headlineCounted } from '../../../server/core/coverage/headline';
import { inventoryLink } from '../../components/entry-links';
import { Message } from '../../components/text';
import { TextLink } from '../../components/TextLink';
import type { CoverageFilters } from './coverage-url';
import { RefreshStatus } from '../audit/RefreshStatus';

interface Props {
  readonly coverage: CoverageBody;
  readonly filters: CoverageFilters;
}

/** "131 of 164 published entries placed in a journey · 12 not part of one · 21 to place · updated 2 minutes ago": every number leads to its rows. */
export const Headline = ({ coverage, filters }: Props) => {
  const { entries, placed, toPlace, excluded } = coverage.totals;
  const rows = { ...filters, counted: headlineCounted(filters.counted) };
  const linkTo = (placement?: 'placed' | 'to-place' | 'excluded') =>
    function RowsLink(chunks: React.ReactNode[]) {
      return <TextLink to={inventoryLink({ ...rows, ...(placement && { placement }) })}>{chunks}</TextLink>;
    };

  return (
    <Flex gap={2} wrap="wrap">
      <Typography variant="epsilon" textColor="neutral600" tag="p">
        {/* What is no part of a journey is dealt with too, and stands apart: its rows are others. */}
        <Message
          id="headline.placed"
          values={{
            placed: placed - excluded,
            entries,
            counted: rows.counted,
            placedLink: linkTo('placed'),
            entriesLink: linkTo(),
          }}
        />
        {' · '}
        {excluded > 0 && (
          <>
            <Message id="headline.excluded" values={{ excluded, excludedLink: linkTo('excluded') }} />
            {' · '}
          </>
        )}
        <Message id="headline.toPlace" values={{ toPlace, toPlaceLink: linkTo('to-place') }} />
        {' ·'}
      </Typography>
      <RefreshStatus shown={coverage.audit} present={filters.audit === undefined} />
    </Flex>
  );
};
