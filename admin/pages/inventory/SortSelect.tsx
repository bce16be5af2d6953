import type { InventorySort } from '../../../server/core/api';
import { ListOrder } from '../../components/list/ListOrder';
import type { TextKey } from '../../components/text';

/** The orders that answer a question; the API knows the opposite of each too. */
const ORDERS = {
  'updatedAt:desc': 'sort.editedLast',
  'updatedAt:asc': 'sort.editedFirst',
  'title:asc': 'sort.title',
  'createdAt:desc': 'sort.created',
  'contentDate:asc': 'sort.contentDateFirst',
  'contentDate:desc': 'sort.contentDateLast',
  'current:desc': 'sort.current',
  'views:desc': 'sort.viewsMost',
  'views:asc': 'sort.viewsLeast',
  'lastViewed:asc': 'sort.lastViewedFirst',
  'measuredDays:desc': 'sort.measuredLongest',
  'firstPublishedAt:asc': 'sort.publishedFirst',
} as const satisfies Partial<Record<InventorySort, TextKey>>;

interface Props {
  readonly sort: InventorySort;
  readonly onSort: (sort: string) => void;
}

/** The order of a list of entries in words. */
export const SortSelect = ({ sort, onSort }: Props) => (
  <ListOrder orders={ORDERS} sort={sort} placeholder="sort.other" onSort={onSort} />
);
