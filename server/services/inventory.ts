import type { Core } from '@strapi/strapi';
import type { InventoryBody, InventoryQuery, InventoryRow, InventorySort } from '../core/api';
import { ownerLeft } from '../core/audit/findings/owner-left';
import { HIDEABLE_FACTS } from '../core/coverage/snapshot';
import type { UserAbility } from '../library/access';
import {
  COUNT_LIMIT,
  countOwners,
  countRows,
  countTypes,
  pageIds,
  rowsById,
  type InventoryColumns,
  type Search,
} from '../stores/audit/inventory-list';
import type { ListFilter } from '../stores/audit/inventory-match';
import { yieldToHost } from './audit/pace';
import { withChangesSince } from './reading/changed-since';
import { foundAmong, pageOfSearch } from './reading/search';
import { prepareList, type PreparedList } from './reading/list-filter';
import { toInventoryRow } from './reading/row';
import { createRowFacts } from './reading/row-facts';
import { openView, type View, type ViewedType } from './reading/view';
import { snapshotTotal } from './reading/total';
import { touchedCount } from './reading/touched-count';
import { inTransaction } from '../stores/transaction';

const DEFAULT_SORT: InventorySort = 'updatedAt:desc';
const STREAM_PAGE = 200;

/** The rows behind any number. */
export const createInventoryService = ({ strapi }: { strapi: Core.Strapi }) => {
  const rowsOf = async ({ names, view }: PreparedList, ids: readonly number[]): Promise<readonly InventoryRow[]> => {
    const rows = await inTransaction(strapi, (trx) => rowsById(trx, ids));
    const facts = await createRowFacts(strapi, view)(rows, names);
    return rows.map((row) => toInventoryRow(row, names, view, facts));
  };

  /** The ids of a page, and how many rows the list has where `known` does not say. */
  const readPage = async (
    { filter, unfinished }: PreparedList,
    known: number | null,
    sort: InventorySort,
    page: Parameters<typeof pageIds>[3]
  ): Promise<{ readonly ids: readonly number[]; readonly counted: number }> => {
    if (filter === null) return { ids: [], counted: 0 };
    if (unfinished !== null) {
      return { ids: await pageOfSearch(strapi, unfinished, filter, sort, page), counted: COUNT_LIMIT };
    }
    return inTransaction(strapi, async (trx) => ({
      ids: await pageIds(trx, filter, sort, page),
      counted: known ?? filter.found?.length ?? (await countRows(trx, filter)),
    }));
  };

  /** The next page of a list in its default order, and of its rows those that an unfinished search finds. */
  const nextPage = async (filter: ListFilter, search: Search | null): Promise<NextPage> => {
    const ids = await inTransaction(strapi, (trx) =>
      pageIds(trx, filter, DEFAULT_SORT, { limit: STREAM_PAGE, offset: 0 })
    );
    const rows = await inTransaction(strapi, (trx) => rowsById(trx, ids));
    const last = ids.length < STREAM_PAGE ? undefined : rows.at(-1);
    const after = last === undefined ? null : { updatedAt: Number(last.updated_at), id: Number(last.id) };
    if (search === null) return { rows, after };
    const found = await foundAmong(strapi, search, ids);
    return { rows: rows.filter(({ id }) => found.has(Number(id))), after };
  };

  async function* pagesOf({ filter, unfinished, names, view }: PreparedList): AsyncGenerator<InventoryRow> {
    const factsOf = createRowFacts(strapi, view);
    let rest = filter === null || unfinished === null ? filter : { ...filter, found: null };
    while (rest !== null) {
      const { rows, after }: NextPage = await nextPage(rest, unfinished);
      const facts = await factsOf(rows, names);
      for (const row of rows) yield toInventoryRow(row, names, view, facts);
      // SQLite answers at once: without a turn for it the host would wait for the whole list.
      await yieldToHost();
      rest = after === null ? null : { ...rest, after };
    }
  }

  return {
    /** One page; a sort by what is hidden from the user in some types falls back to the default. */
    async list(
      query: InventoryQuery,
      page: { readonly page: number; readonly pageSize: number; readonly sort?: InventorySort | undefined },
      ability: UserAbility
    ): Promise<InventoryBody> {
      const view = await openView(strapi, query, ability);
      const list = await prepareList(strapi, view, query);
      const known = snapshotTotal(view, query);
      const isExactlyKnown = known !== null && view.types.every(({ documents }) => documents === null);
      const sort = allowedSort(page.sort, view.types);
      const { ids, counted } = await readPage(list, isExactlyKnown ? known : null, sort, {
        limit: page.pageSize,
        offset: (page.page - 1) * page.pageSize,
      });
      const total = isExactlyKnown ? known : Math.min(counted, COUNT_LIMIT);
      const rows = await rowsOf(list, ids);
      const isNewest = query.audit === undefined;
      const elsewhere = isExactlyKnown ? null : (known ?? (await touchedCount(strapi, query, ability)));
      return {
        data: isNewest ? await withChangesSince(strapi, rows, view) : rows,
        meta: {
          pagination: {
            page: page.page,
            pageSize: page.pageSize,
            pageCount: Math.ceil(total / page.pageSize),
            total,
            totalIsExact: isExactlyKnown || (counted < COUNT_LIMIT && list.unfinished === null),
          },
          audit: view.audit,
          counted: elsewhere !== null && elsewhere !== total ? elsewhere : null,
        },
      };
    },

    /**
     * Every row of a list, newest edit first, in pages: memory does not grow with the list. What lists refuse is
     * refused here, before the first row.
     */
    async stream(
      query: InventoryQuery,
      ability: UserAbility,
      per: 'entry' | 'locale' = 'entry'
    ): Promise<AsyncGenerator<InventoryRow>> {
      const view = await openView(strapi, query, ability);
      return pagesOf(await prepareList(strapi, view, query, per));
    },

    /** How many entries of a list each type of a view has. */
    async countTypes(view: View, query: InventoryQuery): Promise<ReadonlyMap<string, number>> {
      if (view.types.length === 0) return new Map();
      const { filter, names } = await prepareList(strapi, view, query);
      const counts = filter === null ? [] : await inTransaction(strapi, (trx) => countTypes(trx, filter));
      return new Map(
        [...counts].flatMap(([no, entries]) => {
          const type = names.types.get(no);
          return type === undefined ? [] : [[type.uid, entries] as const];
        })
      );
    },

    /** How many distinct owners of entries in sight have left. */
    async ownersGone(view: View): Promise<number> {
      const types = view.types.filter(({ visible }) => visible.owner);
      const { filter } = await prepareList(strapi, { ...view, types }, { finding: ownerLeft.key });
      return filter === null ? 0 : inTransaction(strapi, (trx) => countOwners(trx, filter));
    },
  };
};

interface NextPage {
  readonly rows: readonly InventoryColumns[];
  /** Where to read on; `null` at the end. */
  readonly after: ListFilter['after'];
}

const allowedSort = (sort: InventorySort | undefined, types: readonly ViewedType[]): InventorySort => {
  // A first publication may be a content date.
  const shown = sort?.replace('firstPublishedAt:', 'contentDate:');
  const field = HIDEABLE_FACTS.find((hideable) => shown?.startsWith(`${hideable}:`));
  const isHidden = field !== undefined && types.some(({ visible }) => !visible[field]);
  return sort === undefined || isHidden ? DEFAULT_SORT : sort;
};
