import { Flex, Typography } from '@strapi/design-system';
import type { CoverageBody, Counted } from '../../../server/core/api';
import { inventoryLink } from '../../components/entry-links';
import { Message } from '../../components/text';
import { TextLink } from '../../components/TextLink';
import type { CoverageFilters } from './coverage-url';
import { RefreshStatus } from '../audit/RefreshStatus';

interface Props {
  readonly coverage: CoverageBody;
  readonly filters: CoverageFilters;
}

/** "143 of 164 entries placed · 21 to place · updated 2 minutes ago": every number leads to its rows. */
export const Headline = ({ coverage, filters }: Props) => {
  const { entries, placed, toPlace, excluded } = coverage.totals;
  const rows = { ...filters, counted: HEADLINE_COUNTS[filters.counted] };
  const linkTo = (placement?: 'placed' | 'to-place' | 'excluded') =>
    function RowsLink(chunks: React.ReactNode[]) {
      return <TextLink to={inventoryLink({ ...rows, ...(placement && { placement }) })}>{chunks}</TextLink>;
    };

  return (
    <Flex gap={2} wrap="wrap">
      <Typography variant="epsilon" textColor="neutral600" tag="p">
        {/* Placed counts what is no part of a journey too, so its link can only be given where there is none of that. */}
        <Message
          id={excluded > 0 ? 'headline.placedWithExcluded' : 'headline.placed'}
          values={{
            placed,
            entries,
            counted: rows.counted,
            excluded,
            inJourneys: placed - excluded,
            b: (chunks) => <strong>{chunks}</strong>,
            placedLink: linkTo('placed'),
            excludedLink: linkTo('excluded'),
            entriesLink: linkTo(),
          }}
        />
        {' · '}
        <Message id="headline.toPlace" values={{ toPlace, toPlaceLink: linkTo('to-place') }} />
        {' ·'}
      </Typography>
      <RefreshStatus shown={coverage.audit} present={filters.audit === undefined} />
    </Flex>
  );
};

/** Below written specifically the headline goes on counting the published: what is to place is written for nobody yet. */
const HEADLINE_COUNTS = { published: 'published', all: 'all', dedicated: 'published' } as const satisfies Record<
  Counted,
  Counted
>;
