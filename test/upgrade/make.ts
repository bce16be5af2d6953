/**
 * Makes the databases that upgrades are tested with, by the version in this working copy: one folder with a dump for
 * each database and what that version said of it. `npx tsx test/upgrade/make.ts 0.1.0`
 */
import { deepStrictEqual } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import knex from 'knex';
import { CLIENTS, createDatabase, type Client, type DatabaseConfig } from '../support/database';
import { createHost, type Host } from '../support/host';
import { superAdmin } from '../support/users';
import { factsOf, undoAll } from './facts';
import { CONFIG, live } from './story';

const FIRST: Client = 'sqlite';

const make = async (version: string): Promise<void> => {
  const folder = join(__dirname, version);
  mkdirSync(folder, { recursive: true });
  let told: unknown = null;
  for (const client of CLIENTS) {
    const { config, drop } = await createDatabase(client);
    await withHost(config, live);
    writeFileSync(join(folder, `${client}.gz`), gzipSync(await dump(client, config), { level: 9 }));
    // What the version makes of its own database is what every later one has to.
    const said = await withHost(config, async (host) => {
      const { token } = await superAdmin(host);
      return { facts: await factsOf(host, token), undone: await undoAll(host, token) };
    });
    if (client === FIRST) writeFileSync(join(folder, 'facts.json'), `${JSON.stringify((told = said), null, 1)}\n`);
    else deepStrictEqual(said, told);
    await drop();
  }
};

const withHost = async <T>(database: DatabaseConfig, work: (host: Host) => Promise<T>): Promise<T> => {
  const host = await createHost({ database, config: CONFIG });
  try {
    return await work(host);
  } finally {
    await host.destroy();
  }
};

const dump = async (client: Client, { connection: { connection } }: DatabaseConfig): Promise<Buffer> => {
  if (client === 'sqlite') return compacted(String(connection['filename']));
  const { host, user, database } = connection as Readonly<Record<string, string>>;
  const [tool, flag, options] = TOOLS[client];
  return execFileSync(tool, [...options, '-h', `${host}`, flag, `${user}`, `${database}`], { maxBuffer: 1e9 });
};

const TOOLS = {
  postgres: ['pg_dump', '-U', ['--inserts', '--rows-per-insert=100', '--no-owner', '--no-privileges']],
  mysql: ['mariadb-dump', '-u', ['--skip-comments', '--skip-dump-date']],
} as const;

/** The whole database in one file. */
const compacted = async (filename: string): Promise<Buffer> => {
  const db = knex({ client: 'better-sqlite3', connection: { filename }, useNullAsDefault: true });
  await db.raw('vacuum');
  await db.destroy();
  return readFileSync(filename);
};

void make(process.argv[2] ?? '').then(() => process.exit(0));
