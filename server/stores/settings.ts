import type { Core } from '@strapi/strapi';
import { ownUid } from './tables';

/**
 * Settings by key; values are JSON. They lie in an object each: a bare text would go to the database unquoted, as it is,
 * and Strapi's own import would do so too.
 */
export const createSettingStore = (strapi: Core.Strapi) => {
  const query = () => strapi.db.query(ownUid('setting'));
  return {
    /** `undefined`: never set. */
    get: async (key: string): Promise<unknown> => {
      const row = (await query().findOne({ where: { key } })) as Row | null;
      return row?.value?.is;
    },
    /** All settings whose key starts so, by the rest of their key. */
    allOf: async (prefix: string): Promise<ReadonlyMap<string, unknown>> => {
      const found: readonly Row[] = await query().findMany({
        where: { key: { $startsWith: prefix } },
      });
      return new Map(found.map(({ key, value }) => [key.slice(prefix.length), value?.is]));
    },
    set: async (key: string, is: unknown): Promise<void> => {
      const value: Row['value'] = { is };
      if ((await query().count({ where: { key } })) > 0) await query().updateMany({ where: { key }, data: { value } });
      else await query().create({ data: { key, value } });
    },
    remove: async (key: string): Promise<void> => {
      await query().deleteMany({ where: { key } });
    },
  };
};

interface Row {
  readonly key: string;
  readonly value: { readonly is: unknown } | null;
}
