/** The steps of the benchmark of placing many entries, each run in a process of its own. */
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { service } from '../../../server/services';
import { buildLibrary, LIBRARY, UID } from '../audit/library';
import { answerStep, withHost } from '../host';
import { measure, type Reading } from '../meter';
import { superAdmin } from '../people';
import { bulkFloor } from './floor';
import { p99, probe, probed, type Target } from './probe';

interface On {
  readonly database: string;
  readonly entries: number;
}

/** A reading, and what a visitor of the host felt. */
export interface BulkReading extends Reading {
  readonly p99IdleMs: number;
  readonly p99Ms: number;
  readonly changed: number;
}

const IDLE_MS = 3_000;

const bulk = ({ database, entries }: On): Promise<BulkReading> =>
  withHost(database, async (strapi) => {
    const ability = await superAdmin(strapi);
    const target = await listen(strapi);
    const rows: readonly { readonly document_id: string }[] = await strapi.db
      .connection(LIBRARY)
      .whereNull('published_at')
      .limit(entries)
      .select('document_id');
    const asked = rows.map(({ document_id }) => ({ uid: UID, documentId: document_id }));
    const idle = await probed(target, () => wait(IDLE_MS));
    let changed = 0;
    let reading: Reading | undefined;
    let [from, to] = [0, 0];
    const busy = await probed(target, async () => {
      reading = await measure(async () => {
        from = Date.now();
        const change = { mode: 'add', personas: ['ops'], stages: ['adoption'] } as const;
        const { counts } = await service(strapi, 'bulk').place({ entries: asked, change }, { ability, userId: null });
        changed = counts.changed;
        to = Date.now();
      });
    });
    if (reading === undefined) throw new Error('nothing was measured');
    return {
      ...reading,
      changed,
      p99IdleMs: p99(idle),
      p99Ms: p99(busy.filter(({ sentAt }) => sentAt >= from && sentAt <= to)),
    };
  });

interface Published {
  readonly document_id: string;
}

/**
 * A light request of the host's own: one entry by the REST API. A page of so many would take longer than the time
 * between two requests where the machine is busy, and what is measured then is the queue.
 */
const listen = async (strapi: Core.Strapi): Promise<Target> => {
  const token = await strapi
    .service('admin::api-token')
    .create({ name: 'bench', type: 'full-access', permissions: null, lifespan: null });
  strapi.server.mount();
  const { httpServer } = strapi.server;
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
  const { port } = httpServer.address() as AddressInfo;
  const published: Published = await strapi.db.connection(LIBRARY).whereNotNull('published_at').first('document_id');
  return { port, path: `/api/pieces/${published.document_id}?fields[0]=title`, token: token.accessKey };
};

void answerStep({
  build: ({ database, entries }: On) => buildLibrary(database, entries),
  bulk,
  bulkFloor,
  probe,
});
