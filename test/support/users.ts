import supertest from 'supertest';
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

const PASSWORD = 'Content-Strategy-1';
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

const signIn = async (host: Host, roles: readonly number[], firstname: string): Promise<TestUser> => {
  count += 1;
  const email = `user-${count}@example.com`;
  const user = await host.strapi.service('admin::user').create({
    email,
    password: PASSWORD,
    firstname,
    lastname: `Test ${count}`,
    roles: [...roles],
    isActive: true,
  });
  const response = await supertest(host.strapi.server.httpServer)
    .post('/admin/login')
    .send({ email, password: PASSWORD });
  if (response.status !== 200) throw new Error(`login failed: ${response.text}`);
  return { id: user.id, token: response.body.data.token };
};
