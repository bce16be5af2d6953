import type { Core } from '@strapi/strapi';
import type { InventoryQuery } from '../../core/api';
import type { UserAbility } from '../../library/access';
import { entriesInSight } from '../../library/entries-in-sight';
import { findImport } from '../../stores/consumption/imports';
import { changedInSight } from '../../stores/operations/sight';
import { inTransaction } from '../../stores/transaction';

/**
 * How many entries the history says that an operation or import touched, for a list of these alone: some may have been
 * deleted since. `null` for any other list, and where the history says none.
 */
export const touchedCount = async (
  strapi: Core.Strapi,
  { operation, import: file, counted, ...others }: InventoryQuery,
  ability: UserAbility
): Promise<number | null> => {
  const isAlone = Object.values(others).every((asked) => asked === undefined);
  if (!isAlone || (counted ?? 'all') !== 'all' || (operation === undefined) === (file === undefined)) return null;
  const sight = await entriesInSight(strapi, ability);
  return inTransaction(strapi, async (trx) => {
    if (operation !== undefined) return (await changedInSight(trx, [operation], sight)).get(operation)?.seen ?? null;
    return file !== undefined && sight.isAll ? ((await findImport(trx, file))?.mappedEntries ?? null) : null;
  });
};
