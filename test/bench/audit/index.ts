import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareHost, runStep } from '../host';
import type { Reading } from '../meter';
import { report, type Figures, type Measured } from './report';

const FOLDER = join(tmpdir(), 'content-strategy-bench');

/** Our audit, first and after 1 % of the entries changed, against the raw floor and a script on the Document Service. */
export const benchAudit = async (entries: number): Promise<Figures> => {
  mkdirSync(FOLDER, { recursive: true });
  const worker = await prepareHost(join(__dirname, 'worker.ts'));
  const library = await cachedLibrary(worker, entries);
  const [fresh, audited] = [join(FOLDER, `fresh-${process.pid}.db`), join(FOLDER, `audited-${process.pid}.db`)];
  try {
    copyDatabase(library, audited);
    const first = await said('audit', () => runStep<Reading>(worker, 'audit', { database: audited }));
    copyDatabase(library, fresh);
    const firstFloor = await said('its floor', () => runStep<number>(worker, 'firstFloor', { fresh, audited }));
    await runStep(worker, 'change', { database: audited });
    const againFloor = await said('the floor of the next', () => runStep<number>(worker, 'againFloor', { audited }));
    const again = await said('audit after 1 % changed', () => runStep<Reading>(worker, 'audit', { database: audited }));
    const peer = await said('script on the Document Service', () =>
      runStep<Reading>(worker, 'peer', { database: library })
    );
    const figures = {
      first: figuresOf({ ours: first, floor: firstFloor, peer: peer.seconds, entries }),
      again: figuresOf({ ours: again, floor: againFloor, peer: peer.seconds, entries }),
    };
    report(entries, figures, { firstFloor, againFloor, peer: peer.seconds });
    return figures;
  } finally {
    for (const file of [fresh, audited]) for (const end of ['', '-journal']) rmSync(file + end, { force: true });
  }
};

const figuresOf = ({ ours, floor, peer, entries }: Measured): Figures['first'] => ({
  seconds: round(ours.seconds, 3),
  entriesPerSecond: Math.round(entries / ours.seconds),
  longestBlockMs: round(ours.longestBlockMs, 1),
  memoryMb: round(ours.memoryMb, 1),
  floorRatio: round(ours.seconds / floor, 2),
  peerRatio: round(peer / ours.seconds, 2),
});

/** Kept as long as the code that makes it stays the same. */
const cachedLibrary = async (worker: string, entries: number): Promise<string> => {
  const version = createHash('sha1').update(readFileSync(worker)).digest('hex').slice(0, 12);
  const file = join(FOLDER, `library-${entries}-${version}.db`);
  if (existsSync(file)) return file;
  const unfinished = `${file}.${process.pid}`;
  await said(`library of ${entries} entries`, () => runStep(worker, 'build', { database: unfinished, entries }));
  renameSync(unfinished, file);
  return file;
};

/** Down to the disk: otherwise the first commit measured would pay for the copy. */
const copyDatabase = (from: string, to: string): void => {
  copyFileSync(from, to);
  const file = openSync(to, 'r+');
  fsyncSync(file);
  closeSync(file);
};

const said = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  process.stderr.write(`${name} … `);
  const start = performance.now();
  const result = await work();
  process.stderr.write(`${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  return result;
};

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
