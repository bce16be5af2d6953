import { performance } from 'node:perf_hooks';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isLeaseWanted, renewLease } from '../../stores/audit/lease';
import { inTransaction } from '../../stores/transaction';
import { yieldToHost, type BatchSize } from '../audit/pace';

/** A look at all files, after the audit under whose lease it happens. */
export interface FilesRun {
  readonly auditId: number;
  readonly holder: string;
  readonly signal: AbortSignal;
  /** Somebody in this process waits for the next audit. */
  readonly isAwaited: () => boolean;
}

/** How the look and the rest of the host take turns. */
export interface Turns {
  /** Writes as long as the lease is ours. */
  readonly write: <T>(work: (trx: Knex.Transaction) => Promise<T>) => Promise<T>;
  /** Likewise some rows of many, and learns how many the disk takes at once. */
  readonly writeRows: (batch: BatchSize, rows: number, work: (trx: Knex.Transaction) => Promise<void>) => Promise<void>;
  /** Between two chunks: keeps the lease, and ends the look where the host stops or a person waits for an audit. */
  readonly next: () => Promise<void>;
}

/** A person's audit comes first; files are looked through after it. */
export class GaveWay extends Error {
  override readonly name = 'GaveWay';
}

/** At least this often the lease is renewed, in milliseconds. */
const SIGN_OF_LIFE = 1_000;

export const createTurns = (strapi: Core.Strapi, run: FilesRun): Turns => {
  let renewedAt = performance.now();
  const write = <T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> =>
    inTransaction(strapi, async (trx) => {
      await renewLease(trx, run.auditId, run.holder);
      return work(trx);
    });
  return {
    write,
    writeRows: async (batch, rows, work) => {
      const begun = performance.now();
      let worked = begun;
      await write(async (trx) => {
        await work(trx);
        // SQLite commits in this very process: what requests wait for is that and nothing besides.
        await yieldToHost();
        worked = performance.now();
      });
      batch.learn({ rows, working: worked - begun, committing: performance.now() - worked });
      await yieldToHost();
    },
    next: async () => {
      run.signal.throwIfAborted();
      if (run.isAwaited()) throw new GaveWay();
      if (performance.now() - renewedAt < SIGN_OF_LIFE) return;
      if (await write(isLeaseWanted)) throw new GaveWay();
      renewedAt = performance.now();
    },
  };
};
