/**
 * A host as a process of its own, which can be killed: started with `DATABASE` and `CONFIG` as JSON, it sends its port.
 * With `DIE_AT`, a pattern, it kills itself just before it sends the database a statement like that.
 */
import type { AddressInfo } from 'node:net';
import knex from 'knex';
import type { DatabaseConfig } from './database';
import { createHost, type HostOptions } from './host';

const dieAt = (pattern: RegExp): void => {
  const { prototype } = (knex as unknown as { readonly Client: { readonly prototype: Client } }).Client;
  const { query } = prototype;
  prototype.query = function (connection, asked) {
    if (pattern.test(typeof asked === 'string' ? asked : asked.sql)) process.kill(process.pid, 'SIGKILL');
    return query.call(this, connection, asked);
  };
};

interface Client {
  query: (this: Client, connection: unknown, asked: string | { readonly sql: string }) => Promise<unknown>;
}

const main = async (): Promise<void> => {
  const { DATABASE = '', CONFIG = '{}', DIE_AT } = process.env;
  if (DIE_AT !== undefined) dieAt(new RegExp(DIE_AT));
  const host = await createHost({
    database: JSON.parse(DATABASE) as DatabaseConfig,
    config: JSON.parse(CONFIG) as NonNullable<HostOptions['config']>,
  });
  const { httpServer } = host.strapi.server;
  httpServer.listen(0, '127.0.0.1', () => process.send?.((httpServer.address() as AddressInfo).port));
  process.once('message', () => void host.destroy().then(() => process.exit(0)));
};

void main();
