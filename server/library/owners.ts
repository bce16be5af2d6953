import type { Core } from '@strapi/strapi';
import type { OwnerFacts } from '../core/audit/facts';

/** The admin users of the host by id, read once per audit: a blocked or inactive one has left. */
export const readOwners = async (strapi: Core.Strapi): Promise<ReadonlyMap<number, OwnerFacts>> => {
  const users: readonly AdminUser[] = await strapi.db.query('admin::user').findMany({
    select: ['id', 'firstname', 'lastname', 'username', 'email', 'blocked', 'isActive'],
  });
  return new Map(
    users.map((user) => {
      const id = Number(user.id);
      const gone = user.blocked === true || user.isActive === false;
      return [id, { id, name: nameOf(user), state: gone ? 'blocked' : 'active' }];
    })
  );
};

const nameOf = ({ firstname, lastname, username, id }: AdminUser): string => {
  const full = [firstname, lastname].filter(Boolean).join(' ');
  return full || username || `User ${id}`;
};

interface AdminUser {
  readonly id: number | string;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly username: string | null;
  readonly blocked: boolean | null;
  readonly isActive: boolean | null;
}
