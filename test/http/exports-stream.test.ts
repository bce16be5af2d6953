import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bulk } from '../support/bulk';
import { hostForAll } from '../support/host';
import { audited, GUIDE } from '../support/library';
import { reader, type Reader } from '../support/reading';
import { superAdmin } from '../support/users';

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
const ENTRIES = 20_000;
let token: string;
let read: Reader;
let port: number;
/** Statements that read a page of a list. */
let pages = 0;

beforeAll(async () => {
  const published = new Date('2026-01-01T00:00:00Z');
  await bulk(
    host(),
    GUIDE,
    Array.from({ length: ENTRIES }, (_none, at) => ({
      document_id: `guide${at}`,
      name: `Guide number ${at} ${'with a long name '.repeat(10)}`,
      slug: `guide-${at}`,
      // Many were edited in the same moment, as imports leave them.
      updated_at: new Date(published.getTime() + Math.floor(at / 700) * 1000),
      published_at: published,
    }))
  );
  await audited(host());
  ({ token } = await superAdmin(host()));
  read = reader(host(), token);
  const { httpServer } = host().strapi.server;
  if (!httpServer.listening) await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
  ({ port } = httpServer.address() as AddressInfo);
  host().strapi.db.connection.on('query', ({ sql }: { readonly sql: string }) => {
    if (/from .cs_inventory_scopes. as .s./.test(sql)) pages += 1;
  });
});

const open = (path: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}` };
    get({ host: '127.0.0.1', port, path: `/content-strategy/exports/${path}`, headers }, resolve).on('error', reject);
  });

test('every row comes once, however many share a moment', async () => {
  const seen = new Set<string>();
  let rest = '';
  for await (const chunk of await open('inventory.csv')) {
    const lines = (rest + String(chunk)).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const id = /,"(guide\d+)","api::guide/.exec(line)?.[1];
      if (id === undefined) continue;
      expect(seen.has(id)).toBe(false);
      seen.add(id);
    }
  }
  expect(seen.size).toBe(ENTRIES);
});

test('a long list says that it stops counting where only counting tells, and pages on', async () => {
  const { data, meta } = await read.page({ status: 'published', page: 150, pageSize: 100 });
  expect(data).toHaveLength(100);
  expect(meta.pagination).toMatchObject({ total: 10_001, totalIsExact: false, pageCount: 101 });
  const known = await read.page({ page: 200, pageSize: 100 });
  expect(known.meta.pagination).toMatchObject({ total: ENTRIES, totalIsExact: true, pageCount: 200 });
  expect(known.data).toHaveLength(100);
  const found = await read.page({ search: 'NUMBER 1999' });
  expect(found.meta.pagination).toMatchObject({ total: 11, totalIsExact: true });
});

test('a search that finds more than a list counts says so, and its CSV holds all of it', async () => {
  const { meta } = await read.page({ search: 'long NAME' });
  expect(meta.pagination).toMatchObject({ total: 10_001, totalIsExact: false });
  // As if every entry had been counted: all of them hold the text.
  for (const asked of [
    {},
    { page: 7, pageSize: 50 },
    { sort: 'updatedAt:asc' },
    { sort: 'title:desc', page: 100, pageSize: 100 },
  ] as const) {
    const [searched, all] = [await read.page({ ...asked, search: 'long NAME' }), await read.page(asked)];
    expect(searched.data).toEqual(all.data);
    expect(all.data.length).toBeGreaterThan(0);
  }
  expect((await read.page({ search: 'long NAME', page: 102, pageSize: 100 })).data).toEqual([]);
  const narrow = await read.page({ search: 'long NAME', status: 'draft' });
  expect(narrow.meta.pagination).toMatchObject({ total: 0, totalIsExact: true });
  let lines = 0;
  for await (const chunk of await open('tags.csv?bom=false&search=long%20name'))
    lines += String(chunk).split('\n').length - 1;
  expect(lines).toBe(ENTRIES + 1);
});

test('memory does not grow with the list', async () => {
  const start = heldMemory();
  let most = 0;
  let bytes = 0;
  let measured = -1_000_000;
  for await (const chunk of await open('inventory.csv')) {
    bytes += (chunk as Buffer).length;
    if (bytes - measured < 1_000_000) continue;
    measured = bytes;
    most = Math.max(most, heldMemory() - start);
  }
  expect(bytes).toBeGreaterThan(8_000_000);
  // 20,000 rows held at once take some 18 MB.
  expect(most).toBeLessThan(6_000_000);
});

test('a client that goes away ends the work', async () => {
  pages = 0;
  const response = await open('inventory.csv');
  await new Promise((resolve) => response.once('data', resolve));
  response.destroy();
  expect(await pagesAtRest()).toBeLessThan(ENTRIES / 200);
});

test('a client that does not read holds the work up', async () => {
  pages = 0;
  const response = await open('inventory.csv');
  response.pause();
  expect(await pagesAtRest()).toBeLessThan(ENTRIES / 200);
  response.destroy();
});

/** Bytes of the heap that are in use, not those that nobody has collected yet. */
const heldMemory = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** The pages read once no more are, on a busy machine too: of work that nothing holds up, all. */
const pagesAtRest = async (): Promise<number> => {
  for (let before = -1; ;) {
    if (pages === before && before > 0) return pages;
    before = pages;
    await pause(1_500);
  }
};

test('a CSV that breaks off is no complete download', async () => {
  const response = await open('inventory.csv');
  await new Promise((resolve) => response.once('data', resolve));
  response.pause();
  await pause(200);
  const { schema } = host().strapi.db.connection;
  await schema.renameTable('cs_inventory', 'cs_inventory_elsewhere');
  const ended = new Promise<string>((resolve) => {
    response.on('end', () => resolve('complete'));
    response.on('error', () => resolve('broken off'));
    response.on('close', () => resolve('closed'));
  });
  response.resume();
  const end = await Promise.race([ended, pause(5000, 'hangs', { ref: false })]);
  await host().strapi.db.connection.schema.renameTable('cs_inventory_elsewhere', 'cs_inventory');
  expect(end).toBe('broken off');
});
