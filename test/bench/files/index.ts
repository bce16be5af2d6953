import { join } from 'node:path';
import { cachedLibrary, copyDatabase, fastest, said, withCopies } from '../database';
import { prepareHost, runStep } from '../host';
import type { Duration, Reading } from '../meter';

interface Figure {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly filesPerSecond: number;
  readonly longestBlockMs: number;
  /** Resident memory above idle. */
  readonly memoryMb: number;
  /** Our processor time in times the floor's: it says more than seconds where others use the machine. */
  readonly floorRatio: number;
}

/** What `--json` writes. */
export interface FilesFigures {
  readonly first: Figure;
  readonly again: Figure;
}

/** A look through as many files as there are entries, first and with nothing changed since, against the raw floor. */
export const benchFiles = async (entries: number, runs: number): Promise<FilesFigures> => {
  const worker = await prepareHost(join(__dirname, 'worker.ts'));
  const library = await cachedLibrary(worker, entries);
  return withCopies(async (fresh, looked) => {
    const round = async () => {
      copyDatabase(library, looked);
      const first = await said('look', () => runStep<Reading>(worker, 'look', { database: looked, entries }));
      copyDatabase(library, fresh);
      const floor = await said('its floor', () => runStep<Duration>(worker, 'floor', { fresh, looked }));
      const again = await said('look again', () => runStep<Reading>(worker, 'look', { database: looked, entries }));
      return { first, floor, again };
    };
    const rounds = [await round()];
    while (rounds.length < runs) rounds.push(await round());
    const floor = fastest(rounds.map((one) => one.floor));
    const figures = {
      first: figureOf(fastest(rounds.map((one) => one.first)), floor, entries),
      again: figureOf(fastest(rounds.map((one) => one.again)), floor, entries),
    };
    console.log(`\n${entries.toLocaleString('en')} files in as many entries on SQLite\n`);
    console.table(figures);
    return figures;
  });
};

const figureOf = (
  { seconds, processorSeconds, longestBlockMs, memoryMb }: Reading,
  floor: Duration,
  files: number
): Figure => ({
  seconds: Number(seconds.toFixed(1)),
  processorSeconds: Number(processorSeconds.toFixed(1)),
  filesPerSecond: Math.round(files / seconds),
  longestBlockMs: Number(longestBlockMs.toFixed(1)),
  memoryMb: Number(memoryMb.toFixed(1)),
  floorRatio: Number((processorSeconds / floor.processorSeconds).toFixed(2)),
});
