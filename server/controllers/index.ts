import { createVocabularyController } from './vocabulary';

/** Every controller by the name that routes call it. */
export const controllers = {
  vocabulary: createVocabularyController,
};
