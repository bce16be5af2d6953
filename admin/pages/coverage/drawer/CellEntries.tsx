import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import { Button } from '@strapi/design-system';
import type { InventoryQuery } from '../../../../server/core/api';
import { failureOf } from '../../../api/failure';
import { useInventory } from '../../../api/inventory';
import { EntryList } from '../../../components/EntryList';
import { inventoryLink } from '../../../components/entry-links';
import { useText } from '../../../components/text';
import { TextLink } from '../../../components/TextLink';
import type { CoverageFilters } from '../coverage-url';

interface Props {
  readonly filters: CoverageFilters;
  readonly persona: string;
  readonly stage: string;
}

const FIRST = 10;

/** The rows behind a cell's number, current first, and how many of them the reader may open. */
export const CellEntries = ({ filters, persona, stage }: Props) => {
  const text = useText();
  const rows = { ...filters, persona, stage };
  return (
    <Box aria-live="polite">
      <Ages age="current" title={text('drawer.current')} rows={rows} empty={text('drawer.noneCurrent')} />
      <Ages age="old" title={text('drawer.oldTitle')} rows={rows} empty={null} />
    </Box>
  );
};

interface AgesProps {
  readonly age: 'current' | 'old';
  readonly title: string;
  readonly rows: InventoryQuery;
  /** What to say when there is none; `null`: nothing at all. */
  readonly empty: string | null;
}

const Ages = ({ age, title, rows, empty }: AgesProps) => {
  const text = useText();
  const query = { ...rows, age };
  const { data, error, isPending, isPlaceholderData, refetch } = useInventory({
    ...query,
    page: 1,
    pageSize: FIRST,
    sort: 'updatedAt:desc',
  });

  if (error) {
    return (
      <Flex gap={2} role="alert">
        <Typography textColor="danger700">{failureOf(error).message ?? text('failure.unreachable')}</Typography>
        <Button variant="ghost" size="S" onClick={() => void refetch()}>
          {text('failure.retry')}
        </Button>
      </Flex>
    );
  }
  if (isPending || isPlaceholderData) return age === 'current' ? <Loader small>{text('loading')}</Loader> : null;

  const { pagination, counted } = data.meta;
  const hidden = counted !== null && counted > pagination.total;
  if (data.data.length === 0 && !hidden) {
    return empty && <Typography textColor="neutral600">{empty}</Typography>;
  }
  return (
    <Box tag="section" aria-label={title} paddingBottom={4}>
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        {title}
      </Typography>
      {hidden && (
        <Typography tag="p" textColor="neutral700" paddingTop={1}>
          {text('drawer.mayOpen', { counted, open: pagination.total })}
        </Typography>
      )}
      <EntryList rows={data.data} />
      {pagination.total > FIRST && (
        <TextLink to={inventoryLink({ ...query, sort: 'updatedAt:desc' })}>
          {text('drawer.showAll', { total: pagination.total })}
        </TextLink>
      )}
    </Box>
  );
};
