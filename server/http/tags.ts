import { z } from '@strapi/utils';
import { MAX_TAGS } from '../core/tag-set';
import { EXCLUSION_REASONS } from '../core/vocabulary';
import { bodyOf, exactText, oneOf, someText } from './fields';

const key = someText(100).nullable();

/** A list of tags. */
export const pairs = z
  .array(z.strictObject({ persona: key, stage: key }, { error: 'must be { persona, stage }' }), {
    error: 'must be a list of { persona, stage }',
  })
  .max(MAX_TAGS, `must be at most ${MAX_TAGS}`);

const excluded = z
  .strictObject({ reason: oneOf(EXCLUSION_REASONS) }, { error: 'must be { reason } or null' })
  .nullable()
  .optional();

/** /tags/:uid/:documentId */
export const entryParams = z.object({ uid: someText(255), documentId: someText(255) });

/** PATCH /tags/:uid/:documentId */
export const tagPatch = bodyOf(z.strictObject({ add: pairs.optional(), remove: pairs.optional(), excluded }));

/** PUT /tags/:uid/:documentId */
export const tagReplacement = bodyOf(z.strictObject({ tags: pairs, excluded }));

const LIST = 100;

/** GET /tags?uid=&documentIds=a,b,c: as many as a list page shows. */
export const tagsQuery = z.strictObject({
  uid: someText(255),
  documentIds: exactText(LIST * 256, 'must be document IDs joined by commas')
    .transform((ids) => [...new Set(ids.split(',').filter(Boolean))])
    .pipe(z.array(someText(255)).max(LIST, `must be at most ${LIST}`)),
});
