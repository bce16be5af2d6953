import type { Core } from '@strapi/strapi';
import { service } from './services';

/** When the host stops. */
export const destroy = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  service(strapi, 'schedule').stop();
  await service(strapi, 'consumption').stop();
  await service(strapi, 'deliveries').stop();
  await service(strapi, 'audit').stop();
  await service(strapi, 'analytics').stop();
  await service(strapi, 'placing').stop();
};
