import type { Core } from '@strapi/strapi';
import type { Placement } from '../core/api';
import type { ListFilter } from '../core/list-filters';
import { invalid } from '../core/refusal';
import {
  matchPlacing,
  matchTags,
  refuseUnknown,
  TAG_FILTERS,
  type TagFilter,
  type Vocabulary,
} from '../core/tag-match';
import { createDocumentFilters, type DocumentFilter } from '../library/document-filter';
import { ownUid } from '../stores/tables';
import { DOCUMENT_ID, entriesToLeaveOut, excludedEntries, taggedEntries } from '../stores/tag-matches';
import { readVocabulary } from '../stores/vocabulary';
import { service } from '.';

/** What people and front ends ask for by persona and stage, in the words of the host's own filters. */
export const createFiltersService = ({ strapi }: { strapi: Core.Strapi }) => {
  const documentFilter = createDocumentFilters(strapi, { uid: ownUid('tag'), column: DOCUMENT_ID });

  const isAudited = (uid: string): Promise<boolean> => service(strapi, 'contentTypes').isAudited(uid);

  const byTags = (uid: string, filter: TagFilter, vocabulary: Vocabulary): Promise<DocumentFilter> =>
    documentFilter(uid, '$in', taggedEntries(strapi, uid, matchTags(filter, vocabulary)));

  const byPlacement = (
    uid: string,
    placement: Placement,
    vocabulary: Vocabulary
  ): readonly Promise<DocumentFilter>[] => {
    const placing = matchPlacing(vocabulary);
    if (placement === 'placed') return [documentFilter(uid, '$in', taggedEntries(strapi, uid, placing))];
    const excluded = excludedEntries(strapi, uid);
    if (placement === 'excluded') return [documentFilter(uid, '$in', excluded)];
    const tagged = entriesToLeaveOut(strapi, uid, placing);
    return [documentFilter(uid, '$notIn', tagged), documentFilter(uid, '$notIn', excluded)];
  };

  return {
    /** The entries of a type with such a tag. Refuses unknown keys and types that are not under audit. */
    byTags: async (uid: string, filter: TagFilter): Promise<DocumentFilter> => {
      if (!(await isAudited(uid))) {
        const field = TAG_FILTERS.find((name) => filter[name] !== undefined) ?? 'persona';
        const advice = 'add it in Settings → Content Strategy → Content types';
        throw invalid(field, `\`${field}\`: "${uid}" is not under audit; ${advice}.`);
      }
      const vocabulary = await readVocabulary(strapi);
      refuseUnknown(filter, vocabulary);
      return byTags(uid, filter, vocabulary);
    },

    /**
     * The entries of a type that all filters of a list leave. A key that is gone leaves none, and a type that left the
     * audit is not narrowed: the Content Manager remembers filters, and an error would take the list from people.
     */
    byList: async (uid: string, { tags, placements }: ListFilter): Promise<readonly DocumentFilter[]> => {
      if (!(await isAudited(uid))) return [];
      const vocabulary = await readVocabulary(strapi);
      return Promise.all([
        ...tags.map((filter) => byTags(uid, filter, vocabulary)),
        ...placements.flatMap((placement) => byPlacement(uid, placement, vocabulary)),
      ]);
    },
  };
};
