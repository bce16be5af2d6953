import { join } from 'node:path';
import { MAX_AT_ONCE } from '../../../server/core/placing-api';
import { machine } from '../audit/report';
import { cachedLibrary, copyDatabase, fastest, said, withCopies } from '../database';
import { prepareHost, runStep } from '../host';
import type { Duration } from '../meter';
import type { BulkReading } from './worker';

/** What `--json` writes. */
export interface BulkFigures {
  readonly entries: number;
  readonly seconds: number;
  readonly entriesPerSecond: number;
  /** Our time in times the floor's. */
  readonly floorRatio: number;
  readonly longestBlockMs: number;
  readonly memoryMb: number;
  readonly p99IdleMs: number;
  readonly p99Ms: number;
}

/** Placing as many entries as go in one transaction, in a library of this many, against the same rows by prepared statements. */
export const benchBulk = async (entries: number, runs: number): Promise<BulkFigures> => {
  const worker = await prepareHost(join(__dirname, 'worker.ts'));
  const library = await cachedLibrary(worker, entries);
  return withCopies(async (fresh, placed) => {
    const round = async () => {
      copyDatabase(library, placed);
      const asked = { database: placed, entries: Math.min(entries, MAX_AT_ONCE) };
      const ours = await said('bulk', () => runStep<BulkReading>(worker, 'bulk', asked));
      copyDatabase(library, fresh);
      const floor = await said('its floor', () => runStep<Duration>(worker, 'bulkFloor', { fresh, placed }));
      return { ours, floor };
    };
    const rounds = [await round()];
    while (rounds.length < runs) rounds.push(await round());
    const ours = fastest(rounds.map((one) => one.ours));
    const floor = fastest(rounds.map((one) => one.floor));
    const figures: BulkFigures = {
      entries: ours.changed,
      seconds: rounded(ours.seconds),
      entriesPerSecond: Math.round(ours.changed / ours.seconds),
      floorRatio: rounded(ours.seconds / floor.seconds),
      longestBlockMs: rounded(ours.longestBlockMs),
      memoryMb: rounded(ours.memoryMb),
      p99IdleMs: rounded(ours.p99IdleMs),
      p99Ms: rounded(ours.p99Ms),
    };
    console.log(`\nPlacing in a library of ${entries.toLocaleString('en')} entries on SQLite (${machine()})\n`);
    console.table(figures);
    return figures;
  });
};

const rounded = (value: number): number => Number(value.toFixed(2));
