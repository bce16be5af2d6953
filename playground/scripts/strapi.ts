import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import type { Core, createStrapi } from '@strapi/strapi';
import { PLAYGROUND } from './paths';
import { Trouble } from './progress';

export interface Where {
  /** Path of the SQLite file. */
  readonly database: string;
  readonly port?: number;
}

/** The playground's Strapi, loaded in this process and not listening yet. It asks no other server for anything. */
export const loadPlayground = async ({ database, port }: Where): Promise<Core.Strapi> => {
  mkdirSync(dirname(database), { recursive: true });
  process.chdir(PLAYGROUND);
  Object.assign(process.env, {
    NODE_ENV: 'production',
    STRAPI_TELEMETRY_DISABLED: 'true',
    STARTUP_MESSAGE: 'false',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
    DATABASE_CLIENT: 'sqlite',
    DATABASE_FILENAME: database,
    HOST: '127.0.0.1',
    ...(port === undefined ? {} : { PORT: String(port) }),
  });
  // Strapi reads the environment while it is loaded, and its ES modules do not load in Node.
  const strapi = createRequire(__filename)('@strapi/strapi') as { readonly createStrapi: typeof createStrapi };
  return strapi.createStrapi({ appDir: PLAYGROUND, distDir: join(PLAYGROUND, 'dist') }).load();
};

/** The port asked for. Refuses one on which something listens already, before minutes are spent on building. */
export const freePort = (wanted: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const port = Number(wanted);
    if (!/^\d+$/.test(wanted) || port < 1 || port > 65535) throw new Trouble(`PORT: "${wanted}" is no port.`);
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'is already in use' : `cannot be used: ${error.message}`;
      reject(new Trouble(`Port ${port} ${reason}. Stop what listens there, or set PORT to another one.`));
    });
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(port)));
  });
