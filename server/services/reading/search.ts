import type { Core } from '@strapi/strapi';
import type { InventorySort } from '../../core/api';
import { COUNT_LIMIT, matchingIds, pageIds, searchRows, type Search } from '../../stores/audit/inventory-list';
import type { ListFilter } from '../../stores/audit/inventory-match';
import { nextRowId } from '../../stores/audit/inventory-writer';
import { inTransaction } from '../../stores/transaction';
import { yieldToHost } from '../audit/pace';

/** Rows scanned at a time: one scan of a million would freeze SQLite, and the host with it, for seconds. */
const STRETCH = 20_000;

/** Rows named in one query. */
const AT_ONCE = 5_000;

/** Inventory ids of rows that the filter leaves and whose title or path holds the text, at most as many as lists count. */
export const findRows = async (
  strapi: Core.Strapi,
  search: Search,
  filter: Omit<ListFilter, 'found'>
): Promise<readonly number[]> => {
  const end = await inTransaction(strapi, (trx) => nextRowId(trx));
  const found: number[] = [];
  for (let from = 1; from < end && found.length < COUNT_LIMIT; from += STRETCH) {
    const stretch = { from, to: from + STRETCH - 1 };
    const holding = await inTransaction(strapi, (trx) => searchRows(trx, search, stretch));
    await yieldToHost();
    for (let at = 0; at < holding.length && found.length < COUNT_LIMIT; at += AT_ONCE) {
      const some = { ...filter, found: holding.slice(at, at + AT_ONCE) };
      for (const id of await inTransaction(strapi, (trx) => matchingIds(trx, some))) found.push(id);
      await yieldToHost();
    }
  }
  return found.slice(0, COUNT_LIMIT);
};

/** Which of some inventory ids a search finds. */
export const foundAmong = async (
  strapi: Core.Strapi,
  search: Search,
  ids: readonly number[]
): Promise<ReadonlySet<number>> => new Set(await inTransaction(strapi, (trx) => searchRows(trx, search, { ids })));

/** A page of a search that found more rows than lists count: the list is gone through in its order until it is full. */
export const pageOfSearch = async (
  strapi: Core.Strapi,
  search: Search,
  filter: ListFilter,
  sort: InventorySort,
  page: { readonly limit: number; readonly offset: number }
): Promise<readonly number[]> => {
  // No list leads there, and who asks all the same would have the whole library read.
  if (page.offset >= COUNT_LIMIT) return [];
  const everything = { ...filter, found: null };
  const found: number[] = [];
  for (let from = 0, isMore = true; isMore && found.length < page.offset + page.limit; from += AT_ONCE) {
    const stretch = { limit: AT_ONCE, offset: from };
    const ids = await inTransaction(strapi, (trx) => pageIds(trx, everything, sort, stretch));
    await yieldToHost();
    const holding = await foundAmong(strapi, search, ids);
    for (const id of ids) if (holding.has(id)) found.push(id);
    isMore = ids.length === AT_ONCE;
    await yieldToHost();
  }
  return found.slice(page.offset, page.offset + page.limit);
};
