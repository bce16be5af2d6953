/** The plugin's id in Strapi: routes, permissions, translations. */
export const PLUGIN_ID = 'content-strategy';

/** What a role may be allowed to do, defined once for server and admin. */
export const ACTIONS = ['read', 'tag', 'audit', 'export', 'settings'] as const;
export type Action = (typeof ACTIONS)[number];

/** The permission's full uid, as stored in Strapi's roles. */
export const actionUid = (action: Action): string => `plugin::${PLUGIN_ID}.${action}`;
