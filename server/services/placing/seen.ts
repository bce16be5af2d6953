import type { Core } from '@strapi/strapi';
import type { OperationBody } from '../../core/placing-api';
import type { EntriesInSight } from '../../library/entries-in-sight';
import { changedInSight } from '../../stores/operations/sight';
import { inTransaction } from '../../stores/transaction';
import { NOTHING_YET } from './counts';

/** Operations as people see them: what an operation did to entries that they may not read is not in its counts. */
export const asSeen = async (
  strapi: Core.Strapi,
  operations: readonly OperationBody[],
  sight: EntriesInSight
): Promise<readonly OperationBody[]> => {
  if (sight.isAll || operations.length === 0) return operations;
  const ids = operations.map(({ id }) => id);
  const changed = await inTransaction(strapi, (trx) => changedInSight(trx, ids, sight));
  return operations.map((operation) => {
    const { all, seen } = changed.get(operation.id) ?? { all: 0, seen: 0 };
    const isPartial = seen < all;
    // Who was asked for and stayed as he was, is not in the journal: whether that is in sight, nobody knows.
    const own = { entries: seen, changed: seen, unchanged: 0, skipped: {} };
    const counts = { ...(isPartial ? NOTHING_YET : operation.counts), ...own };
    return { ...operation, isPartial, counts, done: Math.min(operation.done, seen) };
  });
};
