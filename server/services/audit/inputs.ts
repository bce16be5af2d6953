import type { Core } from '@strapi/strapi';
import { DEFAULT_POLICY } from '../../core/policy';
import { createCellStore } from '../../stores/cells';
import { readVocabulary } from '../../stores/vocabulary';
import { service } from '..';
import type { AuditInputs } from './pass';

/** What an audit that starts now reads and judges by. */
export const readInputs = async (strapi: Core.Strapi): Promise<AuditInputs> => ({
  axes: {
    ...(await readVocabulary(strapi)),
    cells: await createCellStore(strapi).list(),
  },
  policy: DEFAULT_POLICY,
  types: await service(strapi, 'contentTypes').audited(),
  locales: (await service(strapi, 'contentTypes').locales()).map(({ code }) => code),
});
