/**
 * `npm test`: core, admin and HTTP on SQLite, and the HTTP tests of `every-database` on each server that answers; with
 * `--all-databases` all HTTP tests on all of them. Other arguments go to Jest.
 */
import { availableParallelism } from 'node:os';
import { CLIENTS, dropAll, unreachable, type Client } from '../test/support/database';
import { runJest, type Outcome } from './jest-run';

const ALL_DATABASES = '--all-databases';
const isAllOnAll = process.argv.includes(ALL_DATABASES);
const jestArguments = process.argv.slice(2).filter((argument) => argument !== ALL_DATABASES);

const main = async (): Promise<void> => {
  process.env.DATABASE_NAME = `content_strategy_test_${process.pid}`;
  const missing: string[] = [];
  const runs: Run[] = [];
  // The longest first, so that none is left alone at the end.
  for (const client of [...CLIENTS].reverse()) {
    const reason = await unreachable(client);
    if (reason === undefined) runs.push(() => runHttp(client));
    else missing.push(reason);
  }
  runs.push(() => runJest('core, admin', ['--selectProjects', 'core', 'admin', ...jestArguments]));
  const outcomes: Outcome[] = [];
  const lane = async (): Promise<void> => {
    for (let run = runs.shift(); run !== undefined; run = runs.shift()) outcomes.push(await run());
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  report(outcomes, missing);
};

type Run = () => Promise<Outcome>;

/** Runs beside each other: a database server works for one while the other computes. */
const LANES = Math.min(3, availableParallelism() + 1);

const runHttp = async (client: Client): Promise<Outcome> => {
  try {
    // Strapi keeps timers of its own: without --forceExit Jest waits for them.
    const project = jestArguments.length === 0 ? 'http-together' : 'http';
    const args = ['--selectProjects', project, '--runInBand', '--forceExit', ...jestArguments];
    const isWhole = isAllOnAll || client === 'sqlite';
    if (!isWhole) args.push(`--testPathIgnorePatterns=/test/http/[^/]+\\.test\\.ts$`);
    return await runJest(client, args, { DATABASE_CLIENT: client, HTTP_TESTS: isWhole ? '' : 'every-database' });
  } finally {
    await dropAll(client);
  }
};

const report = (outcomes: readonly Outcome[], missing: readonly string[]): void => {
  const required = process.env.CI === 'true';
  console.log('');
  for (const reason of missing)
    console.log(`${required ? 'Failed' : 'Skipped'}: HTTP tests: ${reason} is not reachable`);
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0) + (required ? missing.length : 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
};

void main();
