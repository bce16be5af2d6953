import { useCallback } from 'react';
import {
  SKIP_REASONS,
  type BulkChange,
  type EntriesByKey,
  type PlacingCounts,
  type SkipReason,
} from '../../../server/core/placing-api';
import { useText, type TextKey } from '../text';
import { useNaming } from '../VocabularyGate';

const SKIP_TEXT = {
  'too-many-tags': 'place.skip.tooManyTags',
  retired: 'place.skip.retired',
  'set-by-person': 'place.skip.setByPerson',
  gone: 'place.skip.gone',
  'merges-into-itself': 'place.skip.mergesIntoItself',
  'changed-meanwhile': 'place.skip.changedMeanwhile',
} as const satisfies Record<SkipReason, TextKey>;

/** Which of many entries stay as they are although they were asked to change, and why, a reason each. */
export const useSkippedTexts = () => {
  const text = useText();
  return useCallback(
    (skipped: PlacingCounts['skipped']): readonly string[] =>
      SKIP_REASONS.flatMap((reason) => {
        const count = skipped[reason] ?? 0;
        return count === 0 ? [] : [text('place.skipped', { count, reason: text(SKIP_TEXT[reason]) })];
      }),
    [text]
  );
};

/** What becomes of many entries: how many in one sentence, and what else there is to know, a sentence each. */
export interface CountsText {
  readonly sentence: string;
  readonly details: readonly string[];
}

/** Speaks of entries, never of the pairs that are stored; names what is replaced, as nobody has asked for that. */
export const useCountsText = () => {
  const text = useText();
  const skippedTexts = useSkippedTexts();
  const { personaName, stageName } = useNaming();
  return useCallback(
    (tense: Tense, counts: PlacingCounts, change?: BulkChange): CountsText => {
      const lost = (entries: EntriesByKey, nameOf: (key: string) => string, chosen: readonly string[]) =>
        Object.entries(entries).map(([key, count]) => {
          const name = nameOf(key);
          if (chosen.length === 0) return text(LOST_TEXT[tense].takenOff, { name, count });
          return text(LOST_TEXT[tense].replaced, { name, count, by: chosen.map(nameOf).join(', ') });
        });
      const { entries, changed, placed, decided, skipped } = counts;
      const values = { entries, changed, placed: Math.abs(placed), decided, all: String(entries === changed) };
      return {
        sentence: text(SENTENCE_TEXT[tense][kindOf(counts, change)], values),
        details: [
          ...(change?.mode === 'exclude' ? [] : lost(counts.lost.personas, personaName, setBy(change, 'personas'))),
          ...(change?.mode === 'exclude' ? [] : lost(counts.lost.stages, stageName, setBy(change, 'stages'))),
          ...skippedTexts(skipped),
        ],
      };
    },
    [text, skippedTexts, personaName, stageName]
  );
};

type Tense = 'will' | 'done';

const SENTENCE_TEXT = {
  will: {
    none: 'place.will.none',
    placed: 'place.will.placed',
    changedAndPlaced: 'place.will.changedAndPlaced',
    toPlaceAgain: 'place.will.toPlaceAgain',
    excluded: 'place.will.excluded',
    decided: 'place.will.decided',
    changed: 'place.will.changed',
  },
  done: {
    none: 'place.done.none',
    placed: 'place.done.placed',
    changedAndPlaced: 'place.done.changedAndPlaced',
    toPlaceAgain: 'place.done.toPlaceAgain',
    excluded: 'place.done.excluded',
    decided: 'place.done.decided',
    changed: 'place.done.changed',
  },
} as const satisfies Record<Tense, Record<string, TextKey>>;

const LOST_TEXT = {
  will: { replaced: 'place.will.replaced', takenOff: 'place.will.takenOff' },
  done: { replaced: 'place.done.replaced', takenOff: 'place.done.takenOff' },
} as const satisfies Record<Tense, Record<string, TextKey>>;

const kindOf = (
  { changed, placed, added, removed, decided }: PlacingCounts,
  change: BulkChange | undefined
): keyof (typeof SENTENCE_TEXT)[Tense] => {
  if (changed === 0) return 'none';
  if (change?.mode === 'exclude') return 'excluded';
  if (decided > 0 && added + removed === 0 && placed === 0) return 'decided';
  if (placed === changed) return 'placed';
  if (placed > 0) return 'changedAndPlaced';
  return placed < 0 ? 'toPlaceAgain' : 'changed';
};

/** What was set in the place of what is lost. */
const setBy = (change: BulkChange | undefined, side: 'personas' | 'stages'): readonly string[] =>
  change?.mode === 'add' || change?.mode === 'replace' ? (change[side] ?? []) : [];
