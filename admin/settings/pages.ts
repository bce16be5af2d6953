const ROOT = '/settings/content-strategy';

/** Where the settings live in Strapi's admin. */
export const SETTINGS_PAGES = {
  personas: `${ROOT}/personas`,
  stages: `${ROOT}/stages`,
  contentTypes: `${ROOT}/content-types`,
} as const;
