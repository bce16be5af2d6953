import { Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { ArrowRight } from '@strapi/icons';
import { Link } from 'react-router-dom';
import type { CoverageBody } from '../../../server/core/api';
import { headlineCounted } from '../../../server/core/coverage/headline';
import { inventoryLink, PAGES } from '../../components/entry-links';
import { Message, useText } from '../../components/text';
import { TextLink } from '../../components/TextLink';
import { useNaming } from '../../components/VocabularyGate';
import { keptDraft } from '../setup/setup-draft';
import type { CoverageFilters } from './coverage-url';

interface Props {
  readonly coverage: CoverageBody;
  readonly filters: CoverageFilters;
}

/** Where too little is placed to judge: the guided way for those who may take it, else the list of what is to place. */
export const PlaceYourContent = ({ coverage, filters }: Props) => {
  const text = useText();
  const { can } = useNaming();
  const { placed, excluded, entries } = coverage.totals;
  const counted = headlineCounted(filters.counted);
  const linkTo = (placement?: 'placed') =>
    function RowsLink(chunks: React.ReactNode[]) {
      return <TextLink to={inventoryLink({ ...filters, counted, ...(placement && { placement }) })}>{chunks}</TextLink>;
    };
  const rows = inventoryLink({ ...filters, counted: 'all', placement: 'to-place' });
  return (
    <Flex justifyContent="space-between" gap={4} wrap="wrap" paddingBottom={4} paddingLeft={2} paddingRight={2}>
      <Box>
        <Typography tag="h2" variant="beta">
          {text('sparse.title')}
        </Typography>
        <Typography tag="p" textColor="neutral600" paddingTop={1}>
          {entries === 0 ? (
            text('sparse.nothing')
          ) : (
            <Message
              id="sparse.text"
              values={{
                placed: placed - excluded,
                entries,
                counted,
                placedLink: linkTo('placed'),
                entriesLink: linkTo(),
              }}
            />
          )}{' '}
          {can.settings && text('sparse.setup')}
        </Typography>
      </Box>
      <Flex gap={2} wrap="wrap">
        <LinkButton tag={Link} to={rows} variant={can.settings ? 'tertiary' : 'default'}>
          {text(can.settings ? 'sparse.oneByOne' : 'sparse.action')}
        </LinkButton>
        {can.settings && (
          <LinkButton tag={Link} to={PAGES.setup} endIcon={<ArrowRight />}>
            {text(keptDraft() === null ? 'sparse.start' : 'sparse.continue')}
          </LinkButton>
        )}
      </Flex>
    </Flex>
  );
};
