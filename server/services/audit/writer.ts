import { performance } from 'node:perf_hooks';
import type { Core } from '@strapi/strapi';
import { saveProgress } from '../../stores/audit/audits';
import type { NewRow } from '../../stores/audit/inventory-rows';
import { writeChanges, type Changes } from '../../stores/audit/inventory-writer';
import { renewLease } from '../../stores/audit/lease';
import { inTransaction } from '../../stores/transaction';
import { createBatchSize, yieldToHost } from './pace';

/** At least this often progress is saved and the lease renewed, in milliseconds. */
const SIGN_OF_LIFE = 1_000;

/** Writes what an audit changes. */
export interface Writer {
  /** Takes over the changes of a chunk of `rows` database rows; writes when enough has piled up. */
  readonly add: (changes: Changes, rows: number) => Promise<void>;
  /** Writes what is left. */
  readonly finish: () => Promise<void>;
}

/**
 * Changes of several chunks go into one transaction, because the disk takes as long to commit one row as a thousand.
 * Every transaction first renews the lease: a run that lost it writes nothing more.
 */
export const createWriter = (
  strapi: Core.Strapi,
  run: { readonly id: number; readonly holder: string },
  start: { readonly rowId: number; readonly total: number }
): Writer => {
  const batch = createBatchSize();
  let closed: number[] = [];
  let added: NewRow[] = [];
  let { rowId } = start;
  let done = 0;
  let writtenAt = performance.now();

  const write = async (): Promise<void> => {
    const begun = performance.now();
    let worked = begun;
    await inTransaction(strapi, async (trx) => {
      await renewLease(trx, run.id, run.holder);
      await saveProgress(trx, run.id, done, Math.max(start.total, done));
      await writeChanges(trx, { auditId: run.id, firstRowId: rowId }, { closed, added });
      // SQLite commits in this very process: what requests wait for is that and nothing besides.
      await yieldToHost();
      worked = performance.now();
    });
    writtenAt = performance.now();
    await yieldToHost();
    batch.learn({ rows: closed.length + added.length, working: worked - begun, committing: writtenAt - worked });
    rowId += added.length;
    closed = [];
    added = [];
  };

  return {
    async add(changes, rows) {
      for (const id of changes.closed) closed.push(id);
      for (const row of changes.added) added.push(row);
      done += rows;
      const isFull = closed.length + added.length >= batch.rows();
      if (isFull || performance.now() - writtenAt > SIGN_OF_LIFE) await write();
    },
    finish: write,
  };
};
