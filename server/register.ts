import type { Core } from '@strapi/strapi';

/** Before the database exists: only what must be in place when documents are written. */
export const register = ({ strapi: _strapi }: { strapi: Core.Strapi }): void => {};
