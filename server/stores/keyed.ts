import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { numbered } from '../core/keyed-list';
import { ownUid, rows } from './tables';

type Row = Readonly<Record<string, unknown>>;

/** A text column, '' where an import left it empty. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What personas and stages have in common: an immutable key and a place in an order. */
interface Keyed {
  readonly key: string;
  readonly position: number;
}

/** Reads and writes one of our ordered, keyed content types. Queries join the transaction they are made in. */
export const createKeyedStore = <T extends Keyed>(
  strapi: Core.Strapi,
  name: 'persona' | 'stage',
  read: (row: Row) => T,
  groupOf: (item: T) => string
) => {
  const query = () => strapi.db.query(ownUid(name));
  return {
    /** Group by group, in order of position. */
    list: async (): Promise<readonly T[]> => {
      const found: readonly Row[] = await query().findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] });
      const items = found.map(read);
      const groups = [...new Set(items.map(groupOf))].sort();
      return numbered(
        groups.flatMap((group) => items.filter((item) => groupOf(item) === group)),
        groupOf
      );
    },
    insert: async (item: T): Promise<void> => {
      await query().create({ data: { ...item } });
    },
    update: async (key: string, change: Partial<T>): Promise<void> => {
      if (Object.keys(change).length > 0) await query().updateMany({ where: { key }, data: change });
    },
    remove: async (key: string): Promise<void> => {
      await query().deleteMany({ where: { key } });
    },
    /** Makes every key's place in the list its position; only the order within a group counts. */
    order: async (keys: readonly string[]): Promise<void> => {
      for (const [position, key] of keys.entries()) await query().updateMany({ where: { key }, data: { position } });
    },
    /**
     * Keeps keys from being deleted until the transaction ends, or, `exclusive`, from being set by others.
     * Answers those that are still there.
     */
    lock: async (trx: Knex.Transaction, keys: readonly string[], exclusive = false): Promise<readonly string[]> => {
      if (keys.length === 0) return [];
      const found = rows(strapi, trx, name)
        .whereIn('key', [...keys])
        .orderBy('key')
        .select('key');
      const locked = (await (exclusive ? found.forUpdate() : found.forShare())) as readonly { readonly key: string }[];
      return locked.map(({ key }) => key);
    },
  };
};
