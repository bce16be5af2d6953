import type { Core } from '@strapi/strapi';
import type { AuditedType } from './type-columns';

/** What a document is to a visitor: the locales in which it is published (`''` without locales); none of a draft. */
export type PublishedLocales = ReadonlyMap<string, ReadonlySet<string>>;

/** Which of some documents of a type exist, and in which locales they are published, in one query. */
export const publishedLocales = async (
  strapi: Core.Strapi,
  { uid, localized }: Pick<AuditedType, 'uid' | 'localized'>,
  documentIds: readonly string[]
): Promise<PublishedLocales> => {
  if (documentIds.length === 0) return new Map();
  const rows: readonly Row[] = await strapi.db
    .getConnection(strapi.db.metadata.get(uid).tableName)
    .whereIn('document_id', documentIds)
    .select('document_id', 'locale', 'published_at');
  const found = new Map<string, Set<string>>();
  for (const { document_id, locale, published_at } of rows) {
    let locales = found.get(document_id);
    if (locales === undefined) found.set(document_id, (locales = new Set()));
    if (published_at !== null) locales.add(localized ? (locale ?? '') : '');
  }
  return found;
};

interface Row {
  readonly document_id: string;
  readonly locale: string | null;
  readonly published_at: unknown;
}
