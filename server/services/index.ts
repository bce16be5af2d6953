import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../core/actions';
import { createAnalyticsService } from './analytics';
import { createAuditService } from './audit';
import { createSchedule } from './audit/schedule';
import { createBulkService } from './bulk';
import { createCellsService } from './cells';
import { createChangesService } from './changes';
import { createConsumptionService } from './consumption';
import { createContentTypesService } from './content-types';
import { createCoverageService } from './coverage';
import { createDecisionsService } from './decisions';
import { createEvidenceService } from './evidence';
import { createDeliveriesService } from './deliveries';
import { createExportsService } from './exports';
import { createFilesService } from './files';
import { createFiltersService } from './filters';
import { createImportsService } from './imports';
import { createInventoryService } from './inventory';
import { createMeasurementService } from './measurement';
import { createPersonasService } from './personas';
import { createPlacingService } from './placing';
import { createPresetsService } from './presets';
import { createPurgeService } from './purge';
import { createRulesService } from './rules';
import { createStagesService } from './stages';
import { createTaggingService } from './tagging';
import { createVocabularyService } from './vocabulary';

/** Every service by the name under which Strapi keeps it. */
export const services = {
  analytics: createAnalyticsService,
  audit: createAuditService,
  bulk: createBulkService,
  cells: createCellsService,
  changes: createChangesService,
  consumption: createConsumptionService,
  contentTypes: createContentTypesService,
  coverage: createCoverageService,
  decisions: createDecisionsService,
  evidence: createEvidenceService,
  deliveries: createDeliveriesService,
  exports: createExportsService,
  files: createFilesService,
  filters: createFiltersService,
  imports: createImportsService,
  inventory: createInventoryService,
  measurement: createMeasurementService,
  personas: createPersonasService,
  placing: createPlacingService,
  presets: createPresetsService,
  purge: createPurgeService,
  rules: createRulesService,
  schedule: createSchedule,
  stages: createStagesService,
  tagging: createTaggingService,
  vocabulary: createVocabularyService,
};

type Services = { [K in keyof typeof services]: ReturnType<(typeof services)[K]> };

/** The typed way to a service: Strapi's own look-up answers `any`. */
export const service = <K extends keyof Services>(strapi: Core.Strapi, name: K): Services[K] =>
  strapi.plugin(PLUGIN_ID).service(name);
