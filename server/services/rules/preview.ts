import type { Core } from '@strapi/strapi';
import { pairKey } from '../../core/placement';
import type { Rule, RulesPreviewBody, RulesPreviewCell } from '../../core/rules-api';
import type { EntryRef } from '../../core/vocabulary';
import { readVocabulary } from '../../stores/vocabulary';
import { UNTOUCHED } from '../../stores/entry-states';
import { EXAMPLES as CHANGES_SHOWN } from '../placing/apply';
import { exampleOf, type PlainPlacing } from '../placing/bodies';
import { addTo, hasPlace, NOTHING_YET } from '../placing/counts';
import { planChunk, type PlannedEntry } from '../placing/plan';
import type { TypeRules } from './by-type';
import { lookThrough } from './looking';

/** What a user would see of rules at work; examples without their titles. */
export interface Preview extends Omit<RulesPreviewBody, 'rules' | 'placing'> {
  readonly placing: PlainPlacing;
  readonly matches: ReadonlyMap<Rule, { readonly entries: number; readonly examples: readonly EntryRef[] }>;
}

const EXAMPLES = 5;

/** Goes through what a user may read, at most so many entries, and says what rules would make of it. */
export const previewRules = async (
  strapi: Core.Strapi,
  types: readonly TypeRules[],
  most = Infinity
): Promise<Preview> => {
  const known = await readVocabulary(strapi);
  const matches = new Map<Rule, { entries: number; examples: EntryRef[] }>();
  const cells = new Map<string, RulesPreviewCell>();
  const placed = { before: 0, after: 0, entries: 0 };
  let [counts, examples]: [typeof NOTHING_YET, readonly PlannedEntry[]] = [NOTHING_YET, []];
  let isAll = true;
  for (const [at, type] of types.entries()) {
    let left = shareOf(types, at, most - placed.entries);
    // One more than there is room for tells whether there are more.
    for await (const { entries, states, matching, plan } of lookThrough(strapi, type, left + 1)) {
      const looked = entries.slice(0, left);
      isAll &&= looked.length === entries.length;
      left -= looked.length;
      const chunk = planChunk(looked, states, plan, known, { userId: null, at: 0 });
      if (type.isTried) counts = addTo(counts, chunk);
      examples = [...examples, ...chunk.changed].slice(0, CHANGES_SHOWN);
      const changed = new Map(chunk.changed.map((entry) => [entry.documentId, entry.after]));
      for (const entry of looked) {
        for (const rule of matching(entry)) note(matches, rule, entry);
        const before = states.get(entry.documentId) ?? UNTOUCHED;
        const after = changed.get(entry.documentId) ?? before;
        placed.entries += 1;
        placed.before += Number(hasPlace(before));
        placed.after += Number(hasPlace(after));
        for (const { persona, stage } of after.tags)
          if (persona !== null && stage !== null) count(cells, persona, stage);
      }
    }
  }
  return {
    matches,
    placed,
    cells: [...cells.values()].sort((a, b) => compare(a.persona, b.persona) || compare(a.stage, b.stage)),
    isAll,
    placing: { counts, examples: examples.map(exampleOf), operation: null },
  };
};

/** So much of what is left is looked at of one type: those that rules are about come first, and share alike. */
const shareOf = (types: readonly TypeRules[], at: number, left: number): number => {
  const isTried = types[at]?.isTried;
  return Math.ceil(left / types.slice(at).filter((type) => type.isTried === isTried).length);
};

const note = (matches: Map<Rule, { entries: number; examples: EntryRef[] }>, rule: Rule, entry: EntryRef): void => {
  const match = matches.get(rule) ?? { entries: 0, examples: [] };
  matches.set(rule, match);
  match.entries += 1;
  if (match.examples.length < EXAMPLES) match.examples.push(entry);
};

const count = (cells: Map<string, RulesPreviewCell>, persona: string, stage: string): void => {
  const name = pairKey({ persona, stage });
  cells.set(name, { persona, stage, count: (cells.get(name)?.count ?? 0) + 1 });
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
