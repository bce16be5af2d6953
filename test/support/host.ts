/** A real Strapi in this process: the minimal app of `test/app` with the plugin's sources in it. */
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { compileStrapi, createStrapi } from '@strapi/strapi';
import supertest from 'supertest';
import { TAG_FILTERS } from '../../server/core/tag-match';
import { appFolders, type AppTypes } from './app-types';
import { createDatabase, type DatabaseConfig } from './database';

export interface HostOptions extends AppTypes {
  /** `false`: as an app that has the plugin switched off. */
  readonly plugin?: boolean;
  /** The app's configuration of the plugin. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** An existing database, which the host then leaves in place; otherwise a new one of its own. */
  readonly database?: DatabaseConfig;
  /** Whether front-end users have accounts (`@strapi/plugin-users-permissions`). */
  readonly accounts?: boolean;
}

export interface Host {
  readonly strapi: Core.Strapi;
  readonly database: DatabaseConfig;
  readonly destroy: () => Promise<void>;
}

const APP_DIR = join(__dirname, '..', 'app');

/** Boots a host (1 to 3 s); one per process at a time, because Strapi keeps itself in a global. */
export const createHost = async ({
  plugin = true,
  config = {},
  database,
  accounts = false,
  ...app
}: HostOptions = {}): Promise<Host> => {
  const own = database ? undefined : await createDatabase();
  const used = database ?? own?.config;
  if (!used) throw new Error('no database');
  process.env.TEST_DATABASE = JSON.stringify(used);
  process.env.TEST_DATABASE_FLEETING = 'true';
  process.env.TEST_PLUGIN_ENABLED = String(plugin);
  process.env.TEST_PLUGIN_CONFIG = JSON.stringify(config);
  const { appDir, distDir = APP_DIR } = await compileStrapi({ appDir: APP_DIR, ignoreDiagnostics: true });
  process.env.TEST_ACCOUNTS = String(accounts);
  const strapi = createStrapi({ appDir, distDir, autoReload: false, serveAdminPanel: false });
  const folders = Object.keys(app).length === 0 ? undefined : appFolders(APP_DIR, app);
  if (folders) {
    strapi.config.set('dirs.dist.api', folders.api);
    strapi.config.set('dirs.dist.components', folders.components);
  }
  try {
    await strapi.load();
    strapi.server.mount();
    hookOnce(strapi);
  } catch (error) {
    // A half-booted Strapi holds its connections, and Jest would wait for them for ever; nor can all of it be destroyed.
    await strapi.destroy().catch(() => (strapi.db as Core.Strapi['db'] | undefined)?.destroy());
    await own?.drop();
    throw error;
  } finally {
    folders?.remove();
  }
  return {
    strapi,
    database: used,
    destroy: async () => {
      forgetParams(strapi);
      await strapi.destroy();
      await own?.drop();
    },
  };
};

/** i18n registers the same handlers at every boot of a process: permissions of the tenth host would be looked at ten times. */
const hookOnce = (strapi: Core.Strapi): void => {
  const { engine, actionProvider } = strapi.service('admin::permission') as Readonly<Record<string, Hooked>>;
  for (const hooked of [engine, actionProvider]) {
    for (const hook of Object.values(hooked?.hooks ?? {})) {
      const handlers = new Set(hook.getHandlers());
      for (const handler of handlers) hook.delete(handler);
      for (const handler of handlers) hook.register(handler);
    }
  }
};

/** The app's routes outlive their host, and with them the parameters that the plugin has added to them. */
const forgetParams = (strapi: Core.Strapi): void => {
  for (const { routes } of Object.values(strapi.apis)) {
    for (const route of Object.values(routes).flatMap((router) => router.routes)) {
      const { request } = route as { readonly request?: { query?: Record<string, unknown> } };
      for (const param of TAG_FILTERS) delete request?.query?.[param];
    }
  }
};

interface Hooked {
  readonly hooks: Readonly<Record<string, Hook>>;
}

interface Hook {
  readonly getHandlers: () => readonly unknown[];
  readonly register: (handler: unknown) => unknown;
  readonly delete: (handler: unknown) => unknown;
}

/** One host for all tests of a file. */
export const hostForAll = (options?: HostOptions): (() => Host) => {
  let host: Host | undefined;
  beforeAll(async () => {
    host = await createHost(options);
  });
  afterAll(() => host?.destroy());
  return () => {
    if (!host) throw new Error('the host is booted in beforeAll');
    return host;
  };
};

/** Requests against a host, by a bearer token (an admin's session or an admin token) or, without one, by a stranger. */
export const as = (host: Host, token?: string) => {
  const agent = supertest.agent(host.strapi.server.httpServer);
  return token ? agent.set('Authorization', `Bearer ${token}`) : agent;
};
