import type { Core } from '@strapi/strapi';
import { ownUid } from './tables';

/** Settings by key; values are JSON. */
export const createSettingStore = (strapi: Core.Strapi) => {
  const query = () => strapi.db.query(ownUid('setting'));
  return {
    /** `undefined`: never set. */
    get: async (key: string): Promise<unknown> => {
      const row = (await query().findOne({ where: { key } })) as { readonly value: unknown } | null;
      return row?.value;
    },
    /** All settings whose key starts so, by the rest of their key. */
    allOf: async (prefix: string): Promise<ReadonlyMap<string, unknown>> => {
      const found: readonly { readonly key: string; readonly value: unknown }[] = await query().findMany({
        where: { key: { $startsWith: prefix } },
      });
      return new Map(found.map(({ key, value }) => [key.slice(prefix.length), value]));
    },
    set: async (key: string, value: unknown): Promise<void> => {
      if ((await query().count({ where: { key } })) > 0) await query().updateMany({ where: { key }, data: { value } });
      else await query().create({ data: { key, value } });
    },
  };
};
