import { Box, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import type { InventorySort } from '../../../server/core/api';
import { useText, type TextKey } from '../../components/text';

/** The orders that answer a question; the API knows the opposite of each too. */
const ORDERS = {
  'updatedAt:desc': 'sort.editedLast',
  'updatedAt:asc': 'sort.editedFirst',
  'title:asc': 'sort.title',
  'createdAt:desc': 'sort.created',
  'contentDate:asc': 'sort.contentDateFirst',
  'contentDate:desc': 'sort.contentDateLast',
  'current:desc': 'sort.current',
} as const satisfies Partial<Record<InventorySort, TextKey>>;

interface Props {
  readonly sort: InventorySort;
  readonly onSort: (sort: string) => void;
}

/** The list's order in words; dates have no column of their own to click. */
export const SortSelect = ({ sort, onSort }: Props) => {
  const text = useText();
  const isListed = sort in ORDERS;
  return (
    <Flex gap={2} marginLeft="auto">
      <Typography variant="pi" textColor="neutral600">
        {text('sort.label')}
      </Typography>
      <Box minWidth="20rem">
        <SingleSelect
          size="S"
          aria-label={text('sort.label')}
          value={isListed ? sort : ''}
          placeholder={text('sort.other')}
          onChange={(chosen) => onSort(String(chosen))}
        >
          {Object.entries(ORDERS).map(([value, word]) => (
            <SingleSelectOption key={value} value={value}>
              {text(word)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
    </Flex>
  );
};
