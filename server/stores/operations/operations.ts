import type { Knex } from 'knex';
import type { OperationKind, OperationStatus, PlacingCounts } from '../../core/placing-api';
import { OPERATION_TABLES } from './tables';

/** One operation as stored; times in milliseconds since the epoch. */
export interface StoredOperation {
  readonly id: number;
  readonly kind: OperationKind;
  readonly name: string | null;
  readonly status: OperationStatus;
  readonly userId: number | null;
  readonly at: number;
  readonly undoneAt: number | null;
  readonly counts: PlacingCounts;
}

/** Notes an operation that begins; answers its id. */
export const addOperation = async (
  trx: Knex.Transaction,
  operation: Omit<StoredOperation, 'id' | 'undoneAt'>
): Promise<number> => {
  await trx(operations).insert(columnsOf(operation));
  // Nobody else adds one meanwhile: many entries are placed by one writer at a time.
  const row: { readonly id: number | string } | undefined = await trx(operations).orderBy('id', 'desc').first('id');
  return Number(row?.id);
};

/** Changes what is stored of an operation. */
export const updateOperation = async (
  trx: Knex.Transaction,
  id: number,
  change: Partial<Omit<StoredOperation, 'id'>>
): Promise<void> => {
  await trx(operations).where({ id }).update(columnsOf(change));
};

/** Marks what was under way when the server ended. */
export const markInterrupted = async (trx: Knex.Transaction): Promise<void> => {
  await trx(operations).where({ status: 'running' }).update({ status: 'interrupted' });
};

/** One operation; `null`: there is none of that id. */
export const findOperation = async (trx: Knex.Transaction, id: number): Promise<StoredOperation | null> => {
  const found: readonly OperationRow[] = await trx(operations).where({ id });
  return found[0] ? read(found[0]) : null;
};

/** Operations by kind, newest first. */
export const listOperations = async (
  trx: Knex.Transaction,
  { kind, limit, offset }: { readonly kind: OperationKind | null; readonly limit: number; readonly offset: number }
): Promise<{ readonly operations: readonly StoredOperation[]; readonly total: number }> => {
  const all = () => (kind === null ? trx(operations) : trx(operations).where({ kind }));
  const found: readonly OperationRow[] = await all().orderBy('id', 'desc').limit(limit).offset(offset);
  const [counted]: readonly { total: number | string }[] = await all().count({ total: '*' });
  return { operations: found.map(read), total: Number(counted?.total ?? 0) };
};

const { operations } = OPERATION_TABLES;

const columnsOf = ({ userId, undoneAt, counts, ...rest }: Partial<StoredOperation>) => ({
  ...rest,
  ...(userId === undefined ? {} : { user_id: userId }),
  ...(undoneAt === undefined ? {} : { undone_at: undoneAt }),
  ...(counts === undefined ? {} : { counts: JSON.stringify(counts) }),
});

const read = (row: OperationRow): StoredOperation => ({
  id: Number(row.id),
  kind: row.kind,
  name: row.name,
  status: row.status,
  userId: row.user_id,
  at: Number(row.at),
  undoneAt: row.undone_at === null ? null : Number(row.undone_at),
  // Rows from before there were decisions count none.
  counts: { decided: 0, ...(JSON.parse(row.counts) as Omit<PlacingCounts, 'decided'>) },
});

interface OperationRow {
  readonly id: number | string;
  readonly kind: OperationKind;
  readonly name: string | null;
  readonly status: OperationStatus;
  readonly user_id: number | null;
  readonly at: number | string;
  readonly undone_at: number | string | null;
  readonly counts: string;
}
