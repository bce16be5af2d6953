import type { Core } from '@strapi/strapi';
import { ACTIONS, PLUGIN_ID, type Action } from './core/actions';
import { service } from './services';
import { noticeImports } from './services/library-identity';
import { seedOnce } from './services/seed';
import { persistTables } from './stores/persisted-tables';
import { prepareTables } from './stores/schema';

const DISPLAY_NAMES = {
  read: 'See coverage, inventory and placements',
  tag: 'Place entries and decide about them',
  audit: 'Run and save audits',
  export: 'Export CSV',
  settings: 'Change personas, stages and content types',
} satisfies Record<Action, string>;

/** Once the database stands. */
export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const { actionProvider } = strapi.service('admin::permission') as Permissions;
  await actionProvider.registerMany(
    ACTIONS.map((action) => ({
      section: 'plugins',
      displayName: DISPLAY_NAMES[action],
      uid: action,
      pluginName: PLUGIN_ID,
    }))
  );
  await persistTables(strapi);
  await prepareTables(strapi);
  await seedOnce(strapi);
  await service(strapi, 'placing').recover();
  await noticeImports(strapi);
  service(strapi, 'analytics').start();
  await service(strapi, 'deliveries').start();
  await service(strapi, 'schedule').start();
};

/** The part of Strapi's own service that is used here. */
interface Permissions {
  readonly actionProvider: { readonly registerMany: (actions: readonly object[]) => Promise<void> };
}
