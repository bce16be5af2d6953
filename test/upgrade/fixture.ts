/** Databases as earlier versions left them, and what these said of them. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import knex from 'knex';
import { createDatabase, currentClient, type TestDatabase } from '../support/database';
import type { Told } from './facts';

/** Every version of which there is one. */
export const versions = (): readonly string[] =>
  readdirSync(__dirname, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** A copy of a version's database. */
export const databaseOf = async (version: string): Promise<TestDatabase> => {
  const client = currentClient();
  const database = await createDatabase(client);
  const dump = gunzipSync(readFileSync(join(__dirname, version, `${client}.gz`)));
  const { connection } = database.config.connection;
  if (client === 'sqlite') writeFileSync(String(connection['filename']), dump);
  else {
    const db = knex({
      client: client === 'mysql' ? 'mysql2' : 'pg',
      connection: client === 'mysql' ? { ...connection, multipleStatements: true } : connection,
    });
    await db.raw(playable(dump.toString()).replaceAll('?', '\\?'));
    await db.destroy();
  }
  return database;
};

/** Without what is meant for the databases' own command lines. */
const playable = (dump: string): string => dump.replace(/^(\\(un)?restrict .*|\/\*M!.*)$/gm, '');

/** What the version said. */
export const toldBy = (version: string): Told =>
  JSON.parse(readFileSync(join(__dirname, version, 'facts.json'), 'utf8')) as Told;
