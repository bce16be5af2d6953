import type { Core } from '@strapi/strapi';
import { decide, planByRules, type RuleDecision } from '../../core/rules';
import type { Rule } from '../../core/rules-api';
import { MAX_TAGS, NO_CHANGES } from '../../core/tag-set';
import { entryKey, type EntryRef } from '../../core/vocabulary';
import { documentsOf, matchingAmong } from '../../library/rule-match';
import type { KeptPlacement } from '../../stores/placements';
import { yieldToHost } from '../audit/pace';
import type { PlacingPlan } from '../placing/plan';

/** What rules say of whole content types. */
export interface RuleOutcome {
  readonly entries: readonly EntryRef[];
  readonly plan: PlacingPlan;
  /** Rule by rule: the entries that meet its condition, and the first few of them. */
  readonly matches: readonly { readonly entries: number; readonly examples: readonly EntryRef[] }[];
}

/** Asks the rules about every entry of some types; with an index for each entry, no more is kept of it. */
export const askRules = async (
  strapi: Core.Strapi,
  rules: readonly Rule[],
  uids: readonly string[],
  examples: number
): Promise<RuleOutcome> => {
  const entries: EntryRef[] = [];
  const decisions = new Map<string, RuleDecision>();
  const matches = rules.map(() => ({ entries: 0, examples: [] as EntryRef[] }));
  const known = new Map<string, RuleDecision>();
  for (const uid of uids) {
    const own = rules.flatMap((rule, at) => (rule.contentType === uid ? [{ rule, at }] : []));
    for await (const ids of documentsOf(strapi, uid)) {
      const sets: ReadonlySet<string>[] = [];
      for (const { rule } of own) sets.push(await matchingAmong(strapi, uid, ids, rule.condition));
      for (const documentId of ids) {
        entries.push({ uid, documentId });
        const matching = own.filter((_rule, at) => sets[at]?.has(documentId));
        for (const { at } of matching) note(matches[at], { uid, documentId }, examples);
        const decision = decideOnce(
          known,
          matching.map(({ rule }) => rule)
        );
        if (decision) decisions.set(entryKey({ uid, documentId }), decision);
      }
      await yieldToHost();
    }
  }
  return { entries, matches, plan: (entry, current) => planned(current, decisions.get(entryKey(entry)) ?? null) };
};

/** What the rules say of one entry. */
export const planned = (current: KeptPlacement, decision: RuleDecision | null): ReturnType<PlacingPlan> => {
  if (decision && decision.tags.length > MAX_TAGS) return { skip: 'too-many-tags' };
  const changes = planByRules(current, decision);
  if (changes) return { changes, origin: 'rule', rule: decision?.rule ?? '' };
  // Where rules have nothing to say, a person's word is no reason to mention the entry.
  return decision ? { skip: 'set-by-person' } : { changes: NO_CHANGES, origin: 'rule' };
};

const note = (
  match: { entries: number; readonly examples: EntryRef[] } | undefined,
  entry: EntryRef,
  most: number
): void => {
  if (!match) return;
  match.entries += 1;
  if (match.examples.length < most) match.examples.push(entry);
};

/** Many entries match the same rules: one decision serves them all. */
const decideOnce = (known: Map<string, RuleDecision>, matching: readonly Rule[]): RuleDecision | null => {
  const which = matching.map(({ key }) => key).join(' ');
  const decision = known.get(which) ?? decide(matching);
  if (decision) known.set(which, decision);
  return decision;
};
