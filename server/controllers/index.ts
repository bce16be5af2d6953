import { createAnalyticsController } from './analytics';
import { createAuditsController } from './audits';
import { createCellsController } from './cells';
import { createConsumptionController } from './consumption';
import { createContentTypesController } from './content-types';
import { createDecisionsController } from './decisions';
import { createEvidenceController } from './evidence';
import { createImportsController } from './imports';
import { createJourneysController } from './journeys';
import { createMeasurementController } from './measurement';
import { createPersonasController } from './personas';
import { createPlacingController } from './placing';
import { createPresetsController } from './presets';
import { createReadingController } from './reading';
import { createRulesController } from './rules';
import { createStagesController } from './stages';
import { createTaggingController } from './tagging';
import { createVocabularyController } from './vocabulary';

/** Every controller by the name that routes call it. */
export const controllers = {
  analytics: createAnalyticsController,
  audits: createAuditsController,
  cells: createCellsController,
  consumption: createConsumptionController,
  contentTypes: createContentTypesController,
  decisions: createDecisionsController,
  evidence: createEvidenceController,
  imports: createImportsController,
  journeys: createJourneysController,
  measurement: createMeasurementController,
  personas: createPersonasController,
  placing: createPlacingController,
  presets: createPresetsController,
  reading: createReadingController,
  rules: createRulesController,
  stages: createStagesController,
  tagging: createTaggingController,
  vocabulary: createVocabularyController,
};
