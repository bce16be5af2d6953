import { PLUGIN_ID } from '../../server/core/actions';

/** Where each page of the settings lies, relative to Strapi's own settings, as Strapi wants its links. */
export const SETTINGS_LINKS = {
  personas: `${PLUGIN_ID}/personas`,
  stages: `${PLUGIN_ID}/stages`,
  rules: `${PLUGIN_ID}/rules`,
  contentTypes: `${PLUGIN_ID}/content-types`,
} as const;

/** Where the personas are edited, from any page. */
export const PERSONA_SETTINGS = `/settings/${SETTINGS_LINKS.personas}`;
