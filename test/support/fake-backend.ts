/** An HTTP backend of plain functions, with the log of what it was asked. */
type Handler = (
  body: unknown,
  params: readonly string[],
  query: Readonly<Record<string, string | undefined>>
) => unknown;

/** A refusal as Strapi words it. */
export class Refused extends Error {
  override readonly name = 'FetchError';
  readonly response: { readonly data: { readonly error: object } };
  constructor(
    readonly status: number,
    message: string,
    details: object = {}
  ) {
    super(message);
    this.response = { data: { error: { status, message, details } } };
  }
}

/** The answer about what is not there yet. */
export const noneYet = (reason: string, message: string) => ({ data: null, meta: { reason, message } });

export const createFakeBackend = () => {
  const handlers: { readonly method: string; readonly path: RegExp; readonly handler: Handler }[] = [];
  const log: { readonly method: string; readonly url: string; readonly body: unknown }[] = [];
  return {
    log,
    /** `path` may hold `:name` parts; what is set later wins. */
    on(method: string, path: string, handler: Handler) {
      handlers.unshift({
        method,
        path: new RegExp(`^/content-strategy${path.replace(/:\w+/g, '([^/?]+)')}(\\?.*)?$`),
        handler,
      });
    },
    async handle(method: string, url: string, body?: unknown): Promise<unknown> {
      log.push({ method, url, body });
      for (const { method: handled, path, handler } of handlers) {
        const match = handled === method ? path.exec(url) : null;
        if (match)
          return handler(
            body,
            match.slice(1).map((part) => decodeURIComponent(part)),
            Object.fromEntries(new URLSearchParams(url.split('?')[1]))
          );
      }
      throw new Refused(404, `no handler for ${method} ${url}`);
    },
    /** Bodies of the requests so far by method. */
    sent: (method: string) => log.filter((request) => request.method === method).map(({ body }) => body),
  };
};

export type FakeBackend = ReturnType<typeof createFakeBackend>;
