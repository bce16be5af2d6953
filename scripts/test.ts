/** `npm test`: core and admin once, the HTTP tests once for every database that answers. Arguments go to Jest. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLIENTS, dropAll, unreachable, type Client } from '../test/support/database';

const root = join(__dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'content-strategy-test-'));
const jestArguments = process.argv.slice(2);

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

const main = async (): Promise<void> => {
  process.env.DATABASE_NAME = `content_strategy_test_${process.pid}`;
  const outcomes = [await runJest('core and admin', ['--selectProjects', 'core', 'admin'])];
  const missing: string[] = [];
  for (const client of CLIENTS) {
    const reason = await unreachable(client);
    if (reason === undefined) outcomes.push(await runHttp(client));
    else missing.push(reason);
  }
  report(outcomes, missing);
};

const runHttp = async (client: Client): Promise<Outcome> => {
  try {
    // Strapi keeps timers of its own: without --forceExit Jest waits for them.
    return await runJest(`HTTP on ${client}`, ['--selectProjects', 'http', '--runInBand', '--forceExit'], {
      DATABASE_CLIENT: client,
    });
  } finally {
    await dropAll(client);
  }
};

const runJest = async (title: string, args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> => {
  console.log(`\n── ${title} ──`);
  const outputFile = join(reports, `${title.replaceAll(' ', '-')}.json`);
  const code = await exitCode(
    process.execPath,
    [
      join(root, 'node_modules/jest/bin/jest.js'),
      '--passWithNoTests',
      '--json',
      `--outputFile=${outputFile}`,
      ...args,
      ...jestArguments,
    ],
    { ...process.env, NODE_ENV: 'test', ...env }
  );
  return outcomeOf(outputFile, code);
};

/** A test file that could not even load counts as one failed test, and so does a Jest that left no report. */
const outcomeOf = (outputFile: string, code: number): Outcome => {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(outputFile, 'utf8')
    ) as Record<'numPassedTests' | 'numFailedTests' | 'numRuntimeErrorTestSuites', number>;
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
};

const report = (outcomes: readonly Outcome[], missing: readonly string[]): void => {
  const required = process.env.CI === 'true';
  console.log('');
  for (const reason of missing)
    console.log(`${required ? 'Failed' : 'Skipped'}: HTTP tests on ${reason}: not reachable`);
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0) + (required ? missing.length : 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
};

const exitCode = (command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> =>
  new Promise((resolve, reject) => {
    // --json prints the report to stdout as well; only what Jest tells people, on stderr, is shown.
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });

void main().finally(() => rmSync(reports, { recursive: true, force: true }));
