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
import type { Duration, Reading } from '../meter';
import { figuresOf, report, type Figures, type Measured } from './report';

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
    const firstFloor = await said('its floor', () => runStep<Duration>(worker, 'firstFloor', { fresh, audited }));
    await runStep(worker, 'change', { database: audited });
    const againFloor = await said('the floor of the next', () => runStep<Duration>(worker, 'againFloor', { audited }));
    const again = await said('audit after 1 % changed', () => runStep<Reading>(worker, 'audit', { database: audited }));
    const peer = await said('script on the Document Service', () =>
      runStep<Reading>(worker, 'peer', { database: library })
    );
    const measured: Measured = {
      first: { ours: first, floor: firstFloor, peer },
      again: { ours: again, floor: againFloor, peer },
    };
    report(entries, measured);
    return { first: figuresOf(measured.first, entries), again: figuresOf(measured.again, entries) };
  } finally {
    for (const file of [fresh, audited]) for (const end of ['', '-journal']) rmSync(file + end, { force: true });
  }
};

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
