import type { Core } from '@strapi/strapi';
import { site } from './site';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    strapi.server.use(site(strapi));
  },
};
