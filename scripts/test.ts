/** `npm test`: core and admin once, the HTTP tests once for every database that answers. Arguments go to Jest. */
import { CLIENTS, dropAll, unreachable, type Client } from '../test/support/database';
import { runJest, type Outcome } from './jest-run';

const jestArguments = process.argv.slice(2);

const main = async (): Promise<void> => {
  process.env.DATABASE_NAME = `content_strategy_test_${process.pid}`;
  const outcomes = [await runJest('core and admin', ['--selectProjects', 'core', 'admin', ...jestArguments])];
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
    const args = ['--selectProjects', 'http', '--runInBand', '--forceExit', ...jestArguments];
    return await runJest(`HTTP on ${client}`, args, { DATABASE_CLIENT: client });
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
