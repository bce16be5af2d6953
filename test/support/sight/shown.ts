import { as, type Host } from '../host';
import { ARTICLE, GUIDE, LANDING_PAGE } from '../library';
import { rest } from '../rest';
import type { Grant, TestUser } from '../users';

export const CATEGORY = 'api::category.category';
export const AUTHOR = 'api::author.author';
export const FILES = 'plugin::upload.file';
export const USERS = 'admin::user';
export const LOCALES = ['en', 'de', 'fr'] as const;

/** What Strapi's own admin shows to a user: its lists of the Content Manager, the Media Library and the users. */
export interface Sight extends Seen {
  readonly user: TestUser;
}

/** What lists of the host's own answer to somebody. */
export interface Seen {
  readonly grants: readonly Grant[];
  /** All that the lists of a type answer. */
  readonly shown: (uid: string) => string;
  /** Whether one of them has the entry. */
  readonly reads: (uid: string, documentId: string) => boolean;
}

/** Asks Strapi for all of it; nothing of the plugin has a part in it. */
export const sightOf = async (host: Host, user: TestUser, grants: readonly Grant[]): Promise<Sight> => {
  const get = async (path: string, query: object): Promise<string> => {
    const { status, text } = await as(host, user.token)
      .get(path)
      .query({ pageSize: 100, ...query });
    if (![200, 403, 404].includes(status)) throw new Error(`${path} answers ${status}: ${text}`);
    return status === 200 ? text : '';
  };
  const texts = new Map<string, string>();
  const ids = new Set<string>();
  for (const uid of [ARTICLE, GUIDE, LANDING_PAGE, CATEGORY, AUTHOR]) {
    const path = `/content-manager/${uid === LANDING_PAGE ? 'single-types' : 'collection-types'}/${uid}`;
    const isLocalized = [ARTICLE, LANDING_PAGE].includes(uid);
    for (const locale of isLocalized ? LOCALES : [undefined]) {
      const drafts = await get(path, { locale });
      for (const [, id = ''] of drafts.matchAll(/"documentId":"([^"]+)"/g)) ids.add(`${uid} ${id}`);
      const published = isLocalized ? await get(path, { locale, status: 'published' }) : '';
      texts.set(uid, `${texts.get(uid) ?? ''}${drafts}${published}`);
    }
  }
  texts.set(FILES, await get('/upload/files', {}));
  texts.set(USERS, await get('/admin/users', {}));
  const all = [...texts.values()].join('\n').toLowerCase();
  return {
    user,
    grants,
    // Users sign what they write, in every list.
    shown: (uid) => (uid === USERS ? all : (texts.get(uid) ?? '').toLowerCase()),
    reads: (uid, documentId) => ids.has(`${uid} ${documentId}`),
  };
};

/** What the host's own content API serves to a token, or to anybody: the lists that `OPEN_HOOKED` asks by tags. */
export const servedTo = async (host: Host, token: string | undefined): Promise<Seen> => {
  let all = '';
  for (const path of ['articles', 'guides']) {
    const { status, text } = await rest(host, token).get(path, { 'pagination[pageSize]': 100 });
    if (status === 200) all += text.toLowerCase();
  }
  return { grants: [], shown: () => all, reads: (_uid, documentId) => all.includes(documentId.toLowerCase()) };
};
