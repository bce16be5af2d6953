import type { Core } from '@strapi/strapi';
import type { UserAbility } from './access';
import { hasDrafts } from './content-types';

/**
 * Those of a type's documents that the user may read in the Content Manager, by its own query: the role's conditions
 * and locales hold, and rows are the ones it lists, drafts where the type has them.
 */
export const readableDocuments = async (
  strapi: Core.Strapi,
  userAbility: UserAbility,
  uid: string,
  documentIds: readonly string[]
): Promise<ReadonlySet<string>> => {
  const checkers = strapi.plugin('content-manager').service<PermissionCheckers>('permission-checker');
  const checker = checkers.create({ userAbility, model: uid });
  if (documentIds.length === 0 || checker.cannot.read()) return new Set();
  const query = await checker.sanitizedQuery.read({});
  const found: readonly { readonly documentId: string }[] = await strapi.db.query(uid).findMany({
    where: {
      $and: [
        query.filters ?? {},
        { documentId: { $in: [...documentIds] } },
        ...(hasDrafts(strapi, uid) ? [{ publishedAt: { $null: true } }] : []),
      ],
    },
    select: ['documentId'],
  });
  return new Set(found.map(({ documentId }) => documentId));
};

/** The part of the Content Manager's own service that is used here. */
interface PermissionCheckers {
  readonly create: (options: { readonly userAbility: UserAbility; readonly model: string }) => {
    readonly cannot: { readonly read: () => boolean };
    readonly sanitizedQuery: { readonly read: (query: object) => Promise<{ readonly filters?: object }> };
  };
}
