import { z } from '@strapi/utils';
import { DECISION_KINDS, isDay, NOTE_LENGTH, OWNER_LENGTH } from '../core/decision';
import { bodyOf, exactText, flag, oneOf, text } from './fields';
import { SELECT_ONCE, selection, selectsOnce, someEntry } from './placing';

const details = {
  note: text(NOTE_LENGTH).optional(),
  owner: text(OWNER_LENGTH).optional(),
  due: exactText(40, 'must be a day as YYYY-MM-DD, or null')
    .refine(isDay, 'must be a day as YYYY-MM-DD, or null')
    .nullable()
    .optional(),
};

const decision = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.null() }),
    z.strictObject({ kind: z.literal('merge'), mergeInto: someEntry.optional(), ...details }),
    z.strictObject({ kind: oneOf(DECISION_KINDS).exclude(['merge']), ...details }),
  ],
  { error: `must have a kind: ${DECISION_KINDS.join(', ')}, or null to take the decision back` }
);

/** PUT /decisions/:uid/:documentId */
export const decisionInput = bodyOf(decision);

/** POST /decisions/bulk */
export const bulkDecisionInput = bodyOf(
  z.strictObject({ ...selection, decision, dryRun: flag.optional() }).refine(selectsOnce, SELECT_ONCE)
);
