import type { Core } from '@strapi/strapi';
import { hostTypes } from './content-types';

/** A core action of the REST API that reads entries of a type. */
export interface RestRead {
  readonly uid: string;
  readonly action: 'find' | 'findOne';
}

/** Which entries a route reads, or `null` where it does not: other routes answer what their authors want. */
export const restRead = (strapi: Core.Strapi, { method, handler, info }: Core.Route): RestRead | null => {
  if (method !== 'GET' || typeof handler !== 'string') return null;
  const prefix = info.apiName === undefined ? `plugin::${String(info.pluginName)}.` : `api::${info.apiName}.`;
  const full = handler.startsWith(prefix) ? handler : prefix + handler;
  const at = full.lastIndexOf('.');
  const [uid, action] = [full.slice(0, at), full.slice(at + 1)];
  if (action !== 'find' && action !== 'findOne') return null;
  return hostTypes(strapi).has(uid) ? { uid, action } : null;
};
