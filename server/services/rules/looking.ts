import type { Core } from '@strapi/strapi';
import { grouped } from '../../core/grouped';
import type { Rule } from '../../core/rules-api';
import type { EntryRef } from '../../core/vocabulary';
import { documentsOf, textsAmong, type VersionTexts } from '../../library/rule-texts';
import { inTransaction } from '../../stores/transaction';
import { readStatesOf, UNTOUCHED, type EntryState } from '../../stores/entry-states';
import { inSlices, yieldToHost } from '../audit/pace';
import type { PlacingPlan } from '../placing/plan';
import { createDecider, createMatcher, planned } from './matching';
import type { TypeRules } from './by-type';

/** Some entries of one type, all the rules that each meets, and what becomes of them. */
export interface LookedAt {
  readonly entries: readonly EntryRef[];
  readonly states: ReadonlyMap<string, EntryState>;
  readonly matching: (entry: EntryRef) => readonly Rule[];
  readonly plan: PlacingPlan;
}

/**
 * One pass over the entries of a type that a user may read, for all rules together: rows that he may not read never
 * leave the database, so nothing that he is told can depend on them.
 */
export async function* lookThrough(
  strapi: Core.Strapi,
  { uid, rules, visible, trusted, sight }: TypeRules,
  most: number
): AsyncGenerator<LookedAt> {
  if (sight === null) return;
  const { fields, meeting } = createMatcher(visible);
  const decided = createDecider(rules);
  for await (const ids of documentsOf(strapi, uid, sight.rows, most)) {
    const texts = fields.length === 0 ? [] : await textsAmong(strapi, uid, ids, sight.rows, fields);
    const versions = grouped(texts, documentOf);
    const states = await inTransaction(strapi, (trx) => readStatesOf(strapi, trx, uid, ids));
    const met = new Map<string, ReadonlySet<Rule>>();
    await inSlices(ids, (documentId) => void met.set(documentId, meeting(versions.get(documentId) ?? [])));
    const say = ({ documentId }: EntryRef, current: EntryState) =>
      decided(met.get(documentId) ?? NONE, trusted, current);
    await yieldToHost();
    yield {
      entries: ids.map((documentId) => ({ uid, documentId })),
      states,
      matching: (entry) => say(entry, states.get(entry.documentId) ?? UNTOUCHED).matching,
      plan: (entry, current) => planned(current, say(entry, current).decision),
    };
  }
}

/** What rules mean for all that somebody may read of some types. */
export interface Placing {
  readonly entries: readonly EntryRef[];
  readonly plan: PlacingPlan;
}

/**
 * Placing by rules covers what the user may read, by the versions that he may read. Placements of other entries would
 * answer letter by letter what he asks them by a rule: the heatmap counts them, and a persona in use is not deleted.
 */
export const planAll = async (strapi: Core.Strapi, types: readonly TypeRules[]): Promise<Placing> => {
  const entries: EntryRef[] = [];
  const plans = new Map<string, (documentId: string, current: EntryState) => ReturnType<PlacingPlan>>();
  for (const { uid, rules, visible, trusted, sight } of types) {
    if (sight === null) continue;
    const { fields, meeting } = createMatcher(visible);
    const decided = createDecider(rules);
    const met = new Map<string, ReadonlySet<Rule>>();
    for await (const ids of documentsOf(strapi, uid, sight.rows)) {
      const versions = grouped(await textsAmong(strapi, uid, ids, sight.rows, fields), documentOf);
      await inSlices(ids, (documentId) => {
        entries.push({ uid, documentId });
        met.set(documentId, meeting(versions.get(documentId) ?? []));
      });
      await yieldToHost();
    }
    plans.set(uid, (documentId, current) =>
      planned(current, decided(met.get(documentId) ?? NONE, trusted, current).decision)
    );
  }
  return {
    entries,
    plan: ({ uid, documentId }, current) => plans.get(uid)?.(documentId, current) ?? planned(current, null),
  };
};

const documentOf = ({ documentId }: VersionTexts): string => documentId;

const NONE: ReadonlySet<Rule> = new Set();
