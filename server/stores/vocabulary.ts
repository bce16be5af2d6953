import type { Core } from '@strapi/strapi';
import type { Persona, Stage } from '../core/vocabulary';
import { createPersonaStore } from './personas';
import { createStageStore } from './stages';

/** What tags may name: all personas and stages, retired ones too. */
export interface StoredVocabulary {
  readonly personas: readonly Persona[];
  readonly stages: readonly Stage[];
}

/** Reads both; joins the transaction it is made in. */
export const readVocabulary = async (strapi: Core.Strapi): Promise<StoredVocabulary> => ({
  personas: await createPersonaStore(strapi).list(),
  stages: await createStageStore(strapi).list(),
});
