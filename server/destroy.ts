import type { Core } from '@strapi/strapi';

/** When the host stops. */
export const destroy = async ({ strapi: _strapi }: { strapi: Core.Strapi }): Promise<void> => {};
