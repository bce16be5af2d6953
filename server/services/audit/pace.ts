import { performance } from 'node:perf_hooks';

/** How long one chunk may keep the event loop busy, in milliseconds: the host's requests wait no longer than this. */
const BUSY_MS = 15;

/** What follows a change starts no sooner than this many times as long after the last time as that took: large libraries rest longer. */
export const REST = 20;
/** However long the last took, in milliseconds. */
const LONGEST_REST = 86_400_000;

/** How long to rest after work (its beginning and end in milliseconds), `times` as long as it took. */
export const restAfter = (
  { startedAt, finishedAt }: { readonly startedAt: number; readonly finishedAt: number },
  times: number
): number => Math.min(LONGEST_REST, times * Math.max(0, finishedAt - startedAt));

/** How many rows are read or written at once: to begin with, at least, at most. */
interface Sizes {
  readonly first: number;
  readonly least: number;
  readonly most: number;
}

const CHUNK: Sizes = { first: 200, least: 50, most: 2_000 };

/** Finds the chunk size at which the host does not feel the audit, on this machine and this database. */
export const createPace = () => {
  let rows = CHUNK.first;
  let before = performance.eventLoopUtilization();
  return {
    rows: (): number => rows,
    /** Call before a chunk. */
    begin: (): void => {
      before = performance.eventLoopUtilization();
    },
    /** Call after a chunk; lets the event loop turn and settles the next chunk's size. */
    end: async (): Promise<void> => {
      const busy = performance.eventLoopUtilization(before).active;
      rows = nextSize(CHUNK, rows, BUSY_MS, busy);
      await yieldToHost();
    },
  };
};

/** The longest that the rows of one transaction may take, in milliseconds: on SQLite the host's queries wait for it. */
const LONGEST_WORK_MS = 45;
/** The longest that committing should take: on SQLite nothing else runs meanwhile. */
const LONGEST_COMMIT_MS = 30;

export const ROW_BATCH: Sizes = { first: 400, least: 200, most: 800 };
/** Rows of lists are narrow. */
export const LIST_BATCH: Sizes = { first: 2_000, least: 500, most: 5_000 };

/** Finds how many rows to write in one transaction: the slower the disk commits, the more, so that committing stays the smaller part. */
export const createBatchSize = (sizes: Sizes) => {
  let rows = sizes.first;
  return {
    rows: (): number => rows,
    learn: ({ rows: last, working, committing }: Batch): void => {
      // A few rows say nothing about many.
      if (last < sizes.least / 2) return;
      const aim = Math.min(LONGEST_WORK_MS, Math.max(BUSY_MS, 2 * committing));
      const isSlow = committing > LONGEST_COMMIT_MS;
      rows = isSlow ? nextSize(sizes, last, LONGEST_COMMIT_MS, committing) : nextSize(sizes, last, aim, working);
    },
  };
};

export type BatchSize = ReturnType<typeof createBatchSize>;

/** What one transaction wrote, and how long it took in milliseconds. */
interface Batch {
  readonly rows: number;
  readonly working: number;
  readonly committing: number;
}

/** Lets pending requests run. */
export const yieldToHost = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** So many small things are done before the clock is looked at. */
const SLICE = 50;

/** Works through many small things without keeping the event loop. */
export const inSlices = async <One>(all: Iterable<One>, work: (one: One) => void): Promise<void> => {
  let done = 0;
  let since = performance.now();
  for (const one of all) {
    work(one);
    done += 1;
    if (done % SLICE > 0 || performance.now() - since < BUSY_MS) continue;
    await yieldToHost();
    since = performance.now();
  }
};

const nextSize = ({ least, most }: Sizes, rows: number, aim: number, took: number): number => {
  const next = Math.round(rows * Math.min(2, Math.max(0.5, aim / Math.max(took, 1))));
  return Math.min(most, Math.max(least, next));
};
