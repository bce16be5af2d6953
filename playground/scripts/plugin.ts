import type { Core } from '@strapi/strapi';
import type { CoverageBody } from '../../server/core/api';
import type { service } from '../../server/services';
import { hostService } from './host-services';
import { Trouble } from './progress';

/** A service of the plugin that runs in the playground: its types come from the sources, the service itself does not. */
export const pluginService: typeof service = (strapi, name) => strapi.plugin('content-strategy').service(name);

/** Audits the library to the end and reads its coverage as that user sees it. */
export const auditedCoverage = async (strapi: Core.Strapi, userId: number): Promise<CoverageBody> => {
  const audit = await pluginService(strapi, 'audit').run('manual');
  if (audit.status !== 'finished') throw new Trouble(`The audit ${audit.status}: ${audit.error ?? 'no reason given'}`);
  const ability = await hostService(strapi, 'admin::permission').engine.generateUserAbility({ id: userId });
  return pluginService(strapi, 'coverage').read({ counted: 'published' }, ability);
};
