import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../core/actions';

/** Where front ends reach something of the plugin. */
export const publicPath = (strapi: Core.Strapi, name: string): string =>
  `${strapi.config.get<string>('api.rest.prefix', '/api')}/${PLUGIN_ID}/${name}`;
