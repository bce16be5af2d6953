import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareHost, runStep } from '../host';
import type { Reading } from '../meter';

interface Figure {
  readonly rowsPerSecond: number;
  readonly longestBlockMs: number;
  /** Resident memory above idle. */
  readonly memoryMb: number;
  /** Our time in times the CSV library's. */
  readonly floorRatio: number;
}

/** What `--json` writes. */
export interface ImportFigures {
  readonly byId: Figure;
  readonly byTitle: Figure;
  /** A GA4 export of the same library. */
  readonly analytics: { readonly dryRun: Figure; readonly imported: Figure };
}

/**
 * A dry run of a whole library's tags.csv, its entries found by document ID and by title, and a GA4 export of it looked
 * through and imported, each against csv-parse alone.
 */
export const benchImport = async (entries: number, runs: number): Promise<ImportFigures> => {
  const folder = mkdtempSync(join(tmpdir(), 'content-strategy-bench-import-'));
  try {
    const worker = await prepareHost(join(__dirname, 'worker.ts'));
    const on = { database: join(folder, 'library.db'), sheet: join(folder, 'tags.csv') };
    await runStep(worker, 'build', { ...on, entries });
    await runStep(worker, 'exportSheet', on);
    const rounds: { readonly floor: Reading; readonly byId: Reading; readonly byTitle: Reading }[] = [];
    while (rounds.length < runs) {
      const floor = await runStep<Reading>(worker, 'floor', on);
      const byId = await runStep<Reading>(worker, 'byId', on);
      rounds.push({ floor, byId, byTitle: await runStep<Reading>(worker, 'byTitle', on) });
    }
    const floor = fastest(rounds.map((round) => round.floor));
    const byId = figureOf(fastest(rounds.map((round) => round.byId)), floor, entries);
    const byTitle = figureOf(fastest(rounds.map((round) => round.byTitle)), floor, entries);
    console.log(`\nDry run of a tags.csv of ${entries.toLocaleString('en')} entries on SQLite\n`);
    console.table({ 'by document ID': byId, 'by title': byTitle, 'csv-parse alone': figureOf(floor, floor, entries) });
    return { byId, byTitle, analytics: await benchAnalytics(worker, on.database, join(folder, 'ga4.csv'), runs) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const benchAnalytics = async (
  worker: string,
  database: string,
  views: string,
  runs: number
): Promise<ImportFigures['analytics']> => {
  const rows = await runStep<number>(worker, 'exportViews', { database, views });
  const rounds: { readonly floor: Reading; readonly dryRun: Reading; readonly imported: Reading }[] = [];
  while (rounds.length < runs) {
    rounds.push({
      floor: await runStep<Reading>(worker, 'floor', { sheet: views }),
      dryRun: await runStep<Reading>(worker, 'dryRunViews', { database, views }),
      imported: await runStep<Reading>(worker, 'importViews', { database, views }),
    });
  }
  const floor = fastest(rounds.map((round) => round.floor));
  const dryRun = figureOf(fastest(rounds.map((round) => round.dryRun)), floor, rows);
  const imported = figureOf(fastest(rounds.map((round) => round.imported)), floor, rows);
  console.log(`\nA GA4 export of ${rows.toLocaleString('en')} paths\n`);
  console.table({ 'dry run': dryRun, imported, 'csv-parse alone': figureOf(floor, floor, rows) });
  return { dryRun, imported };
};

/** What else a machine does can only slow a run down. */
const fastest = (runs: readonly Reading[]): Reading =>
  runs.reduce((best, run) => (run.seconds < best.seconds ? run : best));

const figureOf = ({ seconds, longestBlockMs, memoryMb }: Reading, floor: Reading, entries: number): Figure => ({
  rowsPerSecond: Math.round(entries / seconds),
  longestBlockMs: Number(longestBlockMs.toFixed(1)),
  memoryMb: Number(memoryMb.toFixed(1)),
  floorRatio: Number((seconds / floor.seconds).toFixed(2)),
});
