import { cpus, totalmem } from 'node:os';
import type { Reading } from '../meter';

/** What `--json` writes. */
export interface Figures {
  readonly first: Figure;
  readonly again: Figure;
}

interface Figure {
  readonly seconds: number;
  readonly entriesPerSecond: number;
  readonly longestBlockMs: number;
  /** Resident memory above idle. */
  readonly memoryMb: number;
  /** Our time in times the floor's: smaller is better. */
  readonly floorRatio: number;
  /** The script's time in times ours: larger is better. */
  readonly peerRatio: number;
}

/** One audit and what it is held against, in seconds. */
export interface Measured {
  readonly ours: Reading;
  readonly floor: number;
  readonly peer: number;
  readonly entries: number;
}

interface Against {
  readonly firstFloor: number;
  readonly againFloor: number;
  readonly peer: number;
}

/** Prints the figures beside their budgets. */
export const report = (entries: number, { first, again }: Figures, against: Against): void => {
  const row = (name: string, cells: readonly (string | number)[]): void =>
    console.log([name.padEnd(28), ...cells.map((cell) => String(cell).padStart(14))].join(''));
  const seconds = (value: number): string => `${value.toFixed(2)} s`;
  console.log(`\nAudit of ${entries.toLocaleString('en')} entries on SQLite (${machine()})\n`);
  row('', ['first', '1 % changed', 'budget']);
  row('seconds', [seconds(first.seconds), seconds(again.seconds)]);
  row('entries per second', [first.entriesPerSecond, again.entriesPerSecond]);
  row('longest event-loop block', [`${first.longestBlockMs} ms`, `${again.longestBlockMs} ms`, '≤ 50 ms']);
  row('peak memory above idle', [`${first.memoryMb} MB`, `${again.memoryMb} MB`]);
  row('raw floor', [seconds(against.firstFloor), seconds(against.againFloor)]);
  row('times the floor', [first.floorRatio, again.floorRatio, '≤ 2.5, ≤ 3']);
  row('Document Service script', [seconds(against.peer), seconds(against.peer)]);
  row('times faster than it', [first.peerRatio, again.peerRatio, '≥ 3, ≥ 8']);
};

const machine = (): string => {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${memory} GB, Node ${process.versions.node}`;
};
