import type { Core } from '@strapi/strapi';
import type { InventoryBody, InventoryQuery, InventoryRow, InventorySort } from '../core/api';
import type { UserAbility } from '../library/access';
import { distinctOwnersGone } from '../stores/audit/owners-gone';
import { COUNT_LIMIT, countRows, pageIds, rowsById } from '../stores/audit/inventory-list';
import { prepareList, type PreparedList } from './reading/list-filter';
import { toInventoryRow } from './reading/row';
import { openView, type View } from './reading/view';
import { snapshotTotal } from './reading/total';
import { inTransaction } from '../stores/transaction';

const DEFAULT_SORT: InventorySort = 'updatedAt:desc';
const STREAM_PAGE = 200;

/** The rows behind any number. */
export const createInventoryService = ({ strapi }: { strapi: Core.Strapi }) => {
  const rowsOf = async ({ names, axes }: PreparedList, ids: readonly number[]): Promise<readonly InventoryRow[]> => {
    const rows = await inTransaction(strapi, (trx) => rowsById(trx, ids));
    return rows.map((row) => toInventoryRow(row, names, axes));
  };

  return {
    /** One page; `sort` by title falls back to the default where some titles are hidden from the user. */
    async list(
      query: InventoryQuery,
      page: { readonly page: number; readonly pageSize: number; readonly sort?: InventorySort | undefined },
      ability: UserAbility
    ): Promise<InventoryBody> {
      const view = await openView(strapi, query, ability);
      const list = await prepareList(strapi, view, query);
      const known = snapshotTotal(view, query);
      const isExactlyKnown = known !== null && view.types.every(({ documents }) => documents === null);
      const sort =
        page.sort?.startsWith('title') && !view.types.every((type) => type.titleVisible) ? undefined : page.sort;
      const { ids, counted } = await inTransaction(strapi, async (trx) => ({
        ids:
          list.filter === null
            ? []
            : await pageIds(trx, list.filter, sort ?? DEFAULT_SORT, {
                limit: page.pageSize,
                offset: (page.page - 1) * page.pageSize,
              }),
        counted: list.filter === null ? 0 : isExactlyKnown ? known : await countRows(trx, list.filter),
      }));
      const total = isExactlyKnown ? known : Math.min(counted, COUNT_LIMIT);
      return {
        data: await rowsOf(list, ids),
        meta: {
          pagination: {
            page: page.page,
            pageSize: page.pageSize,
            pageCount: Math.ceil(total / page.pageSize),
            total,
            totalIsExact: isExactlyKnown || counted < COUNT_LIMIT,
          },
          audit: view.audit,
          counted: known !== null && !isExactlyKnown && known !== total ? known : null,
        },
      };
    },

    /** Every row of a list, newest edit first, in pages: memory does not grow with the list. */
    async *stream(
      query: InventoryQuery,
      ability: UserAbility,
      per: 'entry' | 'locale' = 'entry'
    ): AsyncGenerator<InventoryRow> {
      const view = await openView(strapi, query, ability);
      const list = await prepareList(strapi, view, query, per);
      let after: { readonly updatedAt: number; readonly id: number } | null = null;
      while (list.filter !== null) {
        const filter = { ...list.filter, after };
        const ids: readonly number[] = await inTransaction(strapi, (trx) =>
          pageIds(trx, filter, DEFAULT_SORT, { limit: STREAM_PAGE, offset: 0 })
        );
        const rows = await inTransaction(strapi, (trx) => rowsById(trx, ids));
        for (const row of rows) yield toInventoryRow(row, list.names, list.axes);
        const last = rows.at(-1);
        if (last === undefined || ids.length < STREAM_PAGE) return;
        after = { updatedAt: Number(last.updated_at), id: Number(last.id) };
      }
    },

    /** How many distinct owners of readable entries have left. */
    async ownersGone({ audit, types }: View): Promise<number> {
      const uids = types.map(({ uid }) => uid);
      const owners = await inTransaction(strapi, (trx) => distinctOwnersGone(trx, audit.id, uids));
      return owners;
    },
  };
};
