import type { Knex } from 'knex';
import { importSource } from '../consumption/keys';
import { CONSUMPTION_TABLES } from '../consumption/tables';
import { OPERATION_TABLES } from '../operations/tables';
import { TABLES } from './tables';

/** What changed many entries at once, or told of them: an operation or an import of analytics, by its id. */
export interface Touching {
  readonly by: 'operation' | 'import';
  readonly id: number;
}

/** The types of the entries that it touched. */
export const touchedTypes = async (trx: Knex.Transaction, touching: Touching): Promise<readonly string[]> => {
  const { table, where, uid } = NAMED[touching.by];
  return trx(table).where(where(touching.id)).distinct().pluck(uid);
};

/** The inventory ids of the entries of one type that it touched, for `whereIn`: looked up from its side, which is short. */
export const touchedRows = (
  trx: Knex.Transaction,
  { by, id }: Touching,
  type: { readonly no: number; readonly uid: string }
): Knex.QueryBuilder => {
  const { table, where, uid, documentId } = NAMED[by];
  return trx(`${table} as touched`)
    .join(`${TABLES.inventory} as of`, `of.document_id`, `touched.${documentId}`)
    .where(Object.fromEntries(Object.entries(where(id)).map(([column, value]) => [`touched.${column}`, value])))
    .where({ [`touched.${uid}`]: type.uid, 'of.type_no': type.no })
    .select('of.id');
};

const NAMED = {
  operation: {
    table: OPERATION_TABLES.journal,
    where: (id: number): Readonly<Record<string, number | string>> => ({ operation_id: id }),
    uid: 'entry_uid',
    documentId: 'entry_document_id',
  },
  import: {
    table: CONSUMPTION_TABLES.views,
    where: (id: number): Readonly<Record<string, number | string>> => ({ source: importSource(id) }),
    uid: 'uid',
    documentId: 'document_id',
  },
} as const;
