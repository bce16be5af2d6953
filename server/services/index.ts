import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../core/actions';
import { createAuditService } from './audit';
import { createSchedule } from './audit/schedule';
import { createChangesService } from './changes';
import { createCoverageService } from './coverage';
import { createExportsService } from './exports';
import { createInventoryService } from './inventory';
import { createPurgeService } from './purge';
import { createVocabularyService } from './vocabulary';

/** Every service by the name under which Strapi keeps it. */
export const services = {
  audit: createAuditService,
  changes: createChangesService,
  coverage: createCoverageService,
  exports: createExportsService,
  inventory: createInventoryService,
  purge: createPurgeService,
  schedule: createSchedule,
  vocabulary: createVocabularyService,
};

type Services = { [K in keyof typeof services]: ReturnType<(typeof services)[K]> };

/** The typed way to a service: Strapi's own look-up answers `any`. */
export const service = <K extends keyof Services>(strapi: Core.Strapi, name: K): Services[K] =>
  strapi.plugin(PLUGIN_ID).service(name);
