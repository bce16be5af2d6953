import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../core/actions';
import { createChangesService } from './changes';
import { createVocabularyService } from './vocabulary';

/** Every service by the name under which Strapi keeps it. */
export const services = {
  changes: createChangesService,
  vocabulary: createVocabularyService,
};

type Services = { [K in keyof typeof services]: ReturnType<(typeof services)[K]> };

/** The typed way to a service: Strapi's own look-up answers `any`. */
export const service = <K extends keyof Services>(strapi: Core.Strapi, name: K): Services[K] =>
  strapi.plugin(PLUGIN_ID).service(name);
