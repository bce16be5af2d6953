import type { Core } from '@strapi/strapi';
import { PRODUCTS, STAFF } from '../../sample/people';
import type { StaffKey } from '../../sample/types';
import { hostService } from '../host-services';

/** Every user of the demo has it. */
export const PASSWORD = 'ContentStrategy1';
export const ADMIN = 'admin@example.com';

/** Users to try permissions with, beside the super admin. */
export const TRIAL_USERS = ['editor@example.com', 'strategist@example.com'] as const;

export interface People {
  /** Ids of the admin users who made the content. */
  readonly users: Readonly<Record<StaffKey, number>>;
  /** Document IDs of the author collection. */
  readonly authors: Readonly<Record<StaffKey, string>>;
}

/** The super admin, the team that made the content (one has left and is blocked), and two users with fewer rights. */
export const addPeople = async (strapi: Core.Strapi): Promise<People> => {
  const superAdmin = await roleId(strapi, 'strapi-super-admin');
  const editor = await roleId(strapi, 'strapi-editor');
  await addUser(strapi, ADMIN, 'Ada', 'Admin', superAdmin);
  await allow(strapi, editor, ['read', 'tag']);
  await addUser(strapi, 'editor@example.com', 'Eddie', 'Editor', editor);
  await addUser(strapi, 'strategist@example.com', 'Stella', 'Strategist', await addStrategistRole(strapi));
  const users: [string, number][] = [];
  const authors: [string, string][] = [];
  for (const [key, { firstname, lastname, role, left }] of Object.entries(STAFF)) {
    users.push([key, await addUser(strapi, `${key}@example.com`, firstname, lastname, editor, left)]);
    const data = { name: `${firstname} ${lastname}`, role, email: `${key}@example.com`, left, bio: bioOf(role, left) };
    authors.push([key, (await strapi.documents('api::author.author').create({ data })).documentId]);
  }
  return {
    users: Object.fromEntries(users) as People['users'],
    authors: Object.fromEntries(authors) as People['authors'],
  };
};

/** The categories; the document ID of each by its slug. */
export const addProducts = async (strapi: Core.Strapi): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>();
  for (const data of PRODUCTS) {
    ids.set(data.slug, (await strapi.documents('api::product.product').create({ data: { ...data } })).documentId);
  }
  return ids;
};

const bioOf = (role: string, left: boolean): string =>
  left ? `${role} at Pennant until last year.` : `${role} at Pennant. Likes short sentences.`;

const addUser = async (
  strapi: Core.Strapi,
  email: string,
  firstname: string,
  lastname: string,
  role: number,
  blocked = false
): Promise<number> => {
  const user = await hostService(strapi, 'admin::user').create({
    email,
    firstname,
    lastname,
    password: PASSWORD,
    isActive: !blocked,
    blocked,
    registrationToken: null,
    roles: [role],
  });
  return user.id;
};

const roleId = async (strapi: Core.Strapi, code: string): Promise<number> => {
  const role = (await strapi.db.query('admin::role').findOne({ where: { code } })) as { id: number };
  return role.id;
};

/** Reads everything, places, audits and exports; changes neither content nor settings. */
const addStrategistRole = async (strapi: Core.Strapi): Promise<number> => {
  const data = {
    name: 'Strategist',
    code: 'strategist',
    description: 'Reads the library, places, audits and exports.',
  };
  const { id } = (await strapi.db.query('admin::role').create({ data })) as { id: number };
  const readable = (await strapi.db.query('admin::permission').findMany({
    where: { action: 'plugin::content-manager.explorer.read', role: { code: 'strapi-editor' } },
  })) as readonly { action: string; subject: string; properties: object; conditions: readonly string[] }[];
  await hostService(strapi, 'admin::role').addPermissions(
    id,
    readable.map(({ action, subject, properties, conditions }) => ({ action, subject, properties, conditions }))
  );
  await allow(strapi, id, ['read', 'tag', 'audit', 'export']);
  return id;
};

const allow = async (strapi: Core.Strapi, role: number, actions: readonly string[]): Promise<void> => {
  const permissions = actions
    .map((action) => `plugin::content-strategy.${action}`)
    .filter((action) => hostService(strapi, 'admin::permission').actionProvider.has(action))
    .map((action) => ({ action, subject: null, properties: {}, conditions: [] }));
  await hostService(strapi, 'admin::role').addPermissions(role, permissions);
};
