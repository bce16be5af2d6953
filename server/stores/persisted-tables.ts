import type { Core } from '@strapi/strapi';
import { contentTypes, type ContentTypeName } from '../../content-types';
import { ownTable } from './tables';

/**
 * Tells Strapi to keep our tables when it starts without the plugin: else one start with it switched off drops them and
 * everything people have tagged. Merged at every start, because an import of another host's archive takes it away.
 */
export const persistTables = async (strapi: Core.Strapi): Promise<void> => {
  const store = { type: 'core', key: 'persisted_tables' };
  const value: unknown = await strapi.store.get(store);
  const present: readonly unknown[] = Array.isArray(value) ? value : [];
  const names = new Set(present.map(nameOf));
  const missing = Object.keys(contentTypes)
    .map((name) => ownTable(strapi, name as ContentTypeName))
    .filter((table) => !names.has(table));
  if (missing.length === 0) return;
  await strapi.store.set({ ...store, value: [...present, ...missing.map((name) => ({ name }))] });
};

/** Strapi keeps plain names as well as objects with one. */
const nameOf = (entry: unknown): unknown =>
  typeof entry === 'object' && entry !== null && 'name' in entry ? entry.name : entry;
