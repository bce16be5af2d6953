import type { Core } from '@strapi/strapi';
import type { OwnerFacts } from '../core/audit/facts';
import { userName, type NamedUser } from '../core/user-name';

/** The admin users of the host by id, read once per audit: a blocked or inactive one has left. */
export const readOwners = async (strapi: Core.Strapi): Promise<ReadonlyMap<number, OwnerFacts>> => {
  const users: readonly AdminUser[] = await strapi.db.query('admin::user').findMany({
    select: ['id', 'firstname', 'lastname', 'username', 'email', 'blocked', 'isActive'],
  });
  return new Map(
    users.map((user) => {
      const id = Number(user.id);
      const gone = user.blocked === true || user.isActive === false;
      return [id, { id, name: userName(user) ?? `User ${id}`, state: gone ? 'blocked' : 'active' }];
    })
  );
};

/** Names of some admin users by id; those that are gone are absent. */
export const readUserNames = async (
  strapi: Core.Strapi,
  ids: readonly number[]
): Promise<ReadonlyMap<number, string>> => {
  const users = (await strapi.db.query('admin::user').findMany({
    where: { id: { $in: [...ids] } },
    select: ['id', 'firstname', 'lastname', 'username'],
  })) as readonly (NamedUser & { readonly id: number })[];
  return new Map(users.map((user) => [user.id, userName(user) ?? '']));
};

interface AdminUser extends NamedUser {
  readonly id: number | string;
  readonly blocked: boolean | null;
  readonly isActive: boolean | null;
}
