import type { Core } from '@strapi/strapi';
import { PRODUCTS, STAFF } from '../../sample/people';
import type { StaffKey } from '../../sample/types';
import { hostService } from '../host-services';
import { backDate } from './back-date';
import { daysOf } from './days';
import { addStrategistRole, completeEditorRole, roleId } from './roles';

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

/** The demo's super admin, made once; its id. */
export const ensureAdmin = async (strapi: Core.Strapi): Promise<number> => {
  const known = (await strapi.db.query('admin::user').findOne({ where: { email: ADMIN } })) as { id: number } | null;
  return known?.id ?? addUser(strapi, ADMIN, 'Ada', 'Admin', await roleId(strapi, 'strapi-super-admin'));
};

/** The super admin, the team that made the content (one has left and is blocked), and two users with fewer rights. */
export const addPeople = async (strapi: Core.Strapi, today: Date): Promise<People> => {
  await ensureAdmin(strapi);
  const editor = await completeEditorRole(strapi);
  const strategist = await addStrategistRole(strapi);
  const [editorMail, strategistMail] = TRIAL_USERS;
  await addUser(strapi, editorMail, 'Eddie', 'Editor', editor);
  await addUser(strapi, strategistMail, 'Stella', 'Strategist', strategist);
  const users: [string, number][] = [];
  const authors: [string, string][] = [];
  for (const [key, { firstname, lastname, role, left }] of Object.entries(STAFF)) {
    users.push([key, await addUser(strapi, `${key}@example.com`, firstname, lastname, editor, left)]);
    const data = { name: `${firstname} ${lastname}`, role, email: `${key}@example.com`, left, bio: bioOf(role, left) };
    const author = await strapi.documents('api::author.author').create({ data });
    await backDate(strapi, 'api::author.author', author.documentId, daysOf({ slug: key, ...RECORDS }, today));
    authors.push([key, author.documentId]);
  }
  return {
    users: Object.fromEntries(users) as People['users'],
    authors: Object.fromEntries(authors) as People['authors'],
  };
};

/** The categories; the document ID of each by its slug. */
export const addProducts = async (strapi: Core.Strapi, today: Date): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>();
  for (const data of PRODUCTS) {
    const { documentId } = await strapi.documents('api::product.product').create({ data: { ...data } });
    await backDate(strapi, 'api::product.product', documentId, daysOf({ ...data, ...RECORDS }, today));
    ids.set(data.slug, documentId);
  }
  return ids;
};

/** Months since records of authors and products were made and last touched. */
const RECORDS = { created: 58, edited: 20 };

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
    ...{ email, firstname, lastname, blocked, isActive: !blocked },
    ...{ password: PASSWORD, registrationToken: null, roles: [role] },
  });
  return user.id;
};
