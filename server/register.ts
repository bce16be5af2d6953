import type { Core } from '@strapi/strapi';
import type { PluginConfig } from './config';
import { PLUGIN_ID } from './core/actions';
import { followDocuments } from './documents';
import { filterLists } from './list-filters';
import { guardPublishing } from './publishing';
import { contentApiRoutes, routes } from './routes';
import { serveByTags } from './serving';

/** Before the database exists: only what must be in place when documents are written. */
export const register = ({ strapi }: { strapi: Core.Strapi }): void => {
  const { serving } = strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`);
  strapi.documents.use(followDocuments(strapi));
  strapi.documents.use(guardPublishing(strapi));
  filterLists(strapi);
  if (serving.filters) serveByTags(strapi);
  if (serving.journeys) addContentApi(strapi);
};

/** Strapi offers a route's permission in its settings once the route is there, and only then. */
const addContentApi = (strapi: Core.Strapi): void => {
  Object.assign(strapi.plugin(PLUGIN_ID), {
    routes: {
      admin: { type: 'admin', routes },
      'content-api': { type: 'content-api', routes: contentApiRoutes },
    },
  });
};
