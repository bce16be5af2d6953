import { performance } from 'node:perf_hooks';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { saveProgress } from '../../stores/audit/audits';
import type { NewRow } from '../../stores/audit/inventory-rows';
import { writeChanges, writePlaces, type Changes } from '../../stores/audit/inventory-writer';
import { renewLease } from '../../stores/audit/lease';
import { createListPlaces } from '../../stores/audit/list-places';
import { writeViewRows, type ViewChanges } from '../../stores/audit/view-rows';
import { writeFormerPaths, type FormerPath } from '../../stores/consumption/former-paths';
import { writePublications, type Publication } from '../../stores/consumption/publications';
import { inTransaction } from '../../stores/transaction';
import { createBatchSize, LIST_BATCH, ROW_BATCH, yieldToHost, type BatchSize } from './pace';

/** At least this often progress is saved and the lease renewed, in milliseconds. */
const SIGN_OF_LIFE = 1_000;

/** What a chunk changes: rows, the views beside them, first publications and former paths. */
export interface ChunkChanges extends Changes {
  readonly views: ViewChanges;
  readonly publications: readonly Publication[];
  readonly formerPaths: readonly FormerPath[];
}

/** Writes what an audit changes. */
export interface Writer {
  /** Takes over the changes of a chunk of `rows` database rows; writes when enough has piled up. */
  readonly add: (changes: ChunkChanges, rows: number) => Promise<void>;
  /** Writes what is left. */
  readonly finish: () => Promise<void>;
}

/** So many rows wait to be written into their lists, a few megabytes: the more, the closer they lie in the index. */
const LIST_ROWS_AT_ONCE = 30_000;

/**
 * Changes of several chunks go into one transaction, because the disk takes as long to commit one row as a thousand.
 * The lists follow in the order of their index. Every transaction first renews the lease: a run that lost it writes
 * nothing more.
 */
export const createWriter = (
  strapi: Core.Strapi,
  run: { readonly id: number; readonly holder: string },
  start: { readonly rowId: number; readonly total: number }
): Writer => {
  const rowBatch = createBatchSize(ROW_BATCH);
  const listBatch = createBatchSize(LIST_BATCH);
  const places = createListPlaces(LIST_ROWS_AT_ONCE);
  let closed: number[] = [];
  let added: NewRow[] = [];
  let views = noViews();
  let publications: Publication[] = [];
  let formerPaths: FormerPath[] = [];
  let { rowId } = start;
  let done = 0;
  let writtenAt = performance.now();

  const commit = async (batch: BatchSize, rows: number, write: (trx: Knex.Transaction) => Promise<void>) => {
    const begun = performance.now();
    let worked = begun;
    await inTransaction(strapi, async (trx) => {
      await renewLease(trx, run.id, run.holder);
      await write(trx);
      // SQLite commits in this very process: what requests wait for is that and nothing besides.
      await yieldToHost();
      worked = performance.now();
    });
    writtenAt = performance.now();
    await yieldToHost();
    batch.learn({ rows, working: worked - begun, committing: writtenAt - worked });
  };

  const waiting = (): number => closed.length + added.length + views.removed.length + views.added.length;

  const writeRows = async (): Promise<void> => {
    await commit(rowBatch, waiting(), async (trx) => {
      await saveProgress(trx, run.id, done, Math.max(start.total, done));
      await writeChanges(trx, { auditId: run.id, firstRowId: rowId }, { closed, added });
      await writeViewRows(trx, views);
      await writePublications(trx, publications);
      await writeFormerPaths(trx, formerPaths);
    });
    for (const row of added) {
      places.add(row, rowId);
      rowId += 1;
    }
    closed = [];
    added = [];
    views = noViews();
    publications = [];
    formerPaths = [];
  };

  const writeLists = async (): Promise<void> => {
    const ordered = places.inOrder();
    for (let from = 0; from < ordered.length;) {
      const some = ordered.subarray(from, from + listBatch.rows());
      await commit(listBatch, some.length, (trx) => writePlaces(trx, places.rows(run.id, some)));
      from += some.length;
    }
    places.clear();
  };

  return {
    async add(changes, rows) {
      for (const id of changes.closed) closed.push(id);
      for (const row of changes.added) added.push(row);
      for (const row of changes.views.removed) views.removed.push(row);
      for (const row of changes.views.added) views.added.push(row);
      for (const one of changes.publications) publications.push(one);
      for (const one of changes.formerPaths) formerPaths.push(one);
      done += rows;
      const isFull = waiting() >= rowBatch.rows();
      if (isFull || performance.now() - writtenAt > SIGN_OF_LIFE) await writeRows();
      if (places.count() >= LIST_ROWS_AT_ONCE) await writeLists();
    },
    async finish() {
      await writeRows();
      await writeLists();
    },
  };
};

const noViews = (): { [K in keyof ViewChanges]: ViewChanges[K][number][] } => ({ removed: [], added: [] });
