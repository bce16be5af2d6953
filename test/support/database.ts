/** Databases for tests: a fresh one for every host, on whichever server `DATABASE_CLIENT` names. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knex, { type Knex } from 'knex';

export const CLIENTS = ['sqlite', 'postgres', 'mysql'] as const;
export type Client = (typeof CLIENTS)[number];

/** What Strapi's `database` configuration takes. */
export interface DatabaseConfig {
  readonly connection: {
    readonly client: Client;
    readonly connection: Readonly<Record<string, string | number>>;
    readonly useNullAsDefault?: boolean;
  };
}

export interface TestDatabase {
  readonly config: DatabaseConfig;
  /** Call it after the host is destroyed. */
  readonly drop: () => Promise<void>;
}

/** The client this run tests; `npm test` runs the HTTP tests once for each. */
export const currentClient = (): Client => CLIENTS.find((client) => client === process.env.DATABASE_CLIENT) ?? 'sqlite';

/** A new, empty database of the current client: hosts never see each other's rows. */
export const createDatabase = async (client: Client = currentClient()): Promise<TestDatabase> => {
  if (client === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'content-strategy-'));
    return {
      config: connection(client, join(folder, 'data.db')),
      drop: async () => rmSync(folder, { recursive: true, force: true }),
    };
  }
  const name = `${databasePrefix()}_${process.pid}_${Date.now().toString(36)}`;
  await onServer(client, (server) =>
    server.raw(`create database ${name}${client === 'mysql' ? ' character set utf8mb4' : ''}`)
  );
  return {
    config: connection(client, name),
    drop: () => onServer(client, (server) => dropDatabase(client, server, name)),
  };
};

/** Strapi's database configuration for a database by name, or by path on SQLite. */
export const connection = (client: Client, database: string): DatabaseConfig => ({
  connection:
    client === 'sqlite'
      ? { client, connection: { filename: database }, useNullAsDefault: true }
      : { client, connection: { ...SERVERS[client], database } },
});

/** Whether the server answers, and else why not. */
export const unreachable = async (client: Client): Promise<string | undefined> => {
  if (client === 'sqlite') return undefined;
  try {
    await onServer(client, (server) => server.raw('select 1'));
    return undefined;
  } catch (error) {
    const { host, port } = SERVERS[client];
    const cause = error instanceof Error ? error.message || error.name : String(error);
    return `${client} at ${host}:${port} (${cause})`;
  }
};

/** Makes a table older than the server's default collation, as hosts' tables may be; only MySQL minds. */
export const inAnotherCollation = async (db: Knex, table: string): Promise<void> => {
  if (!String(db.client.config.client).includes('mysql')) return;
  await db.raw('alter table ?? convert to character set utf8mb4 collate utf8mb4_unicode_520_ci', [table]);
};

/** Drops every database of this run (`DATABASE_NAME` is their prefix): hosts that crashed drop none. */
export const dropAll = async (client: Client): Promise<void> => {
  if (client === 'sqlite') return;
  await onServer(client, async (server) => {
    const names = await server
      .from(client === 'mysql' ? 'information_schema.schemata' : 'pg_database')
      .pluck<string[]>(client === 'mysql' ? 'schema_name' : 'datname');
    for (const name of names) if (name.startsWith(`${databasePrefix()}_`)) await dropDatabase(client, server, name);
  });
};

const SERVERS = {
  postgres: { host: '127.0.0.1', port: 5432, user: 'postgres', password: '' },
  mysql: { host: '127.0.0.1', port: 3306, user: 'root', password: '' },
} as const;

const databasePrefix = (): string => process.env.DATABASE_NAME ?? 'content_strategy_test';

const dropDatabase = async (client: Client, server: Knex, name: string): Promise<void> => {
  await server.raw(`drop database if exists ${name}${client === 'postgres' ? ' with (force)' : ''}`);
};

const onServer = async <T>(client: 'postgres' | 'mysql', work: (server: Knex) => Promise<T>): Promise<T> => {
  const database = client === 'mysql' ? 'information_schema' : 'postgres';
  const server = knex({
    client: client === 'mysql' ? 'mysql2' : 'pg',
    connection: { ...SERVERS[client], database },
    acquireConnectionTimeout: 5000,
  });
  try {
    return await work(server);
  } finally {
    await server.destroy();
  }
};
