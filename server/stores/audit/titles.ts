import type { Knex } from 'knex';
import { TABLES } from './tables';

/** Titles in some versions (0: the entry over all of them) of some documents of a type, as of an audit. */
export const readTitles = async (
  trx: Knex.Transaction,
  audit: number,
  typeNo: number,
  localeNos: readonly number[],
  documentIds: readonly string[]
): Promise<ReadonlyMap<string, string>> => {
  const rows: readonly { readonly document_id: string; readonly title: string | null }[] = await trx(TABLES.inventory)
    .where({ type_no: typeNo })
    .whereIn('document_id', documentIds)
    .whereIn('locale_no', localeNos)
    .where('valid_from', '<=', audit)
    .where('valid_to', '>', audit)
    .select('document_id', 'title');
  return new Map(rows.flatMap(({ document_id, title }) => (title === null ? [] : [[document_id, title]])));
};
