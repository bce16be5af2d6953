import type { StrapiApp } from '@strapi/strapi/admin';
import { PLUGIN_ID, actionUid } from '../server/core/actions';
import { PluginIcon } from './components/PluginIcon';
import { extendContentManager } from './content-manager';
import { AuditedTypesInitializer } from './content-manager/AuditedTypesInitializer';
import { addSettings } from './settings';

/** What Strapi's admin loads on every page: links and lazy imports only, so that nobody pays for pages not opened. */
export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: PluginIcon,
      intlLabel: { id: `${PLUGIN_ID}.plugin.name`, defaultMessage: 'Content Strategy' },
      permissions: [{ action: actionUid('read'), subject: null }],
      Component: () => import('./pages/App').then(({ App }) => ({ default: App })),
    });
    addSettings(app);
    app.registerPlugin({
      id: PLUGIN_ID,
      name: 'Content Strategy',
      initializer: AuditedTypesInitializer,
      isReady: false,
    });
  },

  // The Content Manager has registered by then, whatever the order of plugins.
  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>) {
    extendContentManager(app);
  },

  async registerTrads({ locales }: { locales: string[] }) {
    return Promise.all(
      locales.map(async (locale) => ({ locale, data: locale === 'en' ? prefixed(await loadEnglish()) : {} }))
    );
  },
};

const loadEnglish = async (): Promise<Record<string, string>> => (await import('./translations/en.json')).default;

const prefixed = (texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]));
