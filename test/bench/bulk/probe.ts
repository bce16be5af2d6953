/** A visitor's requests, sent from another thread on time whatever the host does. */
import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, Worker } from 'node:worker_threads';

/** Milliseconds between two requests. */
const EVERY = 50;

export interface Target {
  readonly port: number;
  readonly path: string;
  readonly token: string;
}

/** One request: when it was sent (milliseconds since the epoch) and how long the answer took (milliseconds). */
export interface Sample {
  readonly sentAt: number;
  readonly took: number;
}

/** The requests sent while some work is done. */
export const probed = async (target: Target, work: () => Promise<unknown>): Promise<readonly Sample[]> => {
  const thread = new Worker(__filename, { argv: ['probe', JSON.stringify(target)] });
  const samples = new Promise<readonly Sample[]>((resolve, reject) => {
    thread.on('message', (message) => message !== 'ready' && resolve(message as readonly Sample[]));
    thread.on('error', reject);
  });
  await new Promise((resolve) => thread.once('message', resolve));
  await work();
  thread.postMessage('stop');
  return samples;
};

/** The thread's side. */
export const probe = async (target: Target): Promise<void> => {
  const stop = new AbortController();
  parentPort?.once('message', () => stop.abort());
  // The first ones open connections and compile.
  for (let at = 0; at < 20; at += 1) await timed(target);
  parentPort?.postMessage('ready');
  const sent: Promise<Sample>[] = [];
  const start = performance.now();
  // By the clock and not after the answer: a host that stands still must not be asked less often.
  for (let at = 0; !stop.signal.aborted; at += 1) {
    await wait(Math.max(0, start + at * EVERY - performance.now()));
    sent.push(timed(target));
  }
  parentPort?.postMessage(await Promise.all(sent));
};

const timed = ({ port, path, token }: Target): Promise<Sample> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const sentAt = Date.now();
    const headers = { Authorization: `Bearer ${token}` };
    // A kept connection may be closed by the server just as it is taken up again.
    request({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${path} answers ${response.statusCode ?? 0}`));
      response.resume().on('end', () => resolve({ sentAt, took: performance.now() - start }));
    })
      .on('error', reject)
      .end();
  });

/** The latency that all but one in a hundred stay below. */
export const p99 = (samples: readonly Sample[]): number =>
  samples.map(({ took }) => took).sort((a, b) => a - b)[Math.floor(samples.length * 0.99)] ?? NaN;
