import type { Core } from '@strapi/strapi';
import { hostService } from '../host-services';
import { isLocalized } from './localized';

/** Strapi's own role of that code. */
export const roleId = async (strapi: Core.Strapi, code: string): Promise<number> => {
  const role = (await strapi.db.query('admin::role').findOne({ where: { code } })) as { id: number };
  return role.id;
};

/** Strapi's editor writes everything in both languages; here it sees coverage and places entries too. */
export const completeEditorRole = async (strapi: Core.Strapi): Promise<number> => {
  const editor = await roleId(strapi, 'strapi-editor');
  for (const { id, subject, properties } of await contentPermissions(strapi)) {
    if (!isLocalized(strapi, subject)) continue;
    const data = { properties: { ...properties, locales: LOCALES } };
    await strapi.db.query('admin::permission').update({ where: { id }, data });
  }
  await allow(strapi, editor, ['read', 'tag']);
  return editor;
};

/** Reads everything, places, audits and exports; changes neither content nor settings. */
export const addStrategistRole = async (strapi: Core.Strapi): Promise<number> => {
  const data = { name: 'Strategist', code: 'strategist', description: 'Reads the library, places, audits, exports.' };
  const { id } = (await strapi.db.query('admin::role').create({ data })) as { id: number };
  const readable = (await contentPermissions(strapi)).filter(({ action }) => action === READ);
  await hostService(strapi, 'admin::role').addPermissions(
    id,
    readable.map(({ action, subject, properties }) => ({ action, subject, properties, conditions: [] }))
  );
  await allow(strapi, id, ['read', 'tag', 'audit', 'export']);
  return id;
};

const READ = 'plugin::content-manager.explorer.read';
const LOCALES = ['en', 'de'];

interface ContentPermission {
  readonly id: number;
  readonly action: string;
  readonly subject: string;
  readonly properties: object;
}

const contentPermissions = async (strapi: Core.Strapi): Promise<readonly ContentPermission[]> =>
  (await strapi.db.query('admin::permission').findMany({
    where: { role: { code: 'strapi-editor' }, action: { $startsWith: 'plugin::content-manager.explorer.' } },
  })) as readonly ContentPermission[];

const allow = async (strapi: Core.Strapi, role: number, actions: readonly string[]): Promise<void> => {
  const permissions = actions
    .map((action) => `plugin::content-strategy.${action}`)
    .filter((action) => hostService(strapi, 'admin::permission').actionProvider.has(action))
    .map((action) => ({ action, subject: null, properties: {}, conditions: [] }));
  await hostService(strapi, 'admin::role').addPermissions(role, permissions);
};
