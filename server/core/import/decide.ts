import { isSameDecision, type Decision, type DecisionKind } from '../decision';
import type { ImportColumn } from '../import-api';
import type { EntryRef } from '../vocabulary';
import { DECISION_COLUMNS, type RowDecision } from './decision-cells';
import { NONE } from './decision-words';

/** What becomes of an entry's decision (`undefined`: it stays), or why that cannot be. */
export type DecisionPlan =
  { readonly decision: Decision | null | undefined } | { readonly meaning: ImportColumn; readonly reason: string };

/** The entry that a merge's words stand for, or why there is none. */
export type MergeLookup = { readonly entry: EntryRef } | { readonly reason: string };

/** What a sheet's words stand for, and whether an entry would in the end go into itself. */
export interface MergeRules {
  readonly lookUp: (words: string) => MergeLookup | undefined;
  readonly leadsBack: (entry: EntryRef, target: EntryRef) => boolean;
}

/** Makes the decision about an entry what its rows say, together; what they have no column for, stays. */
export const planDecision = (
  entry: EntryRef,
  current: Decision | null,
  rows: readonly RowDecision[],
  { lookUp, leadsBack }: MergeRules
): DecisionPlan => {
  const said: Partial<Record<keyof RowDecision, string>> = {};
  const says = rows.some(({ kind }) => kind !== '');
  for (const part of PARTS) {
    const texts = rows.flatMap((row) => row[part] ?? []);
    if (texts.length === 0) continue;
    const values = new Set(texts.filter(Boolean));
    if (values.size > 1) {
      return no(part, `The rows of this entry say "${[...values].slice(0, 2).join('" and "')}"; say one.`);
    }
    const [value = ''] = values;
    // A blank decision says nothing, and neither do blank details beside it.
    if (value !== '' || says) said[part] = value;
  }
  const kind = said.kind === undefined ? current?.kind : (said.kind as DecisionKind | typeof NONE);
  if (kind === undefined || kind === NONE) {
    const detail = DETAILS.find((part) => (said[part] ?? '') !== '');
    if (detail !== undefined)
      return no(detail, 'This needs a decision: write keep, update, merge or retire beside it.');
    return { decision: kind === undefined || current === null ? undefined : null };
  }
  const words = said.mergeInto ?? '';
  if (kind !== 'merge' && words !== '')
    return no('mergeInto', `Only a merge names another entry; the decision is "${kind}".`);
  // Blank beside a merge: it goes where it goes already, into what the user may not read or what has gone, for one.
  const stays = words === '';
  const target = stays ? undefined : lookUp(words);
  if (target && 'reason' in target) return no('mergeInto', target.reason);
  if (target && leadsBack(entry, target.entry)) {
    return no('mergeInto', 'That entry is this one, or is to be merged into it itself.');
  }
  const mergeInto = kind !== 'merge' ? null : stays ? (current?.mergeInto ?? null) : (target?.entry ?? null);
  if (kind === 'merge' && mergeInto === null) {
    return no('mergeInto', 'Into which entry? Name it by document ID, URL, slug or title.');
  }
  const decision: Decision = {
    kind,
    mergeInto,
    note: said.note ?? current?.note ?? '',
    owner: said.owner ?? current?.owner ?? '',
    due: (said.due ?? current?.due ?? '') || null,
  };
  return { decision: isSameDecision(current, decision) ? undefined : decision };
};

const DETAILS = ['mergeInto', 'note', 'owner', 'due'] as const satisfies readonly (keyof RowDecision)[];
const PARTS = ['kind', ...DETAILS] as const;

const no = (part: keyof RowDecision, reason: string): DecisionPlan => ({ meaning: DECISION_COLUMNS[part], reason });
