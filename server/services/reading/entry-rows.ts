import type { Core } from '@strapi/strapi';
import type { InventoryRow } from '../../core/api';
import type { EntryRef } from '../../core/vocabulary';
import { pageIds, rowsById } from '../../stores/audit/inventory-list';
import { rowIdsOf } from '../../stores/audit/inventory-rows-of';
import { inTransaction } from '../../stores/transaction';
import { prepareList } from './list-filter';
import { toInventoryRow } from './row';
import { createRowFacts } from './row-facts';
import type { View } from './view';

/**
 * The rows of one entry that a user sees in lists: the one that stands for it, or each of its versions. None where it is
 * newer than the audit.
 */
export const entryRows = async (
  strapi: Core.Strapi,
  view: View,
  entry: EntryRef,
  per: 'entry' | 'locale'
): Promise<readonly InventoryRow[]> => {
  const { filter, names } = await prepareList(strapi, view, { contentType: entry.uid }, per);
  if (filter === null) return [];
  const rows = await inTransaction(strapi, async (trx) => {
    const found = await rowIdsOf(trx, view.audit.id, entry);
    const ids = await pageIds(trx, { ...filter, found }, 'updatedAt:desc', { limit: found.length, offset: 0 });
    return rowsById(trx, ids);
  });
  const facts = await createRowFacts(strapi, view)(rows, names);
  return rows.map((row) => toInventoryRow(row, names, view, facts));
};
