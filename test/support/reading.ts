import type { CoverageBody, CoverageTypesBody, GlanceBody, InventoryBody, InventoryRow } from '../../server/core/api';
import { as, type Host } from './host';

export type Query = Readonly<Record<string, string | number | undefined>>;

/** What one user reads over HTTP; whatever is not 200 throws. */
export const reader = (host: Host, token: string) => {
  const get = async (path: string, query: Query) => {
    const response = await as(host, token).get(`/content-strategy/${path}`).query(defined(query));
    if (response.status !== 200) throw new Error(`${path} ${JSON.stringify(query)}: ${response.text}`);
    return response;
  };
  const page = async (query: Query): Promise<InventoryBody> => (await get('inventory', query)).body as InventoryBody;
  return {
    coverage: async (query: Query = {}): Promise<CoverageBody> =>
      (await get('coverage', query)).body.data as CoverageBody,
    glance: async (query: Query = {}): Promise<GlanceBody> => (await get('glance', query)).body.data as GlanceBody,
    coverageTypes: async (query: Query = {}): Promise<CoverageTypesBody> =>
      (await get('coverage/types', query)).body.data as CoverageTypesBody,
    page,
    /** The whole list, page by page. */
    rows: async (query: Query = {}, pageSize = 100): Promise<readonly InventoryRow[]> => {
      const rows: InventoryRow[] = [];
      for (let number = 1; ; number += 1) {
        const { data, meta } = await page({ ...query, page: number, pageSize });
        rows.push(...data);
        if (number >= meta.pagination.pageCount) return rows;
      }
    },
    csv: async (name: string, query: Query = {}): Promise<string> => (await get(`exports/${name}`, query)).text,
  };
};

export type Reader = ReturnType<typeof reader>;

const defined = (query: Query): Record<string, string | number> =>
  Object.fromEntries(Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));

/** How many of some rows are of each content type. */
export const typesOf = (rows: readonly InventoryRow[]): Readonly<Record<string, number>> => {
  const types: Record<string, number> = {};
  for (const { uid } of rows) types[uid] = (types[uid] ?? 0) + 1;
  return types;
};
