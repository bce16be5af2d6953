import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { AuditBody, AuditStatus } from '../../core/api';
import type { Snapshot } from '../../core/coverage/snapshot';
import { progressPercent } from '../../core/share';
import { databaseNow } from '../columns';
import { TABLES } from './tables';
import { inTransaction } from '../transaction';
import { holdsLease } from './lease';

type Row = Readonly<Record<string, unknown>>;

const SUMMARY = [
  'id',
  'status',
  'trigger_kind',
  'name',
  'done',
  'total',
  'started_at',
  'finished_at',
  'error',
  'outdated',
];

/** The list of audits and their snapshots. */
export const createAuditsStore = (strapi: Core.Strapi) => {
  const transact = <T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> => inTransaction(strapi, work);

  return {
    find: (id: number) => transact(async (trx) => toAudit(await summaries(trx).where({ id }).first())),

    /** The newest that finished. */
    finished: () =>
      transact(async (trx) =>
        toAudit(await summaries(trx).where({ status: 'finished' }).orderBy('id', 'desc').first())
      ),

    running: () =>
      transact(async (trx) =>
        toAudit(await summaries(trx).where({ status: 'running' }).whereExists(holdsLease(trx)).first())
      ),

    /** Newest first. */
    list: (page: { readonly limit: number; readonly offset: number }) =>
      transact(async (trx) => {
        const rows: readonly Row[] = await summaries(trx).orderBy('id', 'desc').limit(page.limit).offset(page.offset);
        const [counted] = await trx(TABLES.audits).count({ total: '*' });
        return { audits: rows.flatMap((row) => toAudit(row) ?? []), total: Number(counted?.['total'] ?? 0) };
      }),

    snapshot: (id: number) =>
      transact(async (trx): Promise<Snapshot | null> => {
        const row = await trx<Row>(TABLES.audits).where({ id }).first('snapshot');
        return typeof row?.['snapshot'] === 'string' ? (JSON.parse(row['snapshot']) as Snapshot) : null;
      }),

    rename: (id: number, name: string | null) =>
      transact(async (trx) => (await trx(TABLES.audits).where({ id }).update({ name })) === 1),

    markAllOutdated: () => transact((trx) => trx(TABLES.audits).update({ outdated: 1 })),
  };
};

/** What the next audit goes by; times by the database's clock, in milliseconds since the epoch. */
export interface AuditsPast {
  readonly now: number;
  /** The newest that finished. */
  readonly last: PastAudit | null;
  /** Those after it that came to nothing, newest first. */
  readonly lost: readonly PastAudit[];
  readonly isRunning: boolean;
}

interface PastAudit {
  readonly id: number;
  readonly startedAt: number;
  readonly finishedAt: number;
}

/** How the latest audits went. */
export const readAuditsPast = async (trx: Knex.Transaction): Promise<AuditsPast> => {
  const pastOf = (row: Row): PastAudit => ({
    id: Number(row['id']),
    startedAt: Number(row['started_at']),
    finishedAt: Number(row['finished_at']),
  });
  const finished: Row | undefined = await summaries(trx).where({ status: 'finished' }).orderBy('id', 'desc').first();
  const last = finished === undefined ? null : pastOf(finished);
  const after: readonly Row[] = await summaries(trx)
    .where('id', '>', last?.id ?? 0)
    .orderBy('id', 'desc');
  const isAlive = (row: Row): boolean => row['status'] === 'running' && Number(row['is_held']) === 1;
  const [clock]: readonly { readonly now: number | string }[] = await trx(TABLES.lease)
    .where({ name: 'audit' })
    .select({ now: databaseNow(trx) });
  return {
    now: Number(clock?.now),
    last,
    lost: after.filter((row) => !isAlive(row)).map(pastOf),
    isRunning: after.some(isAlive),
  };
};

/** The highest number of an audit so far; 0: there was none. */
export const newestAudit = async (trx: Knex.Transaction): Promise<number> => {
  const [newest]: readonly { readonly id?: number | null }[] = await trx(TABLES.audits).max({ id: 'id' });
  return newest?.id ?? 0;
};

/** Adds a running audit and answers its number, which orders it after all before it. */
export const addAudit = async (trx: Knex.Transaction, trigger: AuditBody['trigger']): Promise<number> => {
  await trx(TABLES.audits).insert({ status: 'running', trigger_kind: trigger, started_at: databaseNow(trx) });
  // The lease is ours, so nobody else has added one; MySQL returns nothing from an insert.
  return newestAudit(trx);
};

/** Writes how far a running audit has come. */
export const saveProgress = async (trx: Knex.Transaction, id: number, done: number, total: number): Promise<void> => {
  await trx(TABLES.audits).where({ id }).update({ done, total });
};

/** Ends an audit with its snapshot, `took` milliseconds after it began. */
export const finishAudit = async (
  trx: Knex.Transaction,
  id: number,
  took: number,
  snapshot: Snapshot
): Promise<void> => {
  await trx(TABLES.audits)
    .where({ id })
    // Entries may have gone while it ran: all that was there has been read.
    .update({
      status: 'finished',
      // Both by one look at the clock: it may have been set meanwhile, and how long the next rests goes by how long this took.
      started_at: trx.raw('? - ?', [databaseNow(trx), Math.ceil(took)]),
      finished_at: databaseNow(trx),
      snapshot: JSON.stringify(snapshot),
      total: trx.ref('done'),
    });
};

/** Ends an audit that could not finish, with the reason as a sentence. */
export const failAudit = async (trx: Knex.Transaction, id: number, error: string): Promise<void> => {
  await trx(TABLES.audits)
    .where({ id, status: 'running' })
    .update({ status: 'failed', finished_at: databaseNow(trx), error });
};

/** Audits below a number that never ended. */
export const runningAudits = async (trx: Knex.Transaction, below: number): Promise<readonly number[]> => {
  const rows: readonly { id: number }[] = await trx(TABLES.audits)
    .where({ status: 'running' })
    .where('id', '<', below)
    .select('id');
  return rows.map(({ id }) => id);
};

/** Removes audits from the list; their rows are pruned apart. */
export const forgetAudits = async (trx: Knex.Transaction, ids: readonly number[]): Promise<void> => {
  await trx(TABLES.audits).whereIn('id', ids).delete();
};

/** Why an audit failed whose process is gone. */
export const DIED = 'The server ended while the audit ran.';

/** What a page shows of audits, and whether the lease is held for each. */
const summaries = (trx: Knex.Transaction): Knex.QueryBuilder<Row, Row[]> =>
  trx<Row>(TABLES.audits).select<Row[]>(
    ...SUMMARY,
    trx.raw('case when exists ? then 1 else 0 end as is_held', [holdsLease(trx).select(trx.raw('1'))])
  );

/** Nobody can write down that a process has died: an audit for which no lease is held has failed. */
const hasDied = (row: Row): boolean => row['status'] === 'running' && Number(row['is_held']) === 0;

const toAudit = (row: Row | undefined): AuditBody | null =>
  row === undefined
    ? null
    : {
        id: Number(row['id']),
        status: hasDied(row) ? 'failed' : (row['status'] as AuditStatus),
        trigger: row['trigger_kind'] as AuditBody['trigger'],
        name: row['name'] as string | null,
        progress: row['status'] === 'finished' ? 100 : progressPercent(Number(row['done']), Number(row['total'])),
        startedAt: new Date(Number(row['started_at'])).toISOString(),
        finishedAt: row['finished_at'] === null ? null : new Date(Number(row['finished_at'])).toISOString(),
        error: hasDied(row) ? DIED : (row['error'] as string | null),
        outdated: Number(row['outdated']) === 1,
      };
