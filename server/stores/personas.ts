import type { Core } from '@strapi/strapi';
import { PRIORITIES, type Persona } from '../core/vocabulary';
import { createKeyedStore, textOf } from './keyed';

/** For whom content is made. */
export const createPersonaStore = (strapi: Core.Strapi) => createKeyedStore<Persona>(strapi, 'persona', read, () => '');

const read = (row: Readonly<Record<string, unknown>>): Persona => ({
  key: textOf(row['key']),
  name: textOf(row['name']),
  description: textOf(row['description']),
  group: textOf(row['group']),
  priority: PRIORITIES.find((priority) => priority === row['priority']) ?? 'primary',
  buys: row['buys'] !== false,
  uses: row['uses'] !== false,
  position: Number(row['position'] ?? 0),
  retired: row['retired'] === true,
});
