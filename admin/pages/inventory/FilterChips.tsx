import type { InventoryQuery } from '../../../server/core/api';
import { SetFilters } from '../../components/list/SetFilters';
import { useText } from '../../components/text';
import { FILTER_TEXT, useFilterOptions } from './filter-options';
import type { FilterName } from './inventory-url';

interface Props {
  readonly filters: InventoryQuery;
  readonly names: readonly FilterName[];
  readonly change: (changes: Readonly<Record<string, string | undefined>>) => void;
}

/** What a list of entries is filtered by, in words. */
export const FilterChips = ({ filters, names, change }: Props) => {
  const text = useText();
  const options = useFilterOptions();
  const wordOf = (name: FilterName, value: string): string => {
    if (name === 'search' || name === 'owner') return value;
    if (name === 'operation' || name === 'import') return text('filter.touched');
    return options[name].find((option) => option.value === value)?.label ?? value;
  };
  const given = names.flatMap((name) => {
    const value = filters[name];
    return value ? [{ name, title: text(FILTER_TEXT[name]), value: wordOf(name, String(value)) }] : [];
  });
  return <SetFilters given={given} change={change} />;
};
