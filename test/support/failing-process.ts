/**
 * A host as a process of its own in which everything that our work in the background asks fails: does all that the
 * plugin has registered once, and sends what was said of it. Nothing listens for unhandled rejections, as in a real host.
 */
import type { AddressInfo } from 'node:net';
import { relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PLUGIN_ID } from '../../server/core/actions';
import { service } from '../../server/services';
import { createHost } from './host';
import { apiToken } from './rest';

/** What one piece of work made of its failure. */
export interface Failed {
  readonly work: string;
  readonly warnings: readonly string[];
}

const MESSAGE = 'the database is gone';
const ROOT = process.cwd();
const SERVER = /\((\S*\/server\/[^:)]+)/;

/** Timers of the plugin wait to be called here. */
const timers: { readonly from: string; readonly call: () => void }[] = [];
const { setInterval: start } = globalThis;
globalThis.setInterval = ((call: () => void, milliseconds: number, ...values: unknown[]) => {
  const from = SERVER.exec(new Error().stack ?? '')?.[1];
  if (from === undefined || from.includes('node_modules')) return start(call, milliseconds, ...values);
  timers.push({ from: relative(ROOT, from), call });
  return start(() => undefined, 86_400_000);
}) as typeof setInterval;

const main = async (): Promise<void> => {
  const host = await createHost({ config: { consumption: { beacon: true, origins: ['*'], deliveries: true } } });
  const { strapi, destroy } = host;
  const key = await apiToken(host);
  await new Promise<void>((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', resolve));
  const { port } = strapi.server.httpServer.address() as AddressInfo;
  await strapi.plugin('content-strategy').service('placing').stop();
  await strapi.plugin('content-strategy').service('analytics').stop();
  const { transaction } = strapi.db;
  const { mark } = service(strapi, 'changes');
  let warnings: string[] = [];
  Object.assign(strapi.log, { warn: (text: string) => void warnings.push(text) });
  service(strapi, 'deliveries').record({
    data: { documentId: 'a' },
    uid: 'api::guide.guide',
    locale: '',
    isDetail: true,
  });
  Object.assign(strapi.db, { transaction: () => Promise.reject(new Error(MESSAGE)) });
  Object.assign(service(strapi, 'changes'), {
    mark: () => {
      throw new Error(MESSAGE);
    },
  });

  const failed: Failed[] = [];
  const watch = async (work: string, call: () => unknown): Promise<void> => {
    warnings = [];
    // Nobody waits for it, nor catches what it throws.
    setImmediate(() => void call());
    await pause(300);
    failed.push({ work, warnings });
  };
  const { jobs } = strapi.cron as unknown as { readonly jobs: readonly Job[] };
  // Called as by hosts whose scheduler catches nothing. Strapi's own job would end the process.
  for (const { name, job } of jobs) if (name?.startsWith(PLUGIN_ID)) await watch(name, () => job.invoke());
  for (const { from, call } of timers) await watch(from, call);
  for (const event of ['media.create', 'media.update', 'media.delete']) {
    await watch(event, () => strapi.eventHub.emit(event, {}));
  }
  Object.assign(strapi.db, { transaction });
  Object.assign(service(strapi, 'deliveries'), {
    record: () => {
      throw new Error(MESSAGE);
    },
  });
  const headers = { Authorization: `Bearer ${key}` };
  await watch('GET /api/guides', () => fetch(`http://127.0.0.1:${port}/api/guides`, { headers }));

  Object.assign(service(strapi, 'changes'), { mark });
  process.send?.(failed);
  await destroy();
  process.exit(0);
};

interface Job {
  readonly name: string | null;
  readonly job: { readonly invoke: () => Promise<unknown> };
}

void main();
