import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { Refusal } from '../../core/refusal';
import type { UserAbility } from '../permission-rules';
import { FILE } from './models';

/** The files that a user may see: a subquery of their ids, boxed because a promise would run it; `null`: all of them. */
export type FileAccess = { readonly ids: Knex.QueryBuilder } | null;

/** What the Media Library itself shows to a user; refuses those to whom it shows nothing. */
export const fileAccess = (strapi: Core.Strapi, ability: UserAbility): FileAccess => {
  const permissions = (strapi.service('admin::permission') as Permissions).createPermissionsManager({
    ability,
    action: READ,
    model: FILE,
  });
  if (!permissions.isAllowed) {
    throw new Refusal('forbidden', 'Files are shown to those who may open the Media Library: ask for that permission.');
  }
  const { filters } = permissions.addPermissionsQueryTo({});
  if (filters === undefined || Object.keys(filters).length === 0) return null;
  return { ids: strapi.db.queryBuilder(FILE).where(filters).select('id').getKnexQuery() };
};

const READ = 'plugin::upload.read';

/** The part of Strapi's own service that is used here. */
interface Permissions {
  readonly createPermissionsManager: (options: {
    readonly ability: UserAbility;
    readonly action: string;
    readonly model: string;
  }) => {
    readonly isAllowed: boolean;
    readonly addPermissionsQueryTo: (query: object) => { readonly filters?: Readonly<Record<string, unknown>> };
  };
}
