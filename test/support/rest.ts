import { as, type Host } from './host';

type Query = Readonly<Record<string, unknown>>;

/** One entry as the REST API answers it. */
export type RestEntry = Readonly<Record<string, unknown>> & { readonly documentId: string };

/** A new API token that may do what these actions name, or everything. */
export const apiToken = async (host: Host, permissions?: readonly string[]): Promise<string> => {
  const { accessKey } = await host.strapi.service('admin::api-token').create({
    name: `Token ${Math.random()}`,
    description: '',
    lifespan: null,
    ...(permissions === undefined ? { type: 'full-access' } : { type: 'custom', permissions: [...permissions] }),
  });
  return accessKey;
};

/** The REST API by a token, or without one. */
export const rest = (host: Host, token?: string) => {
  const get = (path: string, query: Query = {}) => as(host, token).get(`/api/${path}`).query(query);
  return {
    get,
    /** A whole list, page by page, whose `total` must be its length. */
    list: async (path: string, query: Query = {}, pageSize = 7): Promise<readonly RestEntry[]> => {
      const entries: RestEntry[] = [];
      for (let page = 1; ; page += 1) {
        const { status, body, text } = await get(path, {
          ...query,
          'pagination[page]': page,
          'pagination[pageSize]': pageSize,
        });
        if (status !== 200) throw new Error(`${path}: ${text}`);
        entries.push(...(body.data as readonly RestEntry[]));
        const { total, pageCount } = body.meta.pagination as { total: number; pageCount: number };
        if (page < pageCount) continue;
        if (total !== entries.length) throw new Error(`${path}: total ${total}, ${entries.length} entries`);
        return entries;
      }
    },
  };
};
