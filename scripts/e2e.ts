/**
 * `npm run test:e2e`: the playground, built and seeded into a database of its own, and Chromium in front of it.
 * `E2E_URL` takes a demo that already runs instead; arguments go to Jest.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromiumPath, hasChromium } from '../test/e2e/support/browser';
import { runJest } from './jest-run';

const root = join(__dirname, '..');
const READY = /^ready: (http:\/\/\S+)\/admin$/;

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

const startDemo = async (folder: string): Promise<{ url: string; stop: () => Promise<void> }> => {
  const demo = spawn(process.execPath, [join(root, 'playground/scripts/start.mjs'), 'demo'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(await freePort()),
      DATABASE_CLIENT: 'sqlite',
      DATABASE_FILENAME: join(folder, 'e2e.db'),
      STRAPI_TELEMETRY_DISABLED: 'true',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = new Promise<void>((resolve) => demo.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    demo.kill('SIGTERM');
    const hard = setTimeout(() => demo.kill('SIGKILL'), 10_000);
    await closed;
    clearTimeout(hard);
  };
  return { url: await readyUrl(demo), stop };
};

const readyUrl = (demo: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    if (!demo.stdout) throw new Error('the demo has no output');
    createInterface(demo.stdout).on('line', (line) => {
      console.log(line);
      const url = READY.exec(line)?.[1];
      if (url) resolve(url);
    });
    demo.once('close', (code) => reject(new Error(`The demo ended with ${code ?? 'a signal'} before it was ready.`)));
  });

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

void main();
