import { Box, Button, Flex, Popover } from '@strapi/design-system';
import { Filter } from '@strapi/icons';
import { styled } from 'styled-components';
import type { InventoryQuery, InventorySort } from '../../../server/core/api';
import { FilterSelect, LabelledFilter } from '../../components/FilterSelect';
import { useText } from '../../components/text';
import { FilterChips } from './FilterChips';
import { FILTER_TEXT, useFilterOptions, type ListFilter } from './filter-options';
import { FILTERS, type FilterName } from './inventory-url';
import { OwnerFilter } from './OwnerFilter';
import { SortSelect } from './SortSelect';
import { SearchFilter } from './SearchFilter';

interface Props {
  readonly filters: InventoryQuery;
  readonly sort: InventorySort;
  /** The filters on offer; a page may hold one of its own. */
  readonly names?: readonly FilterName[];
  readonly change: (changes: Readonly<Record<string, string | undefined>>) => void;
}

/** At hand without opening anything, and the others. */
const FIRST: readonly ListFilter[] = ['persona', 'stage', 'placement', 'contentType'];
const MORE: readonly ListFilter[] = [
  'journey',
  'locale',
  'status',
  'counted',
  'age',
  'evidence',
  'evidenceReason',
  'finding',
  'decision',
  'due',
  'period',
];

/** One filter bar for every list: search, the common filters, the rest behind a button, and what is set as chips. */
export const FilterBar = ({ filters, sort, names = FILTERS, change }: Props) => {
  const text = useText();
  const options = useFilterOptions();
  const offered = MORE.filter((name) => names.includes(name));
  const more = [...offered, 'owner' as const].filter((name) => filters[name]).length;
  const select = (name: ListFilter, Select = FilterSelect) =>
    options[name].length > 0 && (
      <Select
        key={name}
        label={text(FILTER_TEXT[name])}
        options={options[name]}
        value={filters[name]}
        onChange={(value) => change({ [name]: value })}
      />
    );

  return (
    <Box paddingBottom={4}>
      <Flex gap={2} wrap="wrap">
        <SearchFilter value={filters.search ?? ''} onSearch={(search) => change({ search })} key={filters.search} />
        {FIRST.filter((name) => !filters[name]).map((name) => select(name))}
        <Popover.Root>
          <Popover.Trigger>
            <Button variant="tertiary" size="S" startIcon={<Filter />}>
              {text('filter.more', { count: more })}
            </Button>
          </Popover.Trigger>
          <Popover.Content align="end" aria-label={text('filter.moreTitle')}>
            <More>
              {offered.map((name) => select(name, LabelledFilter))}
              <OwnerFilter value={filters.owner ?? ''} onChange={(owner) => change({ owner })} key={filters.owner} />
            </More>
          </Popover.Content>
        </Popover.Root>
        <SortSelect sort={sort} onSort={(next) => change({ sort: next })} />
      </Flex>
      {/* What is set stands here and nowhere else; what is searched for, in its field. */}
      <Flex paddingTop={3}>
        <FilterChips filters={filters} names={names.filter((name) => name !== 'search')} change={change} />
      </Flex>
    </Box>
  );
};

/** Two columns: a dozen filters below one another would leave a laptop's screen. */
const More = styled.div`
  display: grid;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  gap: 1.2rem 1.6rem;
  width: min(56rem, calc(100vw - 4rem));
  max-height: 70vh;
  overflow: auto;
  padding: 1.6rem;
`;
