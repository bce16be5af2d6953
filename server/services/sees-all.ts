import type { Core } from '@strapi/strapi';
import type { UserAbility } from '../library/access';
import { entriesInSight } from '../library/entries-in-sight';
import { service } from '.';

/** Whether a user may read every entry of every type under audit: what is counted of all of them tells him nothing new. */
export const seesAllAudited = async (strapi: Core.Strapi, ability: UserAbility): Promise<boolean> => {
  const { isAll, whole } = await entriesInSight(strapi, ability);
  return isAll || (await service(strapi, 'contentTypes').audited()).every(({ uid }) => whole.includes(uid));
};
