/** Strapi's admin as it is, but for who is logged in and where requests go: those need a whole running admin. */
import { Refused, type FakeBackend } from './fake-backend';
import { fakeUploads, type Uploads } from './fake-upload';

// What Strapi writes into its page.
Object.assign(window, { strapi: { backendURL: '', flags: {}, features: { isEnabled: () => false } } });

let backend: FakeBackend | null = null;
let permissions: readonly Permission[] = [];

/** A right as Strapi's session lists it. */
interface Permission {
  readonly action: string;
  readonly subject: string | null;
}

/** Where the session's requests go from now on, and what it may do in the Content Manager. */
export const connect = (to: FakeBackend, may: readonly Permission[] = []): Uploads => {
  backend = to;
  permissions = may;
  globalThis.fetch = (async (url: string, init: { method: string; body: string }) => {
    const reply = (status: number, body: unknown) => ({ ok: status < 400, status, json: async () => body }) as Response;
    try {
      return reply(200, await to.handle(init.method, url, JSON.parse(init.body)));
    } catch (error) {
      if (error instanceof Refused) return reply(error.status, error.response.data);
      throw error;
    }
  }) as typeof fetch;
  return fakeUploads(to);
};

const answer = async (method: string, url: string, body?: unknown) => {
  if (!backend) throw new Error('no backend connected');
  return { data: await backend.handle(method, url, body) };
};

const client = {
  get: (url: string) => answer('GET', url),
  post: (url: string, body?: unknown) => answer('POST', url, body),
  put: (url: string, body?: unknown) => answer('PUT', url, body),
  del: (url: string) => answer('DELETE', url),
};

/** For `jest.mock('@strapi/strapi/admin', …)`. */
export const strapiAdmin = (): object => ({
  ...jest.requireActual<object>('@strapi/strapi/admin'),
  useAuth: (_name: string, select: (auth: { token: string; permissions: readonly Permission[] }) => unknown) =>
    select({ token: 'token', permissions }),
  useFetchClient: () => client,
  getFetchClient: () => client,
});
