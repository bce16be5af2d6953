import type { Core } from '@strapi/strapi';
import { DEFAULT_POLICY } from '../../core/policy';
import { createCellStore } from '../../stores/cells';
import { createPersonaStore } from '../../stores/personas';
import { createStageStore } from '../../stores/stages';
import { service } from '..';
import type { AuditInputs } from './pass';

/** What an audit that starts now reads and judges by. */
export const readInputs = async (strapi: Core.Strapi): Promise<AuditInputs> => ({
  axes: {
    personas: await createPersonaStore(strapi).list(),
    stages: await createStageStore(strapi).list(),
    cells: await createCellStore(strapi).list(),
  },
  policy: DEFAULT_POLICY,
  types: await service(strapi, 'contentTypes').audited(),
  locales: (await service(strapi, 'contentTypes').locales()).map(({ code }) => code),
});
