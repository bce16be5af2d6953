/**
 * `npm run test:e2e`: the playground, built and seeded into a database of its own, and Chromium in front of it.
 * `E2E_URL` takes a demo that already runs instead; arguments go to Jest.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath, hasChromium } from '../test/e2e/support/browser';
import { startDemo } from './demo-process';
import { runJest } from './jest-run';

const root = join(__dirname, '..');

const main = async (): Promise<void> => {
  if (!hasChromium()) {
    const required = process.env.CI === 'true';
    console.log(
      `${required ? 'Failed' : 'Skipped'}: browser tests: no Chromium at ${chromiumPath()} (CHROMIUM names another)`
    );
    finish({ passed: 0, failed: required ? 1 : 0 });
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'content-strategy-e2e-'));
  const demo = process.env.E2E_URL ? undefined : await startDemo(folder);
  try {
    finish(
      await runJest(
        'browser',
        ['--config', join(root, 'test/e2e/jest.config.mjs'), '--runInBand', ...process.argv.slice(2)],
        {
          E2E_URL: demo?.url ?? process.env.E2E_URL ?? '',
        }
      )
    );
  } finally {
    await demo?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

const finish = ({ passed, failed }: { readonly passed: number; readonly failed: number }): void => {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
};

void main();
