import { Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { useInventory } from '../../../api/inventory';
import { EntryList } from '../../../components/EntryList';
import { inventoryLink } from '../../../components/entry-links';
import { useText } from '../../../components/text';
import { useReason } from '../../../components/use-reason';
import { TextLink } from '../../../components/TextLink';
import type { CoverageFilters, Shown } from '../coverage-url';
import { demandRows } from '../demand/demand-model';
import type { CellRef } from '../selection';
import { CellLists } from './CellLists';

interface Props {
  readonly filters: CoverageFilters;
  /** Views: the most viewed first. Never consumed: these alone. */
  readonly show: Shown;
  readonly persona: string;
  readonly stage: string;
}

const FIRST = 20;

/** The rows behind a cell's number, current first, and how many of them the reader may open. */
export const CellEntries = ({ filters, show, persona, stage }: Props) => {
  const text = useText();
  const reasonOf = useReason();
  const side = { persona, stage };
  const rows = show === 'coverage' ? currentFirst(filters, side) : demandRows(filters, show, side, 0);
  const { data, error, isPending, isPlaceholderData, refetch } = useInventory({ ...rows, page: 1, pageSize: FIRST });

  const content = () => {
    if (error) {
      return (
        <Flex gap={2} role="alert">
          <Typography textColor="danger700">{reasonOf(error)}</Typography>
          <Button variant="ghost" size="S" onClick={() => void refetch()}>
            {text('failure.retry')}
          </Button>
        </Flex>
      );
    }
    if (isPending || isPlaceholderData) return <Loader small>{text('loading')}</Loader>;

    const { pagination, counted } = data.meta;
    const hidden = counted !== null && counted > pagination.total;
    if (data.data.length === 0 && !hidden) {
      return (
        <Typography tag="p" textColor="neutral600" paddingTop={1}>
          {text(show === 'never-consumed' ? 'drawer.none.never' : 'drawer.none')}
        </Typography>
      );
    }
    return (
      <>
        {hidden && (
          <Typography tag="p" textColor="neutral700" paddingTop={1}>
            {text('drawer.mayOpen', { counted, open: pagination.total })}
          </Typography>
        )}
        <EntryList rows={data.data} showsViews={show === 'views'} />
        <TextLink to={inventoryLink(rows)}>{text('drawer.showAll', { total: pagination.total })}</TextLink>
        <CellLists cell={{ persona, stage }} filters={filters} />
      </>
    );
  };

  return (
    <Box tag="section" aria-label={text(HEADING[show])} aria-live="polite">
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        {text(HEADING[show])}
      </Typography>
      {content()}
    </Box>
  );
};

const currentFirst = (filters: CoverageFilters, side: CellRef) =>
  ({ ...filters, ...side, sort: 'current:desc' }) as const;

const HEADING = {
  coverage: 'drawer.entries',
  views: 'drawer.entries.views',
  'never-consumed': 'drawer.entries.never',
} as const;
