import { decide, planByRules, type RuleDecision } from '../../core/rules';
import { compileRules } from '../../core/rule-match';
import type { Rule } from '../../core/rules-api';
import { MAX_TAGS, NO_CHANGES } from '../../core/tag-set';
import type { VersionTexts } from '../../library/rule-texts';
import type { KeptPlacement } from '../../stores/placements';
import type { PlacingPlan } from '../placing/plan';

/** Rules of one type, asked together. */
export const createMatcher = (rules: readonly Rule[]) => {
  const { fields, matching } = compileRules(rules);
  const known = new Map<string, ReadonlySet<Rule>>();
  return {
    /** The fields to be read. */
    fields,
    /** The rules that some versions of an entry meet; entries that meet the same share one set. */
    meeting: (versions: readonly Pick<VersionTexts, 'says'>[]): ReadonlySet<Rule> => {
      const met = matching((field) => versions.flatMap(({ says }) => says.get(field) ?? []));
      const name = [...met].sort((a, b) => a - b).join(' ');
      const same = known.get(name) ?? new Set(rules.filter((_rule, at) => met.has(at)));
      known.set(name, same);
      return same;
    },
  };
};

/**
 * What rules of a type say of an entry that meets some of them. `trusted`: rules that an entry which they have placed
 * goes on meeting, because the user cannot judge whether it still does; what nobody sees a reason for, stays.
 */
export const createDecider = (rules: readonly Rule[]) => {
  const known = new Map<string, RuleDecision>();
  return (
    met: ReadonlySet<Rule>,
    trusted: ReadonlySet<Rule>,
    current: KeptPlacement
  ): { readonly matching: readonly Rule[]; readonly decision: RuleDecision | null } => {
    const placedBy = trusted.size === 0 ? NOBODY : keysIn(current);
    const matching = rules.filter((rule) => met.has(rule) || (trusted.has(rule) && placedBy.has(rule.key)));
    const which = matching.map(({ key }) => key).join(' ');
    const decision = known.get(which) ?? decide(matching);
    if (decision) known.set(which, decision);
    return { matching, decision };
  };
};

/** What the rules say of one entry. */
export const planned = (current: KeptPlacement, decision: RuleDecision | null): ReturnType<PlacingPlan> => {
  if (decision && decision.tags.length > MAX_TAGS) return { skip: 'too-many-tags' };
  const changes = planByRules(current, decision);
  if (changes) return { changes, origin: 'rule', rule: decision?.rule ?? '' };
  // Where rules have nothing to say, a person's word is no reason to mention the entry.
  return decision ? { skip: 'set-by-person' } : { changes: NO_CHANGES, origin: 'rule' };
};

const NOBODY: ReadonlySet<string> = new Set();

const keysIn = ({ tags, excluded }: KeptPlacement): ReadonlySet<string> =>
  new Set([...tags, ...(excluded ? [excluded] : [])].flatMap(({ rule }) => rule.split(' ')));
