import { as, type Host } from './host';
import { LANDING_PAGE } from './library';

/** One version as a user's own lists in the Content Manager show it. `title` is `undefined` where the field is hidden. */
export interface SeenVersion {
  readonly uid: string;
  readonly documentId: string;
  readonly locale: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

type Listed = readonly { readonly uid: string; readonly locales: readonly string[] }[];

/** Every version of the given types that the Content Manager lists for a user: what the plugin may show, and no more. */
export const seenInContentManager = async (
  host: Host,
  token: string,
  types: Listed,
  status: 'draft' | 'published' = 'draft'
): Promise<readonly SeenVersion[]> => {
  const seen: SeenVersion[] = [];
  for (const { uid, locales } of types) {
    for (const locale of locales.length === 0 ? [null] : locales) {
      for (const fields of await listOf(host, token, uid, locale, status)) {
        seen.push({ uid, documentId: String(fields['documentId']), locale, fields });
      }
    }
  }
  return seen;
};

/** Those of them that are also listed as they are published, where they are: facts are of what is published. */
export const seenAsPublished = async (host: Host, token: string, types: Listed): Promise<readonly SeenVersion[]> => {
  const named = ({ uid, documentId, locale }: Omit<SeenVersion, 'fields'>): string => `${uid} ${documentId} ${locale}`;
  const published = new Set<string>();
  for (const { uid, locales } of types) {
    const rows = await host.strapi.db.query(uid).findMany({ where: { publishedAt: { $notNull: true } } });
    for (const { documentId, locale } of rows as readonly { documentId: string; locale: string | null }[])
      published.add(named({ uid, documentId, locale: locales.length === 0 ? null : locale }));
  }
  const shown = new Set((await seenInContentManager(host, token, types, 'published')).map(named));
  return (await seenInContentManager(host, token, types)).filter(
    (version) => !published.has(named(version)) || shown.has(named(version))
  );
};

type Fields = Readonly<Record<string, unknown>>;

const listOf = async (
  host: Host,
  token: string,
  uid: string,
  locale: string | null,
  row: string
): Promise<readonly Fields[]> => {
  const kind = uid === LANDING_PAGE ? 'single-types' : 'collection-types';
  const { status, body } = await as(host, token)
    .get(`/content-manager/${kind}/${uid}`)
    .query({ pageSize: 100, status: row, ...(locale !== null && { locale }) });
  if (status === 403 || status === 404) return [];
  if (status !== 200) throw new Error(`the Content Manager answers ${status}: ${JSON.stringify(body)}`);
  return kind === 'single-types' ? [body.data as Fields] : (body.results as readonly Fields[]);
};
