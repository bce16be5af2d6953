import type { Core } from '@strapi/strapi';
import { COUNT_LIMIT, searchRows } from '../../stores/audit/inventory-list';
import { nextRowId } from '../../stores/audit/inventory-writer';
import { yieldToHost } from '../audit/pace';
import type { ViewedType } from './view';
import { inTransaction } from '../../stores/transaction';

/** Rows scanned at a time: one scan of a million would freeze SQLite, and the host with it, for seconds. */
const STRETCH = 20_000;

/** Inventory ids whose title or path holds the text, at most as many as lists count. */
export const search = async (
  strapi: Core.Strapi,
  audit: number,
  text: string,
  types: ReadonlyMap<number, ViewedType>
): Promise<readonly number[]> => {
  const hidden = {
    titles: [...types].flatMap(([no, { visible }]) => (visible.title ? [] : [no])),
    paths: [...types].flatMap(([no, { visible }]) => (visible.path ? [] : [no])),
  };
  const end = await inTransaction(strapi, (trx) => nextRowId(trx));
  const found: number[] = [];
  for (let from = 1; from < end && found.length < COUNT_LIMIT; from += STRETCH) {
    const range = { from, to: from + STRETCH - 1, audit };
    const ids: readonly number[] = await inTransaction(strapi, (trx) => searchRows(trx, range, text, hidden));
    for (const id of ids) found.push(id);
    await yieldToHost();
  }
  return found.slice(0, COUNT_LIMIT);
};
