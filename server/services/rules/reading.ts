import type { Core } from '@strapi/strapi';
import { invalid } from '../../core/refusal';
import { choicesOf } from '../../core/rule-choices';
import { itemsOf } from '../../core/rule-match';
import type { RuleField, RuleFieldChoice, RuleValue } from '../../core/rules-api';
import type { EntryRef } from '../../core/vocabulary';
import { documentsOf, textsAmong } from '../../library/rule-texts';
import { valueType } from '../../library/rule-match';
import { titlesOf } from '../../library/titles';
import { yieldToHost } from '../audit/pace';
import type { Sight, TypeSight } from './sight';

/** So many entries tell which values are frequent. */
const ENTRIES_READ = 20_000;
const VALUES = 50;

/** Refuses types that are not there or out of sight; `said`: where it was named. */
export const requireType = async (sight: Sight, uid: string, said: string): Promise<TypeSight> => {
  const found = await sight.of(uid);
  if (found) return found;
  throw invalid(said, `\`${said}\`: there is no content type "${uid}", or you may not read it.`);
};

/** Refuses a field that is none of those that rules may compare. */
export const requireField = (fields: readonly RuleField[], name: string, uid: string, said: string): void => {
  const known = fields.map(({ field }) => field);
  if (known.includes(name)) return;
  throw invalid(
    said,
    `\`${said}\`: "${uid}" has no field "${name}" for rules, or you may not read it; use one of ${known.join(', ')}.`,
    {
      known,
    }
  );
};

const SAMPLED = 300;

/** What rules may compare, and what of it is worth offering. */
export const fieldChoices = async (
  strapi: Core.Strapi,
  { type: { uid }, rows, fields }: TypeSight
): Promise<readonly RuleFieldChoice[]> => {
  const said = new Map(fields.map(({ field }) => [field, new Map<string, readonly string[]>()]));
  const names = fields.map(({ field }) => field);
  for await (const ids of documentsOf(strapi, uid, rows, SAMPLED)) {
    for (const { documentId, says } of await textsAmong(strapi, uid, ids, rows, names)) {
      for (const [field, texts] of says) if (texts.length > 0) said.get(field)?.set(documentId, texts);
    }
  }
  return choicesOf(
    fields.map(({ field, kind }) => ({
      field,
      kind,
      type: valueType(strapi, uid, field),
      samples: [...(said.get(field)?.values() ?? [])],
    }))
  );
};

/** The most frequent values of a field, in the versions that the user may read. */
export const frequentValues = async (
  strapi: Core.Strapi,
  { type: { uid }, rows }: TypeSight,
  field: string,
  operator: RuleFieldChoice['operator']
): Promise<readonly RuleValue[]> => {
  const counts = new Map<string, number>();
  for await (const ids of documentsOf(strapi, uid, rows, ENTRIES_READ)) {
    const own = new Map<string, Set<string>>(ids.map((documentId) => [documentId, new Set()]));
    for (const { documentId, says } of await textsAmong(strapi, uid, ids, rows, [field]))
      for (const text of says.get(field) ?? [])
        for (const value of operator === 'lists' ? itemsOf(text) : [text]) own.get(documentId)?.add(value);
    for (const values of own.values()) for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    await yieldToHost();
  }
  const found = [...counts].map(([value, entries]) => ({ value, entries }));
  return found.sort((a, b) => b.entries - a.entries).slice(0, VALUES);
};

/** Entries of one type that the user may read, with their titles. */
export const titled = async (
  strapi: Core.Strapi,
  sight: TypeSight | null,
  entries: readonly EntryRef[]
): Promise<readonly (EntryRef & { readonly title: string })[]> => {
  if (sight === null || entries.length === 0) return [];
  const titles = await titlesOf(
    strapi,
    sight,
    entries.map(({ documentId }) => documentId)
  );
  return entries.map((entry) => ({ ...entry, title: titles.get(entry.documentId) ?? entry.documentId }));
};
