import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLAYGROUND, ROOT, TEMPORARY } from '../paths';
import { step } from '../progress';
import { runNode } from './run';
import { hashOf } from './sources';

const PLUGIN_SOURCES = ['admin', 'server', 'content-types', 'strapi-server.ts', 'package.json', 'package-lock.json'];
const APP_SOURCES = ['src', 'config', 'package.json', 'tsconfig.json'].map((path) => `playground/${path}`);

/** Builds the plugin, then the demo app with its admin, each only when what it is made from has changed. */
export const build = async (): Promise<void> => {
  await once('Building the plugin', 'plugin', hashOf(ROOT, PLUGIN_SOURCES), join(ROOT, 'dist'), () =>
    runNode(join(ROOT, 'node_modules/@strapi/sdk-plugin/bin/strapi-plugin.js'), ['build'], ROOT)
  );
  // The admin holds the plugin's admin part: another server part needs no new admin.
  const app = hashOf(ROOT, [...APP_SOURCES, 'dist/admin', 'package-lock.json']);
  await once('Building the demo and its admin', 'app', app, join(PLAYGROUND, 'dist'), () =>
    runNode(join(ROOT, 'node_modules/@strapi/strapi/bin/strapi.js'), ['build'], PLAYGROUND)
  );
};

const once = async (title: string, name: string, hash: string, output: string, work: () => Promise<void>) => {
  if (existsSync(output) && built()[name] === hash) return;
  await step(title, work);
  mkdirSync(TEMPORARY, { recursive: true });
  writeFileSync(BUILT, `${JSON.stringify({ ...built(), [name]: hash }, null, 2)}\n`);
};

const BUILT = join(TEMPORARY, 'built.json');

const built = (): Readonly<Record<string, string>> =>
  existsSync(BUILT) ? (JSON.parse(readFileSync(BUILT, 'utf8')) as Record<string, string>) : {};
