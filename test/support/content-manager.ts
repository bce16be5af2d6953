import { as, type Host } from './host';
import { LANDING_PAGE } from './library';

/** One version as a user's own lists in the Content Manager show it. `title` is `undefined` where the field is hidden. */
export interface SeenVersion {
  readonly uid: string;
  readonly documentId: string;
  readonly locale: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Every version of the given types that the Content Manager lists for a user: what the plugin may show, and no more. */
export const seenInContentManager = async (
  host: Host,
  token: string,
  types: readonly { readonly uid: string; readonly locales: readonly string[] }[]
): Promise<readonly SeenVersion[]> => {
  const seen: SeenVersion[] = [];
  for (const { uid, locales } of types) {
    for (const locale of locales.length === 0 ? [null] : locales) {
      for (const fields of await listOf(host, token, uid, locale)) {
        seen.push({ uid, documentId: String(fields['documentId']), locale, fields });
      }
    }
  }
  return seen;
};

type Fields = Readonly<Record<string, unknown>>;

const listOf = async (host: Host, token: string, uid: string, locale: string | null): Promise<readonly Fields[]> => {
  const kind = uid === LANDING_PAGE ? 'single-types' : 'collection-types';
  const { status, body } = await as(host, token)
    .get(`/content-manager/${kind}/${uid}`)
    .query({ pageSize: 100, ...(locale !== null && { locale }) });
  if (status === 403 || status === 404) return [];
  if (status !== 200) throw new Error(`the Content Manager answers ${status}: ${JSON.stringify(body)}`);
  return kind === 'single-types' ? [body.data as Fields] : (body.results as readonly Fields[]);
};
