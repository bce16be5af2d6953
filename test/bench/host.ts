/** A Strapi as in production: plain JavaScript in plain Node, because a compiling loader would be measured along. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { createStrapi } from '@strapi/strapi';
import { build } from 'esbuild';
import { connection } from '../support/database';

const ROOT = join(__dirname, '..', '..');
// Inside the project, where packages are found.
const CACHE = join(process.env['BENCH_ROOT'] ?? ROOT, '.cache', 'bench');
const APP = join(CACHE, 'app');

/** Lays out the host (the app of the HTTP tests and one large type) with the plugin, and compiles a worker; answers its path. */
export const prepareHost = async (worker: string): Promise<string> => {
  rmSync(CACHE, { recursive: true, force: true });
  mkdirSync(CACHE, { recursive: true });
  cpSync(join(ROOT, 'test', 'app'), APP, { recursive: true });
  cpSync(join(ROOT, 'test', 'bench', 'app'), APP, { recursive: true });
  const plugin = join(APP, 'src', 'plugins', 'content-strategy', 'strapi-server.js');
  const compiled = join(CACHE, 'worker.js');
  await bundle(join(ROOT, 'strapi-server.ts'), plugin);
  await bundle(worker, compiled);
  return compiled;
};

/** Runs one step of a compiled worker in a process of its own and answers what it found. */
export const runStep = <T>(worker: string, step: string, parameters: unknown): Promise<T> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--expose-gc', worker, step, JSON.stringify(parameters)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true', BENCH_ROOT: ROOT },
    });
    let found: { readonly result: T } | undefined;
    child.on('message', (message) => (found = message as { readonly result: T }));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0 && found !== undefined) resolve(found.result);
      else reject(new Error(`The step "${step}" ended with ${code ?? 'a signal'}`));
    });
  });

/** The worker's side of `runStep`. */
export const answerStep = async (steps: Readonly<Record<string, (parameters: never) => unknown>>): Promise<void> => {
  const [, , step = '', parameters = 'null'] = process.argv;
  const result = await steps[step]?.(JSON.parse(parameters) as never);
  process.send?.({ result }, () => process.exit(0));
};

/** Boots the host on an SQLite file, does the work and shuts it down. */
export const withHost = async <T>(
  database: string,
  work: (strapi: Core.Strapi) => Promise<T>,
  config: { readonly audit?: object; readonly serving?: object; readonly consumption?: object } = {}
): Promise<T> => {
  process.env['TEST_DATABASE'] = JSON.stringify(connection('sqlite', database));
  process.env['TEST_PLUGIN_CONFIG'] = JSON.stringify({
    ...config,
    audit: { daily: false, afterChanges: false, files: false, ...config.audit },
  });
  const strapi = await createStrapi({ appDir: APP, distDir: APP, serveAdminPanel: false }).load();
  try {
    return await work(strapi);
  } finally {
    await strapi.destroy();
  }
};

const bundle = (entry: string, outfile: string): Promise<unknown> =>
  build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', packages: 'external', target: 'node20' });
