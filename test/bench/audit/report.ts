import { cpus, totalmem } from 'node:os';
import type { Duration, Reading } from '../meter';

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

/** The two audits and what each is held against. */
export interface Measured {
  readonly first: Comparison;
  readonly again: Comparison;
}

interface Comparison {
  readonly ours: Reading;
  readonly floor: Duration;
  readonly peer: Duration;
}

/** The figures of one audit, rounded. */
export const figuresOf = ({ ours, floor, peer }: Comparison, entries: number): Figure => ({
  seconds: round(ours.seconds, 3),
  entriesPerSecond: Math.round(entries / ours.seconds),
  longestBlockMs: round(ours.longestBlockMs, 1),
  memoryMb: round(ours.memoryMb, 1),
  floorRatio: round(ours.seconds / floor.seconds, 2),
  peerRatio: round(peer.seconds / ours.seconds, 2),
});

/** Prints the figures beside their budgets. Processor time is told too: it says more on a machine that others use. */
export const report = (entries: number, { first, again }: Measured): void => {
  const [one, two] = [figuresOf(first, entries), figuresOf(again, entries)];
  console.log(`\nAudit of ${entries.toLocaleString('en')} entries on SQLite (${machine()})\n`);
  row('', 'first', '1 % changed', 'budget');
  row('audit', time(first.ours), time(again.ours));
  row('entries per second', one.entriesPerSecond, two.entriesPerSecond);
  row('longest event-loop block', `${one.longestBlockMs} ms`, `${two.longestBlockMs} ms`, '≤ 50 ms');
  row('peak memory above idle', `${one.memoryMb} MB`, `${two.memoryMb} MB`);
  row('raw floor', time(first.floor), time(again.floor));
  row('times the floor', one.floorRatio, two.floorRatio, '≤ 2.5, ≤ 3');
  row('script on Document Service', time(first.peer), time(again.peer));
  row('times faster than it', one.peerRatio, two.peerRatio, '≥ 3, ≥ 8');
};

const row = (name: string, first: string | number, again: string | number, budget = ''): void =>
  console.log(`${name.padEnd(27)}${String(first).padStart(24)}${String(again).padStart(24)}${budget.padStart(14)}`);

const time = ({ seconds, processorSeconds }: Duration): string =>
  `${seconds.toFixed(2)} s (processor ${processorSeconds.toFixed(2)})`;

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** What it was measured on. */
export const machine = (): string => {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${memory} GB, Node ${process.versions.node}`;
};
