import type { Core } from '@strapi/strapi';
import type { AddedEntry } from './seed/entries';
import type { People } from './seed/people';

/** Everything the scripts ask of the plugin. */
export const place = async (
  _strapi: Core.Strapi,
  _entries: readonly AddedEntry[],
  _people: People,
  _untagged: boolean
): Promise<void> => {};
