import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { AuditBody, AuditStatus } from '../../core/api';
import type { Snapshot } from '../../core/coverage/snapshot';
import { databaseNow } from '../columns';
import { TABLES } from './tables';
import { inTransaction } from '../transaction';

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
    find: (id: number) => transact(async (trx) => toAudit(await trx<Row>(TABLES.audits).where({ id }).first(SUMMARY))),

    latest: (status: AuditStatus) =>
      transact(async (trx) =>
        toAudit(await trx<Row>(TABLES.audits).where({ status }).orderBy('id', 'desc').first(SUMMARY))
      ),

    /** Newest first. */
    list: (page: { readonly limit: number; readonly offset: number }) =>
      transact(async (trx) => {
        const rows = await trx<Row>(TABLES.audits)
          .select(SUMMARY)
          .orderBy('id', 'desc')
          .limit(page.limit)
          .offset(page.offset);
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

/** Adds a running audit and answers its number, which orders it after all before it. */
export const addAudit = async (trx: Knex.Transaction, trigger: AuditBody['trigger']): Promise<number> => {
  await trx(TABLES.audits).insert({ status: 'running', trigger_kind: trigger, started_at: databaseNow(trx) });
  // The lease is ours, so nobody else has added one; MySQL returns nothing from an insert.
  const [newest]: readonly { readonly id?: number }[] = await trx(TABLES.audits).max({ id: 'id' });
  return Number(newest?.id);
};

/** Writes how far a running audit has come. */
export const saveProgress = async (trx: Knex.Transaction, id: number, done: number, total: number): Promise<void> => {
  await trx(TABLES.audits).where({ id }).update({ done, total });
};

/** Ends an audit with its snapshot. */
export const finishAudit = async (trx: Knex.Transaction, id: number, snapshot: Snapshot): Promise<void> => {
  await trx(TABLES.audits)
    .where({ id })
    // Entries may have gone while it ran: all that was there has been read.
    .update({
      status: 'finished',
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

const toAudit = (row: Row | undefined): AuditBody | null =>
  row === undefined
    ? null
    : {
        id: Number(row['id']),
        status: row['status'] as AuditStatus,
        trigger: row['trigger_kind'] as AuditBody['trigger'],
        name: row['name'] as string | null,
        progress: { done: Number(row['done']), total: Number(row['total']) },
        startedAt: new Date(Number(row['started_at'])).toISOString(),
        finishedAt: row['finished_at'] === null ? null : new Date(Number(row['finished_at'])).toISOString(),
        error: row['error'] as string | null,
        outdated: Number(row['outdated']) === 1,
      };
