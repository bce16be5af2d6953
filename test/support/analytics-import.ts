import type { AnalyticsBody, AnalyticsQuery } from '../../server/core/analytics-api';
import { as, type Host } from './host';

export interface AnalyticsAnswer {
  readonly status: number;
  readonly body: { readonly error?: { readonly message: string; readonly details: Readonly<Record<string, unknown>> } };
  /** Of an import that was answered. */
  readonly data: AnalyticsBody;
}

/** Sends a file of analytics as the Import page does. */
export const analyticsImporter =
  (host: Host, token: string) =>
  async (file: string | Uint8Array, query: AnalyticsQuery = {}): Promise<AnalyticsAnswer> => {
    const { status, body } = await as(host, token)
      .post('/content-strategy/imports/analytics')
      .query(query)
      .attach('file', Buffer.from(file as string), 'ga4.csv');
    return { status, body, data: (body as { data: AnalyticsBody }).data };
  };

export type AnalyticsImporter = ReturnType<typeof analyticsImporter>;

/** Forgets every import, what it counted, and what people said of paths. */
export const forgetImports = async ({ strapi }: Host): Promise<void> => {
  const db = strapi.db.connection;
  for (const table of ['imports', 'scopes', 'obstacles', 'paths']) await db(`cs_analytics_${table}`).delete();
  for (const table of ['cs_views', 'cs_path_overrides', 'cs_moved_sections']) await db(table).delete();
};

/** What of imports stands in the database and counts, by document ID and locale. */
export const countedViews = async ({ strapi }: Host): Promise<Readonly<Record<string, number>>> => {
  const db = strapi.db.connection;
  const counted: readonly { id: number }[] = await db('cs_analytics_imports').where({ state: 'counted' }).select('id');
  const rows: readonly { document_id: string; locale: string; views: number | string }[] = await db('cs_views')
    .whereIn(
      'source',
      counted.map(({ id }) => `import:${id}`)
    )
    .select('document_id', 'locale', 'views');
  const sums: Record<string, number> = {};
  for (const { document_id, locale, views } of rows) {
    const key = locale === '' ? document_id : `${document_id}.${locale}`;
    sums[key] = (sums[key] ?? 0) + Number(views);
  }
  return sums;
};
