import type { Core } from '@strapi/strapi';
import { contentTypes, type ContentTypeName } from '../../content-types';
import { ownTable } from './tables';

/**
 * Tells Strapi to keep our tables when it starts without the plugin: else one start with it switched off drops them and
 * everything people have tagged. Merged at every start, because an import of another host's archive takes it away.
 */
export const persistTables = async (strapi: Core.Strapi): Promise<void> => {
  const present = await readPersisted(strapi);
  const names = new Set(present.map(nameOf));
  const missing = ownTables(strapi).filter((table) => !names.has(table));
  if (missing.length === 0) return;
  await strapi.store.set({ ...STORE, value: [...present, ...missing.map((name) => ({ name }))] });
};

/** Lets Strapi drop our tables at its next start without the plugin. */
export const unpersistTables = async (strapi: Core.Strapi): Promise<void> => {
  const own: readonly unknown[] = ownTables(strapi);
  const others = (await readPersisted(strapi)).filter((entry) => !own.includes(nameOf(entry)));
  await strapi.store.set({ ...STORE, value: others });
};

const STORE = { type: 'core', key: 'persisted_tables' };

const ownTables = (strapi: Core.Strapi): readonly string[] =>
  Object.keys(contentTypes).map((name) => ownTable(strapi, name as ContentTypeName));

const readPersisted = async (strapi: Core.Strapi): Promise<readonly unknown[]> => {
  const value: unknown = await strapi.store.get(STORE);
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
};

/** Strapi keeps plain names as well as objects with one. */
const nameOf = (entry: unknown): unknown =>
  typeof entry === 'object' && entry !== null && 'name' in entry ? entry.name : entry;
