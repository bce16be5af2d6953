import type { Core } from '@strapi/strapi';
import type { InventoryColumns } from '../../stores/audit/inventory-list';
import { createEvidenceFacts } from './evidence-facts';
import type { RowNames } from './list-filter';
import { mergeNamer } from './merges';
import { decisionOf, type RowFacts } from './row';
import type { View } from './view';

/** Reads what stands beside rows for one page of them after another, as the view's user may know it. */
export const createRowFacts = (strapi: Core.Strapi, { ability }: Pick<View, 'ability'>) => {
  const factsOf = createEvidenceFacts(strapi);
  return async (rows: readonly InventoryColumns[], names: RowNames): Promise<RowFacts> => ({
    facts: await factsOf(rows, names),
    nameMerge: await mergeNamer(strapi, rows.map(decisionOf), ability),
  });
};
