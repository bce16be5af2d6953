import type { Core, UID } from '@strapi/strapi';
import type { EntryDays } from './days';
import { isLocalized } from './localized';

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
  const { tableName } = strapi.db.metadata.get(uid);
  const where = { document_id: documentId, ...(isLocalized(strapi, uid) ? { locale } : {}) };
  const rows = () => strapi.db.connection(tableName).where(where);
  await rows().whereNull('published_at').update({ created_at: created, updated_at: edited });
  await rows()
    .whereNotNull('published_at')
    .update({ created_at: created, updated_at: published, published_at: published });
};
