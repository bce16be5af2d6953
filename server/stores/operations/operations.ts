import type { Knex } from 'knex';
import type { OperationKind, OperationStatus, PlacingCounts } from '../../core/placing-api';
import { databaseNow } from '../columns';
import { OPERATION_TABLES } from './tables';

/** One operation as stored; times in milliseconds since the epoch. */
export interface StoredOperation {
  readonly id: number;
  readonly kind: OperationKind;
  readonly name: string | null;
  /** `planning`: so far only written down, and shown to nobody. `undoing`: being put back. */
  readonly status: OperationStatus | 'planning' | 'undoing';
  readonly userId: number | null;
  readonly at: number;
  readonly undoneAt: number | null;
  readonly counts: PlacingCounts;
  /** The last number of the journal that is placed, or put back again; `null`: all, in one transaction. */
  readonly appliedNo: number | null;
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

/**
 * Plans that nobody went on with for this long (ms) are left over from a process that ended: writing down one part takes
 * seconds.
 */
export const PLAN_TERM = 600_000;

/** Says that a plan is still being written, by the database's clock; `false` when it was given up meanwhile. */
export const touchPlan = async (trx: Knex.Transaction, id: number): Promise<boolean> => {
  const touched = await trx(operations)
    .where({ id, status: 'planning' })
    .update({ at: databaseNow(trx) });
  return touched === 1;
};

/** Drops what somebody began to write down and never got to place. Whoever is at it, in whatever process, goes on. */
export const dropLeftPlans = async (trx: Knex.Transaction): Promise<void> => {
  const now = databaseNow(trx);
  const left = () =>
    trx(operations)
      .where({ status: 'planning' })
      .whereRaw('not (?? between ? - ? and ? + ?)', ['at', now, PLAN_TERM, now, PLAN_TERM]);
  const found: readonly { readonly id: number | string }[] = await left().select('id');
  // Looked at again with the row locked: one that was touched since is none.
  for (const { id } of found) if ((await left().where({ id }).delete()) === 1) await dropOperation(trx, Number(id));
};

/** Forgets an operation and its journal. */
export const dropOperation = async (trx: Knex.Transaction, id: number): Promise<void> => {
  await trx(journal).where({ operation_id: id }).delete();
  await trx(operations).where({ id }).delete();
};

/** Operations that are to be gone on with. */
export const runningOperations = async (trx: Knex.Transaction): Promise<readonly StoredOperation[]> => {
  const found: readonly OperationRow[] = await trx(operations).whereIn('status', ['running', 'undoing']).orderBy('id');
  return found.map(read);
};

/** One operation; `null`: there is none of that id, or `narrow` leaves it out. */
export const findOperation = async (
  trx: Knex.Transaction,
  id: number,
  narrow: Narrowing = () => undefined
): Promise<StoredOperation | null> => {
  const query = trx(operations).where({ id });
  narrow(query);
  const found: readonly OperationRow[] = await query;
  return found[0] ? read(found[0]) : null;
};

/** Leaves only some operations of a query. */
export type Narrowing = (query: Knex.QueryBuilder) => void;

/** Operations by kind that `narrow` leaves, newest first. */
export const listOperations = async (
  trx: Knex.Transaction,
  { kind, limit, offset }: { readonly kind: OperationKind | null; readonly limit: number; readonly offset: number },
  narrow: Narrowing
): Promise<{ readonly operations: readonly StoredOperation[]; readonly total: number }> => {
  const shown = () => trx<OperationRow>(operations).whereNot({ status: 'planning' }).modify(narrow);
  const all = () => (kind === null ? shown() : shown().where({ kind }));
  const found = (await all().orderBy('id', 'desc').limit(limit).offset(offset)) as readonly OperationRow[];
  const counted: readonly { readonly total?: number | string }[] = await all().count({ total: '*' });
  return { operations: found.map(read), total: Number(counted[0]?.total ?? 0) };
};

const { operations, journal } = OPERATION_TABLES;

const columnsOf = ({ userId, undoneAt, appliedNo, counts, ...rest }: Partial<StoredOperation>) => ({
  ...rest,
  ...(userId === undefined ? {} : { user_id: userId }),
  ...(undoneAt === undefined ? {} : { undone_at: undoneAt }),
  ...(appliedNo === undefined ? {} : { applied_no: appliedNo }),
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
  appliedNo: row.applied_no,
  // Rows of before either was counted have none.
  counts: { decided: 0, lost: NOTHING_LOST, ...(JSON.parse(row.counts) as Omit<PlacingCounts, 'decided' | 'lost'>) },
});

const NOTHING_LOST: PlacingCounts['lost'] = { personas: {}, stages: {} };

interface OperationRow {
  readonly id: number | string;
  readonly kind: OperationKind;
  readonly name: string | null;
  readonly status: StoredOperation['status'];
  readonly user_id: number | null;
  readonly at: number | string;
  readonly undone_at: number | string | null;
  readonly counts: string;
  readonly applied_no: number | null;
}
