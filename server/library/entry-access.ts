import type { Core } from '@strapi/strapi';
import type { UserAbility } from './access';
import { hasDrafts, isOnHost } from './content-types';

/**
 * What the rows of a type have to meet for the user to read them in the Content Manager, by its own query: the role's
 * conditions and locales hold, and rows are the ones it lists, drafts where the type has them. `null`: may read none,
 * or the type has left the host.
 */
export const readableRows = async (
  strapi: Core.Strapi,
  userAbility: UserAbility,
  uid: string
): Promise<object | null> => {
  if (!isOnHost(strapi, uid)) return null;
  const checkers = strapi.plugin('content-manager').service<PermissionCheckers>('permission-checker');
  const checker = checkers.create({ userAbility, model: uid });
  if (checker.cannot.read()) return null;
  const { filters = {} } = await checker.sanitizedQuery.read({});
  return { $and: [filters, shownRows(strapi, uid)] };
};

/** Drafts where the type has them: what editors see. */
export const shownRows = (strapi: Core.Strapi, uid: string): object =>
  hasDrafts(strapi, uid) ? { publishedAt: { $null: true } } : {};

/** Those of a type's documents of which the user may read a version. */
export const readableDocuments = async (...asked: Parameters<typeof versionsAmong>): Promise<ReadonlySet<string>> =>
  new Set((await versionsAmong(...asked)).map(({ documentId }) => documentId));

/** Those of their versions that the user may read, as `documentId locale`; `locale` `''` for types without locales. */
export const readableVersions = async (...asked: Parameters<typeof versionsAmong>): Promise<ReadonlySet<string>> =>
  new Set((await versionsAmong(...asked)).map(({ documentId, locale }) => versionOf(documentId, locale)));

const versionsAmong = async (
  strapi: Core.Strapi,
  userAbility: UserAbility,
  uid: string,
  documentIds: readonly string[]
): Promise<readonly { readonly documentId: string; readonly locale: string | null }[]> => {
  const readable = documentIds.length === 0 ? null : await readableRows(strapi, userAbility, uid);
  if (readable === null) return [];
  return strapi.db.query(uid).findMany({
    where: { $and: [readable, { documentId: { $in: [...documentIds] } }] },
    select: ['documentId', 'locale'],
  });
};

/** A version as `readableVersions` names it. */
export const versionOf = (documentId: string, locale: string | null): string => `${documentId} ${locale ?? ''}`;

/** The part of the Content Manager's own service that is used here. */
interface PermissionCheckers {
  readonly create: (options: { readonly userAbility: UserAbility; readonly model: string }) => {
    readonly cannot: { readonly read: () => boolean };
    readonly sanitizedQuery: { readonly read: (query: object) => Promise<{ readonly filters?: object }> };
  };
}
