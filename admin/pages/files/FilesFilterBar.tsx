import { Box, Flex } from '@strapi/design-system';
import type { FileSort, FilesQuery } from '../../../server/core/consumption-api';
import { GRADES } from '../../../server/core/evidence/evidence';
import { USAGES } from '../../../server/core/files/uses';
import { worded } from '../../components/axis-options';
import { GRADE_STYLE } from '../../components/evidence/grade-style';
import { FilterSelect } from '../../components/FilterSelect';
import { ListOrder } from '../../components/list/ListOrder';
import { SetFilters } from '../../components/list/SetFilters';
import { useText, type TextKey } from '../../components/text';
import { SearchFilter } from '../inventory/SearchFilter';
import { FILE_FILTERS } from './files-url';
import { USAGE_TEXT } from './usage-text';

interface Props {
  readonly filters: FilesQuery;
  readonly sort: string | undefined;
  readonly change: (changes: Readonly<Record<string, string | undefined>>) => void;
}

const FILTER_TEXT = {
  search: 'filter.search',
  usage: 'filter.usage',
  evidence: 'filter.evidence',
} as const satisfies Record<(typeof FILE_FILTERS)[number], TextKey>;

const ORDERS = {
  'size:desc': 'sort.sizeLargest',
  'createdAt:asc': 'sort.oldest',
  'createdAt:desc': 'sort.created',
  'name:asc': 'sort.name',
  'usedBy:desc': 'sort.usedMost',
} as const satisfies Partial<Record<FileSort, TextKey>>;

/** The filter bar of all lists, with what files can be filtered by. */
export const FilesFilterBar = ({ filters, sort, change }: Props) => {
  const text = useText();
  const options = {
    usage: worded(text, USAGES, USAGE_TEXT),
    evidence: GRADES.map((value) => ({ value, label: text(GRADE_STYLE[value].label) })),
  };
  const given = FILE_FILTERS.flatMap((name) => {
    const value = filters[name];
    if (!value) return [];
    const word = name === 'search' ? value : options[name].find((option) => option.value === value)?.label;
    return [{ name, title: text(FILTER_TEXT[name]), value: word ?? value }];
  });
  return (
    <Box paddingBottom={4}>
      <Flex gap={2} wrap="wrap">
        <SearchFilter
          value={filters.search ?? ''}
          placeholder={text('files.search')}
          onSearch={(search) => change({ search })}
          key={filters.search}
        />
        {(['usage', 'evidence'] as const).map((name) => (
          <FilterSelect
            key={name}
            label={text(FILTER_TEXT[name])}
            options={options[name]}
            value={filters[name]}
            onChange={(value) => change({ [name]: value })}
          />
        ))}
        <ListOrder
          orders={ORDERS}
          sort={sort}
          placeholder="sort.unreferenced"
          onSort={(next) => change({ sort: next })}
        />
      </Flex>
      <Flex paddingTop={3}>
        <SetFilters given={given} change={change} />
      </Flex>
    </Box>
  );
};
