import type { Core } from '@strapi/strapi';
import type { Day } from '../../core/evidence/day';
import { versionKey } from './keys';
import { CONSUMPTION_TABLES } from './tables';

/** Of the visits to each content type since a day, the share that asked not to be counted; types without visits are left out. */
export const readUncounted = async (strapi: Core.Strapi, from: Day): Promise<ReadonlyMap<string, number>> => {
  const sums = async (table: string, where: object): Promise<ReadonlyMap<string, number>> => {
    const query = strapi.db.connection(table).where(where).where('day', '>=', from).groupBy('uid').select('uid');
    const rows: readonly { readonly uid: string; readonly total: number | string }[] = await query.sum({
      total: 'events',
    });
    return new Map(rows.map(({ uid, total }) => [uid, Number(total)]));
  };
  const refused = await sums(CONSUMPTION_TABLES.drops, { reason: 'do-not-track' });
  const counted = await sums(CONSUMPTION_TABLES.days, {});
  const uids = new Set([...refused.keys(), ...counted.keys()]);
  return new Map(
    [...uids].map((uid) => {
      const asked = refused.get(uid) ?? 0;
      return [uid, asked / Math.max(1, asked + (counted.get(uid) ?? 0))];
    })
  );
};

/** Which of some documents of a type the API ever sent, by document and by `versionKey`. */
export const readDelivered = async (
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[]
): Promise<ReadonlySet<string>> => {
  const rows: readonly { readonly document_id: string; readonly locale: string }[] = await strapi.db
    .connection(CONSUMPTION_TABLES.deliveries)
    .where({ uid })
    .whereIn('document_id', [...documentIds])
    .distinct('document_id', 'locale');
  return new Set(rows.flatMap(({ document_id, locale }) => [document_id, versionKey(document_id, locale)]));
};
