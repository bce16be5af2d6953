import { setImmediate as turn } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Day } from '../../core/evidence/day';
import { insertRows, type Cell } from '../columns';
import { inRange, type EntryRange } from '../entry-range';
import type { NewRow } from './inventory-rows';
import { INVENTORY_COLUMNS, OPEN, SCOPE_COLUMNS, TABLES } from './tables';

/** What the last audit wrote of an entry and is valid still. */
export interface OpenRow {
  readonly id: number;
  readonly fingerprint: string;
  readonly path: string | null;
  readonly ownerId: number | null;
  readonly owner: string | null;
  /** The day of its first publication. */
  readonly publishedOn: Day | null;
  /** The day since which it is published again. */
  readonly readableFrom: Day | null;
}

/** The rows valid in a range before this audit came by, by `rowKey`. */
export const readOpenRows = async (
  strapi: Core.Strapi,
  typeNo: number,
  range: EntryRange
): Promise<ReadonlyMap<string, OpenRow>> => {
  const rows: readonly OpenRowColumns[] = await inRange(
    strapi.db.connection(TABLES.inventory).where({ type_no: typeNo }),
    range
  )
    .where('valid_to', '>', OPEN - 1)
    .select(
      'id',
      'document_id',
      'locale_no',
      'fingerprint',
      'path',
      'owner_id',
      'owner',
      'first_published',
      'readable_from'
    );
  return new Map(
    rows.map((row) => [
      rowKey(row.document_id, row.locale_no),
      {
        id: Number(row.id),
        fingerprint: row.fingerprint,
        path: row.path,
        ownerId: row.owner_id,
        owner: row.owner,
        publishedOn: row.first_published,
        readableFrom: row.readable_from,
      },
    ])
  );
};

/** The next free row id; the audit's lease keeps other writers away, so the writer counts on by itself. */
export const nextRowId = async (trx: Knex.Transaction): Promise<number> => {
  const row = await trx(TABLES.inventory).max({ id: 'id' }).first();
  return Number(row?.['id'] ?? 0) + 1;
};

/** What an audit finds different from the last: ids of rows no longer valid, and rows as they are now. */
export interface Changes {
  readonly closed: readonly number[];
  readonly added: readonly NewRow[];
}

/** Compares a stretch of entries, row by row, with what the last audit wrote of it. */
export const createComparison = (open: ReadonlyMap<string, OpenRow>) => {
  const kept = new Set<number>();
  const added: NewRow[] = [];
  return {
    add(row: NewRow): void {
      const same = open.get(rowKey(row.documentId, row.localeNo));
      if (same?.fingerprint === row.fingerprint) kept.add(same.id);
      else added.push(row);
    },
    /** Unchanged rows are in neither list. */
    changes: (): Changes => ({
      closed: kept.size === open.size ? [] : [...open.values()].flatMap((row) => (kept.has(row.id) ? [] : [row.id])),
      added,
    }),
  };
};

/** Writes changes as of an audit, but not the lists they stand in; the new rows' ids count on from `firstRowId`. */
export const writeChanges = async (
  trx: Knex.Transaction,
  { auditId, firstRowId }: { readonly auditId: number; readonly firstRowId: number },
  { closed, added }: Changes
): Promise<void> => {
  await closeRows(trx, auditId, closed);
  await insertRows(trx, TABLES.inventory, INVENTORY_COLUMNS, inventoryRows(auditId, firstRowId, added));
};

/** Writes rows into their lists. */
export const writePlaces = (trx: Knex.Transaction, rows: Iterable<readonly Cell[]>): Promise<void> =>
  insertRows(trx, TABLES.scopes, SCOPE_COLUMNS, rows);

/** So many rows are closed by one statement: each stands in several lists. */
const CLOSED_AT_ONCE = 100;

/** Ends the validity of rows, in their lists too. */
export const closeRows = async (trx: Knex.Transaction, auditId: number, ids: readonly number[]): Promise<void> => {
  for (let from = 0; from < ids.length; from += CLOSED_AT_ONCE) {
    const some = ids.slice(from, from + CLOSED_AT_ONCE);
    await trx(TABLES.inventory).whereIn('id', some).update({ valid_to: auditId });
    await trx(TABLES.scopes).whereIn('inventory_id', some).update({ valid_to: auditId });
    await turn();
  }
};

interface OpenRowColumns {
  readonly id: number | string;
  readonly document_id: string;
  readonly locale_no: number;
  readonly fingerprint: string;
  readonly path: string | null;
  readonly owner_id: number | null;
  readonly owner: string | null;
  readonly first_published: number | null;
  readonly readable_from: number | null;
}

/** What tells the rows of one type apart; document IDs hold no space. */
export const rowKey = (documentId: string, localeNo: number): string =>
  localeNo === 0 ? documentId : `${documentId} ${localeNo}`;

// One by one, so that none lives longer than its insertion: kept until the last, they would fill the host's memory.
function* inventoryRows(auditId: number, firstRowId: number, added: readonly NewRow[]): Generator<readonly Cell[]> {
  let id = firstRowId;
  for (const { cells, fingerprint } of added) {
    yield [id, ...cells, fingerprint, auditId, OPEN];
    id += 1;
  }
}

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
