import { createAuditsController } from './audits';
import { createReadingController } from './reading';
import { createVocabularyController } from './vocabulary';

/** Every controller by the name that routes call it. */
export const controllers = {
  audits: createAuditsController,
  reading: createReadingController,
  vocabulary: createVocabularyController,
};
