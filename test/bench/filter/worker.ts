/** The steps of the filter's benchmark, each run in a process of its own. */
import type { AddressInfo } from 'node:net';
import type { Core } from '@strapi/strapi';
import { buildLibrary } from '../audit/library';
import { answerStep, withHost } from '../host';
import { CASES, type Latency } from './cases';

interface On {
  readonly database: string;
}

const ROUNDS = 15;
const WARM = 2;

/** With and without in turn, so that whatever else the machine does slows both. */
const serve = ({ database }: On): Promise<readonly Latency[]> =>
  withHost(
    database,
    async (strapi) => {
      strapi.server.mount();
      await new Promise<void>((done) => strapi.server.httpServer.listen(0, '127.0.0.1', done));
      const { port } = strapi.server.httpServer.address() as AddressInfo;
      const tokens = { api: await apiToken(strapi), admin: await adminToken(strapi, port) };
      const found: Latency[] = [];
      for (const { name, path, plain, filter } of CASES) {
        const token = path.startsWith('/api') ? tokens.api : tokens.admin;
        const ask = (query: string) => timed(`http://127.0.0.1:${port}${path}?${query}`, token);
        const times: { readonly plain: number; readonly filtered: number }[] = [];
        let total = 0;
        for (let round = 0; round < WARM + ROUNDS; round += 1) {
          const without = await ask(plain);
          const narrowed = await ask(`${plain}&${filter}`);
          total = narrowed.total;
          if (round >= WARM) times.push({ plain: without.ms, filtered: narrowed.ms });
        }
        found.push({
          name,
          plainMs: median(times.map((time) => time.plain)),
          filteredMs: median(times.map((time) => time.filtered)),
          total,
        });
      }
      return found;
    },
    { serving: { filters: true, journeys: false } }
  );

const timed = async (url: string, token: string): Promise<{ readonly ms: number; readonly total: number }> => {
  const start = performance.now();
  const response = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
  const body = (await response.json()) as Answer;
  const ms = performance.now() - start;
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return { ms, total: (body.meta?.pagination ?? body.pagination)?.total ?? 0 };
};

interface Answer {
  readonly pagination?: { readonly total: number };
  readonly meta?: { readonly pagination: { readonly total: number } };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const apiToken = async (strapi: Core.Strapi): Promise<string> => {
  const token: { readonly accessKey: string } = await strapi
    .service('admin::api-token')
    .create({ name: 'bench', description: '', type: 'full-access', lifespan: null });
  return token.accessKey;
};

const adminToken = async (strapi: Core.Strapi, port: number): Promise<string> => {
  const [email, password] = ['bench@example.com', 'Content-Strategy-1'];
  const { id }: { readonly id: number } = await strapi.service('admin::role').getSuperAdmin();
  await strapi
    .service('admin::user')
    .create({ email, password, firstname: 'Bench', lastname: 'Mark', roles: [id], isActive: true });
  const response = await fetch(`http://127.0.0.1:${port}/admin/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  return ((await response.json()) as { readonly data: { readonly token: string } }).data.token;
};

void answerStep({
  build: ({ database, entries }: On & { readonly entries: number }) => buildLibrary(database, entries),
  serve,
});
