import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

/** Runs Jest with its usual output, each line under the title, and counts from its report. */
export const runJest = async (
  title: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {}
): Promise<Outcome> => {
  const folder = mkdtempSync(join(tmpdir(), 'content-strategy-test-'));
  const outputFile = join(folder, 'report.json');
  try {
    const code = await exitCode(title, ['--passWithNoTests', '--json', `--outputFile=${outputFile}`, ...args], env);
    return outcomeOf(outputFile, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** A test file that could not even load counts as one failed test, and so does a Jest that left no report. */
const outcomeOf = (outputFile: string, code: number): Outcome => {
  try {
    const report = JSON.parse(readFileSync(outputFile, 'utf8')) as Readonly<Record<string, number>>;
    const failed = (report.numFailedTests ?? 0) + (report.numRuntimeErrorTestSuites ?? 0);
    return { passed: report.numPassedTests ?? 0, failed: code === 0 ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
};

/** Strapi makes much that lives only for a moment: with V8's 16 MB for it, a tenth of the time goes to collecting it. */
const YOUNG_SPACE = '--max-semi-space-size=64';

const exitCode = (title: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> =>
  new Promise((resolve, reject) => {
    const root = join(__dirname, '..');
    // --json prints the report to stdout as well; only what Jest tells people, on stderr, is shown.
    const child = spawn(process.execPath, [YOUNG_SPACE, join(root, 'node_modules/jest/bin/jest.js'), ...args], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'test', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    // Several may run beside each other.
    createInterface({ input: child.stderr }).on('line', (line) => console.log(`${title} │ ${line}`));
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
