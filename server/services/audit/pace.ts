import { performance } from 'node:perf_hooks';

/** How long one chunk may keep the event loop busy, in milliseconds: the host's requests wait no longer than this. */
const BUSY_MS = 15;
const MIN_ROWS = 50;
const MAX_ROWS = 2_000;

/** Finds the chunk size at which the host does not feel the audit, on this machine and this database. */
export const createPace = () => {
  let rows = 200;
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
      const factor = Math.min(2, Math.max(0.5, BUSY_MS / Math.max(busy, 1)));
      rows = Math.round(Math.min(MAX_ROWS, Math.max(MIN_ROWS, rows * factor)));
      await yieldToHost();
    },
  };
};

/** Lets pending requests run. */
export const yieldToHost = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
