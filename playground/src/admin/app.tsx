import type { StrapiApp } from '@strapi/strapi/admin';

/** The admin of the demo: one more language, and nothing that asks another server for news. */
export default {
  config: { locales: ['de'], tutorials: false, notifications: { releases: false } },
  bootstrap(_app: StrapiApp) {},
};
