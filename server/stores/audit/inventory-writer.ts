import type { Knex } from 'knex';
import { insertRows, type Cell } from '../columns';
import type { NewRow } from './inventory-rows';
import { INVENTORY_COLUMNS, OPEN, SCOPE_COLUMNS, TABLES } from './tables';

/** What the last audit wrote of an entry and is valid still. */
export interface OpenRow {
  readonly id: number;
  readonly documentId: string;
  readonly localeNo: number;
  readonly fingerprint: string;
  readonly ownerId: number | null;
  readonly owner: string | null;
}

/** A stretch of one type's entries in the database's own order of document IDs; `upTo` `null` is to the end. */
export interface EntryRange {
  readonly after: string;
  readonly upTo: string | null;
}

/** The rows valid in a range before this audit came by. */
export const readOpenRows = async (
  trx: Knex.Transaction,
  typeNo: number,
  range: EntryRange
): Promise<readonly OpenRow[]> => {
  const rows: readonly OpenRowColumns[] = await trx(TABLES.inventory)
    .where({ type_no: typeNo })
    .where('document_id', '>', range.after)
    .where('valid_to', '>', OPEN - 1)
    .modify((query) => {
      if (range.upTo !== null) void query.where('document_id', '<=', range.upTo);
    })
    .select('id', 'document_id', 'locale_no', 'fingerprint', 'owner_id', 'owner');
  return rows.map((row) => ({
    id: Number(row.id),
    documentId: row.document_id,
    localeNo: row.locale_no,
    fingerprint: row.fingerprint,
    ownerId: row.owner_id,
    owner: row.owner,
  }));
};

/** The next free row id; the audit's lease keeps other writers away, so the writer counts on by itself. */
export const nextRowId = async (trx: Knex.Transaction): Promise<number> => {
  const row = await trx(TABLES.inventory).max({ id: 'id' }).first();
  return Number(row?.['id'] ?? 0) + 1;
};

/** Closes what changed or went, and adds what is new as of the audit. Unchanged rows are not touched. Answers the ids used. */
export const writeRows = async (
  trx: Knex.Transaction,
  audit: { readonly id: number; readonly typeNo: number; readonly firstRowId: number },
  open: readonly OpenRow[],
  rows: readonly NewRow[]
): Promise<number> => {
  const before = new Map(open.map((row) => [rowKey(row), row]));
  const kept = new Set<number>();
  const added = rows.filter((row) => {
    const same = before.get(rowKey(row));
    if (same?.fingerprint !== row.fingerprint) return true;
    kept.add(same.id);
    return false;
  });
  await closeRows(
    trx,
    audit.id,
    open.flatMap(({ id }) => (kept.has(id) ? [] : [id]))
  );
  const numbered = added.map((row, at) => ({ row, id: audit.firstRowId + at }));
  await insertRows(
    trx,
    TABLES.inventory,
    INVENTORY_COLUMNS,
    numbered.map(({ row, id }) => [id, ...row.cells, row.fingerprint, audit.id, OPEN])
  );
  await insertRows(
    trx,
    TABLES.scopes,
    SCOPE_COLUMNS,
    numbered.flatMap(({ row, id }) => scopeRows(audit, row, id))
  );
  return added.length;
};

/** Ends the validity of rows, in their lists too. */
export const closeRows = async (trx: Knex.Transaction, auditId: number, ids: readonly number[]): Promise<void> => {
  if (ids.length === 0) return;
  await trx(TABLES.inventory).whereIn('id', ids).update({ valid_to: auditId });
  await trx(TABLES.scopes).whereIn('inventory_id', ids).update({ valid_to: auditId });
};

interface OpenRowColumns {
  readonly id: number | string;
  readonly document_id: string;
  readonly locale_no: number;
  readonly fingerprint: string;
  readonly owner_id: number | null;
  readonly owner: string | null;
}

/** What tells the rows of one type apart. */
export const rowKey = ({ documentId, localeNo }: { readonly documentId: string; readonly localeNo: number }): string =>
  `${localeNo} ${documentId}`;

const scopeRows = (
  audit: { readonly id: number; readonly typeNo: number },
  row: NewRow,
  id: number
): readonly (readonly Cell[])[] =>
  row.scopes.map((scope) => [scope, row.updatedAt, id, audit.id, OPEN, audit.typeNo, row.localeNo, row.statusNo]);

/** Some rows still open of the given types. */
export const readOpenRowsOfTypes = async (
  trx: Knex.Transaction,
  typeNos: readonly number[],
  limit: number
): Promise<readonly number[]> => {
  const rows: readonly { id: number | string }[] = await trx(TABLES.inventory)
    .whereIn('type_no', typeNos)
    .where('valid_to', '>', OPEN - 1)
    .limit(limit)
    .select('id');
  return rows.map(({ id }) => Number(id));
};
