/** A host as a process of its own, which can be killed: started with `DATABASE` and `CONFIG` as JSON, it sends its port. */
import type { AddressInfo } from 'node:net';
import type { DatabaseConfig } from './database';
import { createHost, type HostOptions } from './host';

const main = async (): Promise<void> => {
  const { DATABASE = '', CONFIG = '{}' } = process.env;
  const host = await createHost({
    database: JSON.parse(DATABASE) as DatabaseConfig,
    config: JSON.parse(CONFIG) as NonNullable<HostOptions['config']>,
  });
  const { httpServer } = host.strapi.server;
  httpServer.listen(0, '127.0.0.1', () => process.send?.((httpServer.address() as AddressInfo).port));
  process.once('message', () => void host.destroy().then(() => process.exit(0)));
};

void main();
