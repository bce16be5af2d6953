import { randomUUID } from 'node:crypto';
import type { Host } from './host';

/** A permission of a role, as Strapi's role editor saves it. */
export interface Grant {
  readonly action: string;
  readonly subject?: string;
  readonly fields?: readonly string[];
  readonly locales?: readonly string[];
  readonly conditions?: readonly string[];
}

export interface TestUser {
  readonly id: number;
  /** A session's token. */
  readonly token: string;
}

let count = 0;

/** Signs in a new super admin. */
export const superAdmin = async (host: Host): Promise<TestUser> => {
  const role = await host.strapi.service('admin::role').getSuperAdmin();
  return signIn(host, [Number(role.id)], 'Super');
};

/** Signs in a new user whose only role has exactly these permissions. */
export const userWith = (host: Host, grants: readonly Grant[], firstname = 'Edith'): Promise<TestUser> =>
  userWithRoles(host, [grants], firstname);

/** Signs in a new user with several roles. */
export const userWithRoles = async (
  host: Host,
  roles: readonly (readonly Grant[])[],
  firstname = 'Edith'
): Promise<TestUser> => {
  const ids: number[] = [];
  for (const grants of roles) ids.push(await roleWith(host, grants));
  return signIn(host, ids, firstname);
};

const roleWith = async (host: Host, grants: readonly Grant[]): Promise<number> => {
  count += 1;
  const role = await host.strapi.service('admin::role').create({ name: `Role ${count}`, description: '' });
  const permissions = grants.map(({ action, subject = null, fields, locales, conditions = [] }) => ({
    action,
    subject,
    properties: { ...(fields && { fields }), ...(locales && { locales }) },
    conditions,
  }));
  await host.strapi.service('admin::role').assignPermissions(role.id, permissions);
  return Number(role.id);
};

/** Without a password: Strapi takes its time over each on purpose, and more of it than most tests. */
const signIn = async ({ strapi }: Host, roles: readonly number[], firstname: string): Promise<TestUser> => {
  count += 1;
  const user = await strapi.service('admin::user').create({
    email: `user-${count}@example.com`,
    firstname,
    lastname: `Test ${count}`,
    roles: [...roles],
    isActive: true,
  });
  const sessions = strapi.sessionManager('admin');
  const { token } = await sessions.generateRefreshToken(String(user.id), randomUUID(), { type: 'session' });
  const access = await sessions.generateAccessToken(token);
  if (!('token' in access)) throw new Error(`no session: ${access.error}`);
  return { id: user.id, token: access.token };
};
