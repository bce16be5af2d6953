import type { Core } from '@strapi/strapi';
import type { EntryNow, InventoryRow } from '../../core/api';
import { indexAxes } from '../../core/axes';
import { place } from '../../core/audit/place';
import { isSameDecision } from '../../core/decision';
import { pairKey } from '../../core/placement';
import { entryKey, EVERYONE } from '../../core/vocabulary';
import { readUserNames } from '../../library/owners';
import { UNTOUCHED, type EntryState } from '../../stores/entry-states';
import { readVocabulary } from '../../stores/vocabulary';
import { stateReader, statesOf } from './as-placed-now';
import type { View } from './view';

/** An audit's rows with what has become of them since: who has just placed an entry sees it placed before the next audit. */
export const withChangesSince = async (
  strapi: Core.Strapi,
  rows: readonly InventoryRow[],
  { ability, snapshot: { policy } }: Pick<View, 'ability' | 'snapshot'>
): Promise<readonly InventoryRow[]> => {
  const states = await statesOf(strapi, rows);
  // Not the audit's own: an entry may stand in a stage that is younger.
  const vocabulary = await readVocabulary(strapi);
  const axes = indexAxes(vocabulary, EVERYONE);
  const shown = await stateReader(strapi, states, vocabulary.stages, ability);
  const names = await readUserNames(strapi, [...states.values()].flatMap(placers));
  return rows.map((row) => {
    const stored = states.get(entryKey(row)) ?? UNTOUCHED;
    const placedBy = placers(stored).flatMap((id) => names.get(id) ?? []);
    const named = placedBy.length === 0 ? row : { ...row, placedBy };
    const state = shown(stored);
    if (isSame(row, state)) return named;
    const { placement, openReason } = place(state.tags, state.excluded, axes, policy);
    return { ...named, now: { ...state, placement, openReason } };
  });
};

/** Who has placed an entry by hand, each once: what rules and sheets have set is nobody's. */
const placers = ({ tags, excluded }: EntryState): readonly number[] => [
  ...new Set([
    ...tags.flatMap(({ origin, userId }) => (origin === 'person' && userId !== null ? [userId] : [])),
    ...(excluded !== null && excluded.rule === '' && excluded.userId !== null ? [excluded.userId] : []),
  ]),
];

type Stored = Pick<EntryNow, 'tags' | 'excluded' | 'decision'>;

const isSame = (a: Stored, b: Stored): boolean =>
  a.excluded === b.excluded && isSameDecision(a.decision, b.decision) && pairsOf(a) === pairsOf(b);

const pairsOf = ({ tags }: Stored): string =>
  tags
    .map((tag) => `${pairKey(tag)} ${tag.origin}`)
    .sort()
    .join('\n');
