import type { Core, UID } from '@strapi/strapi';
import type { EntryDays } from './days';

/**
 * Gives one version of an entry its past. Draft and published row keep the same last edit unless the entry has edits
 * that are not published: Strapi calls an entry modified when the draft is the younger one.
 */
export const backDate = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
  { created, published, edited }: EntryDays,
  locale = 'en'
): Promise<void> => {
  const { tableName, attributes } = strapi.db.metadata.get(uid);
  // Types without translations have no locale in their rows.
  const { i18n } = strapi.contentTypes[uid]?.pluginOptions ?? {};
  const localized = (i18n as { localized?: boolean } | undefined)?.localized === true && 'locale' in attributes;
  const where = { document_id: documentId, ...(localized ? { locale } : {}) };
  const rows = () => strapi.db.connection(tableName).where(where);
  await rows().whereNull('published_at').update({ created_at: created, updated_at: edited });
  await rows()
    .whereNotNull('published_at')
    .update({ created_at: created, updated_at: published, published_at: published });
};
