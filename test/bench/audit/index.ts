import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareHost, runStep } from '../host';
import type { Duration, Reading } from '../meter';
import { figuresOf, report, type Figures, type Measured } from './report';

const FOLDER = join(tmpdir(), 'content-strategy-bench');

/** Our audit, first and after 1 % of the entries changed, against the raw floor and a script on the Document Service. */
export const benchAudit = async (entries: number, runs: number): Promise<Figures> => {
  mkdirSync(FOLDER, { recursive: true });
  const worker = await prepareHost(join(__dirname, 'worker.ts'));
  const library = await cachedLibrary(worker, entries);
  const [fresh, audited] = [join(FOLDER, `fresh-${process.pid}.db`), join(FOLDER, `audited-${process.pid}.db`)];
  const timed = <T extends Duration>(name: string, step: string, parameters: unknown): Promise<T> =>
    said(name, () => runStep<T>(worker, step, parameters));
  const round = async () => {
    copyDatabase(library, audited);
    const first = await timed<Reading>('audit', 'audit', { database: audited });
    copyDatabase(library, fresh);
    const firstFloor = await timed('its floor', 'firstFloor', { fresh, audited });
    await runStep(worker, 'change', { database: audited });
    const againFloor = await timed('the floor of the next', 'againFloor', { audited });
    const again = await timed<Reading>('audit after 1 % changed', 'audit', { database: audited });
    return { first, firstFloor, again, againFloor };
  };
  try {
    const rounds = [await round()];
    while (rounds.length < runs) rounds.push(await round());
    // Once: it runs long enough to even out.
    const peer = await timed('script on the Document Service', 'peer', { database: audited });
    const measured: Measured = {
      first: {
        ours: fastest(rounds.map((one) => one.first)),
        floor: fastest(rounds.map((one) => one.firstFloor)),
        peer,
      },
      again: {
        ours: fastest(rounds.map((one) => one.again)),
        floor: fastest(rounds.map((one) => one.againFloor)),
        peer,
      },
    };
    report(entries, measured);
    return { first: figuresOf(measured.first, entries), again: figuresOf(measured.again, entries) };
  } finally {
    for (const file of [fresh, audited]) for (const end of ['', '-journal']) rmSync(file + end, { force: true });
  }
};

/** What else a machine does can only slow a run down. */
const fastest = <T extends Duration>(runs: readonly T[]): T =>
  runs.reduce((best, run) => (run.seconds < best.seconds ? run : best));

/** Kept as long as the code that makes it stays the same. */
const cachedLibrary = async (worker: string, entries: number): Promise<string> => {
  const version = createHash('sha1').update(readFileSync(worker)).digest('hex').slice(0, 12);
  const file = join(FOLDER, `library-${entries}-${version}.db`);
  if (existsSync(file)) return file;
  const outdated = readdirSync(FOLDER).filter((name) => name.startsWith(`library-${entries}-`));
  for (const name of outdated) rmSync(join(FOLDER, name));
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
