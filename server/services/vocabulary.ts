import type { Core } from '@strapi/strapi';
import type { JourneysBody, VocabularyBody } from '../core/api';
import { ACTIONS, actionUid, type Action } from '../core/actions';
import { journeysOf } from '../core/journeys';
import type { SessionAbility } from '../http/session';
import { readAccess } from '../library/access';
import { readVocabulary } from '../stores/vocabulary';
import { service } from '.';

/** What pages and the side panel need to name things, as far as the user may know of them. */
export const createVocabularyService = ({ strapi }: { strapi: Core.Strapi }) => ({
  find: async (ability: SessionAbility): Promise<VocabularyBody> => {
    const contentTypes = service(strapi, 'contentTypes');
    const audited = await contentTypes.audited();
    const hostLocales = await contentTypes.locales();
    const access = await readAccess(
      strapi,
      ability,
      audited,
      hostLocales.map(({ code }) => code)
    );
    const readable = audited.filter(({ uid }) => access.has(uid));
    const reach = readable.flatMap(({ uid, localized }) => (localized ? [access.get(uid)?.locales ?? []] : []));
    const isReadable = (code: string): boolean => reach.some((own) => own === 'all' || own.includes(code));
    return {
      ...(await readVocabulary(strapi)),
      contentTypes: readable.map(({ setting: _setting, gone: _gone, ...type }) => type),
      locales: hostLocales.filter(({ code }) => isReadable(code)),
      publishing: Object.fromEntries(
        readable.flatMap(({ uid, draftAndPublish, setting: { publishing } }) =>
          draftAndPublish && publishing !== 'off' ? [[uid, publishing]] : []
        )
      ),
      can: Object.fromEntries(ACTIONS.map((action) => [action, ability.can(actionUid(action))])) as Record<
        Action,
        boolean
      >,
    };
  },

  /** What a front end may know of it. */
  journeys: async (): Promise<JourneysBody> => journeysOf(await readVocabulary(strapi)),
});
