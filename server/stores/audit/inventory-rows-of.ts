import type { Knex } from 'knex';
import type { EntryRef } from '../../core/vocabulary';
import { readDimension } from './dimensions';
import { TABLES } from './tables';

/** The inventory ids of an entry's rows as of an audit. */
export const rowIdsOf = async (
  trx: Knex.Transaction,
  audit: number,
  { uid, documentId }: EntryRef
): Promise<readonly number[]> => {
  const typeNo = (await readDimension(trx, 'type')).get(uid);
  if (typeNo === undefined) return [];
  const rows: readonly { readonly id: number | string }[] = await trx(TABLES.inventory)
    .where({ type_no: typeNo, document_id: documentId })
    .where('valid_from', '<=', audit)
    .where('valid_to', '>', audit)
    .select('id');
  return rows.map(({ id }) => Number(id));
};
