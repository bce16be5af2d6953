/** The demo as a process of its own, on a free port and a database of its own: for browser tests and screenshots. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(__dirname, '..');
const READY = /^ready: (http:\/\/\S+)\/admin$/;

/** Starts `npm run demo` with its database in a folder; resolves when it is ready. */
export const startDemo = async (
  folder: string,
  ...options: readonly '--untagged'[]
): Promise<{ url: string; stop: () => Promise<void> }> => {
  const demo = spawn(process.execPath, [join(root, 'playground/scripts/start.mjs'), 'demo', ...options], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(await freePort()),
      DATABASE_CLIENT: 'sqlite',
      DATABASE_FILENAME: join(folder, 'e2e.db'),
      STRAPI_TELEMETRY_DISABLED: 'true',
      LOGIN_RATE_LIMIT: 'false',
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
