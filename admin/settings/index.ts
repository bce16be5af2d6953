import type { StrapiApp } from '@strapi/strapi/admin';
import { PLUGIN_ID, actionUid } from '../../server/core/actions';
import { SETTINGS_LINKS } from './pages';

const permissions = [{ action: actionUid('settings'), subject: null }];

/** Settings → Content Strategy: four pages, each loaded when first opened. */
export const addSettings = (app: StrapiApp): void =>
  app.addSettingsLink(
    { id: PLUGIN_ID, intlLabel: { id: `${PLUGIN_ID}.plugin.name`, defaultMessage: 'Content Strategy' } },
    [
      {
        id: `${PLUGIN_ID}.personas`,
        to: SETTINGS_LINKS.personas,
        intlLabel: { id: `${PLUGIN_ID}.settings.personas`, defaultMessage: 'Personas' },
        permissions,
        Component: () => import('./personas/PersonasPage').then((page) => ({ default: page.PersonasPage })),
      },
      {
        id: `${PLUGIN_ID}.stages`,
        to: SETTINGS_LINKS.stages,
        intlLabel: { id: `${PLUGIN_ID}.settings.stages`, defaultMessage: 'Stages' },
        permissions,
        Component: () => import('./stages/StagesPage').then((page) => ({ default: page.StagesPage })),
      },
      {
        id: `${PLUGIN_ID}.rules`,
        to: SETTINGS_LINKS.rules,
        intlLabel: { id: `${PLUGIN_ID}.settings.rules`, defaultMessage: 'Rules' },
        permissions,
        Component: () => import('./rules/RulesPage').then((page) => ({ default: page.RulesPage })),
      },
      {
        id: `${PLUGIN_ID}.content-types`,
        to: SETTINGS_LINKS.contentTypes,
        intlLabel: { id: `${PLUGIN_ID}.settings.contentTypes`, defaultMessage: 'Content types' },
        permissions,
        Component: () =>
          import('./content-types/ContentTypesPage').then((page) => ({ default: page.ContentTypesPage })),
      },
    ]
  );
