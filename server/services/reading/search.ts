import type { Core } from '@strapi/strapi';
import { COUNT_LIMIT, searchRows, type Search } from '../../stores/audit/inventory-list';
import { nextRowId } from '../../stores/audit/inventory-writer';
import { inTransaction } from '../../stores/transaction';
import { yieldToHost } from '../audit/pace';

/** Rows scanned at a time: one scan of a million would freeze SQLite, and the host with it, for seconds. */
const STRETCH = 20_000;

/** Inventory ids whose title or path holds the text, at most as many as lists count. */
export const findRows = async (strapi: Core.Strapi, search: Search): Promise<readonly number[]> => {
  const end = await inTransaction(strapi, (trx) => nextRowId(trx));
  const found: number[] = [];
  for (let from = 1; from < end && found.length < COUNT_LIMIT; from += STRETCH) {
    const stretch = { from, to: from + STRETCH - 1 };
    for (const id of await inTransaction(strapi, (trx) => searchRows(trx, search, stretch))) found.push(id);
    await yieldToHost();
  }
  return found.slice(0, COUNT_LIMIT);
};
