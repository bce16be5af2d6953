/** A way to the database on which a connection breaks in the very moment in which it is to commit. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import type { DatabaseConfig } from './database';

export interface CommitCutter {
  /** The same database by this way. */
  readonly database: DatabaseConfig;
  /** Breaks the connection at the next commit of something that was written into our tables, or at a later one. */
  readonly arm: (after?: number) => void;
  /** Whether it broke one since it was armed; from now on none. */
  readonly disarm: () => boolean;
  readonly close: () => Promise<void>;
}

/** PostgreSQL and MySQL both send a statement as text; none of ours is cut in two where nothing else is on its way. */
const WRITE = /(insert into|update|delete from)\s+\S*cs_/i;

export const createCommitCutter = async ({ connection }: DatabaseConfig): Promise<CommitCutter> => {
  const { host, port } = connection.connection;
  const sockets = new Set<Socket>();
  /** Commits that may pass before one is cut; `null`: all may. */
  let left: number | null = null;
  let hasCut = false;

  const isCut = (): boolean => {
    if (left === null) return false;
    left -= 1;
    if (left >= 0) return false;
    left = null;
    hasCut = true;
    return true;
  };

  const server = createServer((client) => {
    const database = connect(Number(port), String(host));
    let hasWritten = false;
    client.on('data', (chunk) => {
      const text = chunk.toString('latin1');
      if (text.includes('BEGIN;')) hasWritten = false;
      if (WRITE.test(text)) hasWritten = true;
      if (text.includes('COMMIT;') && hasWritten && isCut()) {
        client.destroy();
        database.destroy();
      } else database.write(chunk);
    });
    database.on('data', (chunk) => client.write(chunk));
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(one);
      one.setNoDelay(true);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: own } = server.address() as AddressInfo;

  return {
    database: { connection: { ...connection, connection: { ...connection.connection, host: '127.0.0.1', port: own } } },
    arm: (after = 0) => {
      left = after;
    },
    disarm: () => {
      const was = hasCut;
      left = null;
      hasCut = false;
      return was;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};
