/** Databases of the benchmarks: a library that is kept, and copies of it to work on. */
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
import { runStep } from './host';
import type { Duration } from './meter';

const FOLDER = join(tmpdir(), 'content-strategy-bench');

/** Two files to work on, gone afterwards: one for the floor and one for us. */
export const withCopies = async <T>(work: (fresh: string, worked: string) => Promise<T>): Promise<T> => {
  mkdirSync(FOLDER, { recursive: true });
  const [fresh, worked] = [join(FOLDER, `fresh-${process.pid}.db`), join(FOLDER, `worked-${process.pid}.db`)];
  try {
    return await work(fresh, worked);
  } finally {
    for (const file of [fresh, worked]) for (const end of ['', '-journal']) rmSync(file + end, { force: true });
  }
};

/** Kept as long as the code that makes it stays the same; the worker has a step `build`. */
export const cachedLibrary = async (worker: string, entries: number): Promise<string> => {
  mkdirSync(FOLDER, { recursive: true });
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
export const copyDatabase = (from: string, to: string): void => {
  copyFileSync(from, to);
  const file = openSync(to, 'r+');
  fsyncSync(file);
  closeSync(file);
};

/** What else a machine does can only slow a run down. */
export const fastest = <T extends Duration>(runs: readonly T[]): T =>
  runs.reduce((best, run) => (run.seconds < best.seconds ? run : best));

/** Tells what is under way, and how long it took. */
export const said = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  process.stderr.write(`${name} … `);
  const start = performance.now();
  const result = await work();
  process.stderr.write(`${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  return result;
};
