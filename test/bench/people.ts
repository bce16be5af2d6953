import type { Core } from '@strapi/strapi';
import type { UserAbility } from '../../server/library/access';

/** What a new super admin may do and read. */
export const superAdmin = async (strapi: Core.Strapi): Promise<UserAbility> => {
  const role = await strapi.service('admin::role').getSuperAdmin();
  const user = await strapi.service('admin::user').create({
    email: 'bench@example.com',
    firstname: 'Bench',
    isActive: true,
    roles: [role.id],
  });
  return strapi.service('admin::permission').engine.generateUserAbility(user);
};
