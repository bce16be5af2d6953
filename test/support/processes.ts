import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { BEACON, BROWSER, ORIGIN } from './beacon';
import type { DatabaseConfig } from './database';

/** A host in another process. */
export interface HostProcess {
  readonly port: number;
  /** As `kill -9` does. */
  readonly kill: () => Promise<void>;
  /** As its operator would. */
  readonly stop: () => Promise<void>;
}

const ROOT = join(__dirname, '..', '..');

/** Boots a host on an existing database, with what its environment has besides. */
export const startHost = async (
  database: DatabaseConfig,
  config: object,
  env: Readonly<Record<string, string>> = {}
): Promise<HostProcess> => {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'test/support/beacon-process.ts')], {
    cwd: ROOT,
    env: { ...process.env, ...env, DATABASE: JSON.stringify(database), CONFIG: JSON.stringify(config) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const closed = once(child, 'close');
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', resolve);
    child.once('close', (code) => reject(new Error(`The host ended with ${code ?? 'a signal'}`)));
  });
  return {
    port,
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
    },
    stop: async () => {
      child.send('stop');
      await closed;
    },
  };
};

/** Sends one beacon; answers its status, or `null` where none came. */
export const createSender = ({ port }: HostProcess, connections: number) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const headers = { Origin: ORIGIN, 'User-Agent': BROWSER, 'Content-Type': 'text/plain' };
  return {
    send: (event: object): Promise<number | null> =>
      new Promise((resolve) => {
        const body = JSON.stringify(event);
        const options = { agent, host: '127.0.0.1', port, path: BEACON, method: 'POST' };
        request({ ...options, headers: { ...headers, 'Content-Length': Buffer.byteLength(body) } }, (response) => {
          response.resume().once('close', () => resolve(response.statusCode ?? null));
        })
          .once('error', () => resolve(null))
          .end(body);
      }),
    close: () => agent.destroy(),
  };
};

/** Does work on many things, so many at a time. */
export const inParallel = async <T>(
  things: readonly T[],
  lanes: number,
  work: (thing: T) => Promise<unknown>
): Promise<void> => {
  const queue = things[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const thing of queue) await work(thing);
    })
  );
};
