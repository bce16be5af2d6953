import { useCallback } from 'react';
import { SKIP_REASONS, type PlacingCounts, type SkipReason } from '../../../server/core/placing-api';
import { useText, type TextKey } from '../text';

const SKIP_TEXT = {
  'too-many-tags': 'place.skip.tooManyTags',
  retired: 'place.skip.retired',
  'set-by-person': 'place.skip.setByPerson',
  gone: 'place.skip.gone',
  'merges-into-itself': 'place.skip.mergesIntoItself',
  'changed-meanwhile': 'place.skip.changedMeanwhile',
} as const satisfies Record<SkipReason, TextKey>;

/** Which of many entries stay as they are although they were asked to change, and why; `''`: none. */
export const useSkippedText = () => {
  const text = useText();
  return useCallback(
    (skipped: PlacingCounts['skipped']): string =>
      SKIP_REASONS.flatMap((reason) => {
        const count = skipped[reason] ?? 0;
        return count === 0 ? [] : [text('place.skipped', { count, reason: text(SKIP_TEXT[reason]) })];
      }).join(' · '),
    [text]
  );
};

/** What becomes of many entries, beginning with a sentence of the caller's: "…: 40 placements added, 6 removed · 2 skipped: …". */
export const useCountsText = () => {
  const text = useText();
  const skippedText = useSkippedText();
  return useCallback(
    (sentence: TextKey, { entries, changed, added, removed, decided, skipped }: PlacingCounts): string => {
      const first = text(sentence, { entries, changed });
      const placements =
        added > 0 && removed > 0
          ? text('place.addedAndRemoved', { added, removed })
          : added > 0
            ? text('place.added', { added })
            : removed > 0
              ? text('place.removed', { removed })
              : null;
      const changes = [placements, decided > 0 ? text('place.decided', { decided }) : null].filter(
        (change) => change !== null
      );
      return [
        changes.length === 0 ? first : text('place.sentence', { first, changes: changes.join(', ') }),
        skippedText(skipped),
      ]
        .filter(Boolean)
        .join(' · ');
    },
    [text, skippedText]
  );
};
