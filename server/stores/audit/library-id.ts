import type { Knex } from 'knex';
import { TABLES } from './tables';

/** Which library the audits describe; `''` before the first start. */
export const readLibraryId = async (trx: Knex.Transaction): Promise<string> => {
  const row: { library_id: string } | undefined = await trx(TABLES.meta).first('library_id');
  return row?.library_id ?? '';
};

/** Notes the library that audits describe from now on. */
export const saveLibraryId = async (trx: Knex.Transaction, libraryId: string): Promise<void> => {
  await trx(TABLES.meta).update({ library_id: libraryId });
};
