import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareHost, runStep } from '../host';
import type { Latency } from './cases';

/** What a filter by persona or stage adds to the same list without it, side by side on one host. */
export const benchFilter = async (entries: number, runs: number): Promise<readonly Latency[]> => {
  const worker = await prepareHost(join(__dirname, 'worker.ts'));
  const folder = mkdtempSync(join(tmpdir(), 'content-strategy-filter-'));
  try {
    const best: Latency[] = [];
    for (let run = 0; run < runs; run += 1) {
      const database = join(folder, `${run}.db`);
      await runStep(worker, 'build', { database, entries });
      const found = await runStep<readonly Latency[]>(worker, 'serve', { database });
      for (const [at, latency] of found.entries()) best[at] = quieter(best[at], latency);
      rmSync(database);
    }
    report(entries, best);
    return best;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** What else a machine does can only slow a run down. */
const quieter = (one: Latency | undefined, other: Latency): Latency =>
  one !== undefined && one.plainMs + one.filteredMs < other.plainMs + other.filteredMs ? one : other;

const report = (entries: number, latencies: readonly Latency[]): void => {
  console.log(`\nLists of ${entries.toLocaleString('en')} entries on SQLite, medians\n`);
  row('', 'entries left', 'without', 'with', 'added', 'ratio');
  for (const { name, total, plainMs, filteredMs } of latencies) {
    row(name, total, ms(plainMs), ms(filteredMs), ms(filteredMs - plainMs), (filteredMs / plainMs).toFixed(2));
  }
};

const ms = (value: number): string => `${value.toFixed(1)} ms`;

const row = (name: string, ...values: readonly (string | number)[]): void =>
  console.log(name.padEnd(36) + values.map((value) => String(value).padStart(14)).join(''));
