import type { Core } from '@strapi/strapi';
import { invalid, type Refusal } from '../core/refusal';
import { matchTags, TAG_FILTERS, type TagFilter } from '../core/tag-match';
import { createDocumentFilters, type DocumentFilter } from '../library/document-filter';
import { createPersonaStore } from '../stores/personas';
import { createStageStore } from '../stores/stages';
import { ownUid } from '../stores/tables';
import { DOCUMENT_ID, taggedEntries } from '../stores/tag-matches';
import { service } from '.';

/** What people and front ends ask for by persona and stage, in the words of the host's own filters. */
export const createFiltersService = ({ strapi }: { strapi: Core.Strapi }) => {
  const personas = createPersonaStore(strapi);
  const stages = createStageStore(strapi);
  const documentFilter = createDocumentFilters(strapi, ownUid('tag'));

  return {
    /** The entries of a type with such a tag. Refuses unknown keys and types that are not under audit. */
    byTags: async (uid: string, filter: TagFilter): Promise<DocumentFilter> => {
      if (!(await service(strapi, 'contentTypes').isAudited(uid))) throw notAudited(uid, filter);
      const match = matchTags(filter, { personas: await personas.list(), stages: await stages.list() });
      return documentFilter(uid, { operator: '$in', entries: taggedEntries(strapi, uid, match), column: DOCUMENT_ID });
    },
  };
};

const notAudited = (uid: string, filter: TagFilter): Refusal => {
  const field = TAG_FILTERS.find((name) => filter[name] !== undefined) ?? 'persona';
  const sentence = `"${uid}" is not under audit; add it in Settings → Content Strategy → Content types`;
  return invalid(field, `\`${field}\`: ${sentence}.`);
};
