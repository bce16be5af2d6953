import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

/** What one piece of work cost the process that did it. */
export interface Reading {
  readonly seconds: number;
  /** Of all its threads: says more than seconds on a machine that others use too. */
  readonly processorSeconds: number;
  /** The longest time for which nothing else could run. */
  readonly longestBlockMs: number;
  /** Resident memory at its peak, above what the process held before. */
  readonly memoryMb: number;
}

const TICK = 2;
const MB = 1024 * 1024;

export type Duration = Pick<Reading, 'seconds' | 'processorSeconds'>;

/** Sums the time of some pieces of work, leaving out what lies between them. */
export const createStopwatch = () => {
  let seconds = 0;
  let processorSeconds = 0;
  return {
    time: (work: () => void): void => {
      const processor = process.cpuUsage();
      const start = performance.now();
      work();
      seconds += (performance.now() - start) / 1000;
      processorSeconds += processorSince(processor);
    },
    total: (): Duration => ({ seconds, processorSeconds }),
  };
};

/** Runs the work once, with a ticking timer beside it: what the timer misses, a request would have waited. */
export const measure = async (work: () => unknown): Promise<Reading> => {
  globalThis.gc?.();
  await wait(500);
  const idle = process.memoryUsage.rss();
  let peak = idle;
  let longest = 0;
  let ticks = 0;
  let last = performance.now();
  const tick = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last - TICK);
    last = now;
    ticks += 1;
    if (ticks % 5 === 0) peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(tick, TICK);
  await wait(TICK);
  const processor = process.cpuUsage();
  const start = performance.now();
  last = start;
  await work();
  const seconds = (performance.now() - start) / 1000;
  const processorSeconds = processorSince(processor);
  tick();
  clearInterval(timer);
  return { seconds, processorSeconds, longestBlockMs: longest, memoryMb: (peak - idle) / MB };
};

const processorSince = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};
