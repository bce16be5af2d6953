import type { Core } from '@strapi/strapi';
import type { ContentTypeBody } from '../../core/api';
import { invalid, Refusal } from '../../core/refusal';
import type { RuleField, RuleValue } from '../../core/rules-api';
import type { EntryRef } from '../../core/vocabulary';
import type { UserAbility } from '../../library/access';
import { readableDocuments } from '../../library/entry-access';
import { readRules, type ReadRules } from '../../library/permission-rules';
import { documentsOf, ruleFields, valuesAmong } from '../../library/rule-match';
import { titlesOf } from '../../library/titles';
import { yieldToHost } from '../audit/pace';
import { service } from '..';

/** So many entries tell which values are frequent. */
const ENTRIES_READ = 20_000;
const VALUES = 50;

/** What somebody who writes rules has to know of the library. */
export const createRuleReader = (strapi: Core.Strapi) => {
  /** What the user may see of a type; refuses types that are not there or out of sight. */
  const sightOf = async (uid: string, ability: UserAbility): Promise<{ type: ContentTypeBody; rules: ReadRules }> => {
    const contentTypes = service(strapi, 'contentTypes');
    const type = (await contentTypes.list()).find((one) => one.uid === uid);
    const locales = (await contentTypes.locales()).map(({ code }) => code);
    const rules = type && readRules(ability, uid, locales);
    if (type && rules) return { type, rules };
    throw invalid('contentType', `\`contentType\`: there is no content type "${uid}", or you may not read it.`);
  };

  const fields = async (uid: string, ability: UserAbility): Promise<readonly RuleField[]> => {
    const { rules } = await sightOf(uid, ability);
    return ruleFields(strapi, uid).filter(({ field }) => rules.sees(field.split('.')[0] ?? field));
  };

  /** Refuses a field that rules cannot compare, or that the user may not see; `said`: where it was named. */
  const requireField = async (uid: string, name: string, ability: UserAbility, said: string): Promise<void> => {
    const known = (await fields(uid, ability)).map(({ field }) => field);
    if (known.includes(name)) return;
    throw invalid(said, `\`${said}\`: "${uid}" has no field "${name}" for rules; use one of ${known.join(', ')}.`, {
      known,
    });
  };

  return {
    fields,
    requireField,

    /** The most frequent values of a field. */
    values: async (uid: string, field: string, ability: UserAbility): Promise<readonly RuleValue[]> => {
      await requireField(uid, field, ability, 'field');
      const counts = new Map<string, number>();
      let read = 0;
      for await (const ids of documentsOf(strapi, uid)) {
        const readable = [...(await readableDocuments(strapi, ability, uid, ids))];
        for (const value of await valuesAmong(strapi, uid, field, readable))
          counts.set(value, (counts.get(value) ?? 0) + 1);
        await yieldToHost();
        read += ids.length;
        if (read >= ENTRIES_READ) break;
      }
      const found = [...counts].map(([value, entries]) => ({ value, entries }));
      return found.sort((a, b) => b.entries - a.entries).slice(0, VALUES);
    },

    /** Entries with their titles, those that the user may read. */
    titled: async (
      entries: readonly EntryRef[],
      ability: UserAbility
    ): Promise<readonly (EntryRef & { readonly title: string })[]> => {
      const [first] = entries;
      if (!first) return [];
      const ids = entries.map(({ documentId }) => documentId);
      const readable = await readableDocuments(strapi, ability, first.uid, ids);
      if (readable.size === 0) return [];
      const { type, rules } = await sightOf(first.uid, ability);
      const titles = await titlesOf(strapi, rules, type, ids);
      return entries
        .filter(({ documentId }) => readable.has(documentId))
        .map((entry) => ({ ...entry, title: titles.get(entry.documentId) ?? entry.documentId }));
    },

    /** How much of the library has a place, as of the newest audit; before the first, of `entries` nothing. */
    placedNow: async (ability: UserAbility, entries: number) => {
      try {
        const { totals } = await service(strapi, 'coverage').read({ counted: 'all' }, ability);
        return { before: totals.entries - totals.toPlace, entries: totals.entries };
      } catch (error) {
        if (error instanceof Refusal) return { before: 0, entries };
        throw error;
      }
    },
  };
};
