import type { Core } from '@strapi/strapi';
import { guardBeacon } from './beacon';
import type { PluginConfig } from './config';
import { PLUGIN_ID } from './core/actions';
import { countDeliveries } from './deliveries';
import { followDocuments } from './documents';
import { filterLists } from './list-filters';
import { guardPublishing } from './publishing';
import { contentApiRoutes, routes } from './routes';
import { serveByTags } from './serving';
import { followUploads } from './uploads';

/** Before the database exists: only what must be in place when documents are written. */
export const register = ({ strapi }: { strapi: Core.Strapi }): void => {
  const config = strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`);
  const { serving, consumption, audit } = config;
  strapi.documents.use(followDocuments(strapi));
  strapi.documents.use(guardPublishing(strapi));
  if (audit.files) followUploads(strapi);
  filterLists(strapi);
  if (serving.filters) serveByTags(strapi);
  if (consumption.beacon) guardBeacon(strapi, consumption);
  if (consumption.deliveries) countDeliveries(strapi);
  const open = contentApiRoutes(config);
  if (open.length > 0) addContentApi(strapi, open);
};

/** Strapi offers a route's permission in its settings once the route is there, and only then. */
const addContentApi = (strapi: Core.Strapi, open: Core.RouteInput[]): void => {
  Object.assign(strapi.plugin(PLUGIN_ID), {
    routes: {
      admin: { type: 'admin', routes },
      'content-api': { type: 'content-api', routes: open },
    },
  });
};
