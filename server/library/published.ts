import type { Core } from '@strapi/strapi';
import { countLinkedFiles } from './files/uploads';
import { FILE } from './files/models';
import type { AuditedType } from './type-columns';

/** How many entries of a type are published, by locale; `''` for types without locales. Of files, those that are opened by a link. */
export const countPublished = async (
  strapi: Core.Strapi,
  { uid, localized }: Pick<AuditedType, 'uid' | 'localized'>
): Promise<ReadonlyMap<string, number>> => {
  if (uid === FILE) return new Map([['', await countLinkedFiles(strapi)]]);
  const { tableName } = strapi.db.metadata.get(uid);
  const rows = await strapi.db
    .getConnection(tableName)
    .whereNotNull('published_at')
    .groupBy('locale')
    .select('locale')
    .count<{ locale: string | null; total: number | string }[]>({ total: '*' });
  const counts = new Map<string, number>();
  for (const { locale, total } of rows) {
    const key = localized ? (locale ?? '') : '';
    counts.set(key, (counts.get(key) ?? 0) + Number(total));
  }
  return counts;
};
