import type { Knex } from 'knex';
import type { Asset } from '../../core/consumption/event';
import { monthOf } from '../../core/consumption/month';
import type { Day } from '../../core/evidence/day';
import { addTo } from './adding';
import { CONSUMPTION_TABLES as T } from './tables';

/** How often an entry was sent. */
export interface DeliveryCount extends Asset {
  readonly details: number;
  readonly lists: number;
}

/** Adds what was sent of some entries to their month. In the order in which they come. */
export const addDeliveries = async (
  trx: Knex.Transaction,
  counts: readonly DeliveryCount[],
  day: Day
): Promise<void> => {
  const rows = counts.map(({ documentId, ...count }) => ({
    ...count,
    document_id: documentId,
    month: monthOf(day),
    last_day: day,
  }));
  await addTo(trx, T.deliveries, { sums: ['details', 'lists'], latest: 'last_day' }, rows);
};
