import type { VocabularyBody } from '../../../server/core/api';
import { selectionOf } from '../../../server/core/placement';
import { EVERYONE, type TagPair } from '../../../server/core/vocabulary';

/** An entry's personas and stages by name, in the order of the axes; what is gone shows its key. */
export const namesOf = (
  tags: readonly TagPair[],
  { personas, stages }: Pick<VocabularyBody, 'personas' | 'stages'>,
  everyone: string
): { readonly personas: readonly string[]; readonly stages: readonly string[]; readonly isPlaced: boolean } => {
  const selection = selectionOf(tags);
  return {
    personas: inOrder(selection.personas, [{ key: EVERYONE, name: everyone }, ...personas]),
    stages: inOrder(selection.stages, stages),
    isPlaced: selection.combinations > 0,
  };
};

const inOrder = (keys: readonly string[], axis: readonly { readonly key: string; readonly name: string }[]) => [
  ...axis.filter(({ key }) => keys.includes(key)).map(({ name }) => name),
  ...keys.filter((key) => !axis.some((item) => item.key === key)),
];
