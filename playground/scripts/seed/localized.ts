import type { Core, Struct, UID } from '@strapi/strapi';

/** Whether a type has translations: its rows carry a locale. */
export const isLocalized = (strapi: Core.Strapi, uid: string): boolean => {
  const type: Struct.ContentTypeSchema | undefined = strapi.contentTypes[uid as UID.ContentType];
  return (type?.pluginOptions?.['i18n'] as { localized?: boolean } | undefined)?.localized === true;
};
