import { Button, Flex, Tag } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import type { InventoryQuery } from '../../../server/core/api';
import { useText } from '../../components/text';
import { FILTER_TEXT, useFilterOptions } from './filter-options';
import { FILTERS, type FilterName } from './inventory-url';

interface Props {
  readonly filters: InventoryQuery;
  readonly change: (changes: Readonly<Record<string, string | undefined>>) => void;
}

/** What the list is filtered by, each removable: a link from a number explains itself this way. */
export const FilterChips = ({ filters, change }: Props) => {
  const text = useText();
  const options = useFilterOptions();
  const given = FILTERS.filter((name) => filters[name]);
  if (given.length === 0) return null;

  const wordOf = (name: FilterName): string => {
    const value = filters[name] ?? '';
    if (name === 'search' || name === 'owner') return value;
    return options[name].find((option) => option.value === value)?.label ?? value;
  };

  return (
    <Flex gap={2} wrap="wrap">
      {given.map((name) => (
        <Tag
          key={name}
          icon={<Cross aria-hidden />}
          label={text('filter.remove', { name: text(FILTER_TEXT[name]) })}
          onClick={() => change({ [name]: undefined })}
        >
          {text('filter.chip', { name: text(FILTER_TEXT[name]), value: wordOf(name) })}
        </Tag>
      ))}
      <Button
        variant="ghost"
        size="S"
        onClick={() => change(Object.fromEntries(FILTERS.map((name) => [name, undefined])))}
      >
        {text('filter.clearAll')}
      </Button>
    </Flex>
  );
};
