import type { Knex } from 'knex';
import { TABLES } from './tables';

/** Distinct owners who are blocked or deleted, among the entries with that finding: a short list even in a large library. */
export const distinctOwnersGone = async (
  trx: Knex.Transaction,
  audit: number,
  uids: readonly string[]
): Promise<number> => {
  const [counted] = await trx(`${TABLES.scopes} as s`)
    .join(`${TABLES.inventory} as i`, 'i.id', 's.inventory_id')
    .whereIn('s.scope_no', trx(TABLES.dimensions).where({ kind: 'scope', name: 'finding:owner-left' }).select('no'))
    .whereIn('s.type_no', trx(TABLES.dimensions).where('kind', 'type').whereIn('name', uids).select('no'))
    .where('s.valid_from', '<=', audit)
    .where('s.valid_to', '>', audit)
    .countDistinct({ owners: 'i.owner' });
  return Number(counted?.['owners'] ?? 0);
};
