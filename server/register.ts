import type { Core } from '@strapi/strapi';
import { followDocuments } from './documents';

/** Before the database exists: only what must be in place when documents are written. */
export const register = ({ strapi }: { strapi: Core.Strapi }): void => {
  strapi.documents.use(followDocuments(strapi));
};
