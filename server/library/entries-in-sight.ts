import type { Core } from '@strapi/strapi';
import { documentsOf, type Documents, type UserAbility } from './access';
import { hostLocales, hostTypes } from './content-types';
import { readRules } from './permission-rules';

/** Which entries a user may read in the Content Manager: what our own tables may count and list for them. */
export interface EntriesInSight {
  /** Every entry of every type, and what is left of entries and types that have gone. */
  readonly isAll: boolean;
  /** Types of which the user may read every entry. */
  readonly whole: readonly string[];
  /** Of other types, the entries that the user may read. */
  readonly parts: ReadonlyMap<string, Documents>;
}

/** Reads it from the user's roles, for each type of the host, under audit or not. */
export const entriesInSight = async (strapi: Core.Strapi, ability: UserAbility): Promise<EntriesInSight> => {
  const types = [...hostTypes(strapi).values()];
  const locales = (await hostLocales(strapi)).map(({ code }) => code);
  const whole: string[] = [];
  const parts = new Map<string, Documents>();
  for (const type of types) {
    const rules = readRules(ability, type.uid, locales);
    if (rules === null) continue;
    const isWhole = rules.isOpen && (rules.locales === 'all' || !type.localized);
    if (isWhole) whole.push(type.uid);
    else parts.set(type.uid, await documentsOf(strapi, ability, type, null));
  }
  return { isAll: whole.length === types.length, whole, parts };
};
