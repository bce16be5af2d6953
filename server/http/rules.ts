import { z } from '@strapi/utils';
import { RULE_OPERATORS } from '../core/rules-api';
import { EXCLUSION_REASONS } from '../core/vocabulary';
import { bodyOf, exactText, flag, oneOf, someText, texts } from './fields';
import { newPersona } from './vocabulary';

/** As it came: "how " is what begins "how to", and not a part of "shows". */
const ruleValue = exactText(255).refine((value) => value.trim() !== '', 'must not be empty');

const rule = {
  contentType: someText(255),
  condition: z
    .strictObject(
      {
        field: someText(255),
        operator: oneOf(RULE_OPERATORS),
        values: z
          .array(ruleValue, { error: 'must be a list of texts' })
          .min(1, 'must name a value')
          .max(50, 'must be at most 50'),
      },
      { error: 'must be { field, operator, values } or null' }
    )
    .nullable(),
  personas: texts(100, 100),
  stages: texts(100, 100),
  excluded: oneOf(EXCLUSION_REASONS).nullable(),
};

const listOf = <T extends z.ZodType>(one: T) =>
  z.array(one, { error: 'must be a list of rules' }).max(200, 'must be at most 200');

const rules = listOf(z.strictObject(rule));

const keptRules = listOf(z.strictObject({ ...rule, key: someText(100).optional() }));

const personas = z
  .array(newPersona, { error: 'must be a list of personas' })
  .max(100, 'must be at most 100')
  .optional();

/** GET /rules/fields */
export const ruleFieldsQuery = z.strictObject({ contentType: someText(255) });

/** GET /rules/values */
export const ruleValuesQuery = z.strictObject({
  contentType: someText(255),
  field: someText(255),
  operator: oneOf(['is', 'lists']).default('is'),
});

/** POST /rules/preview */
export const rulesPreviewInput = bodyOf(z.strictObject({ rules: keptRules, personas }));

/** PUT /rules */
export const rulesInput = bodyOf(z.strictObject({ rules: keptRules, place: flag }));

/** POST /setup */
export const setupInput = bodyOf(
  z.strictObject({
    contentTypes: z
      .array(z.strictObject({ uid: someText(255), audited: flag }), { error: 'must be a list of { uid, audited }' })
      .max(500, 'must be at most 500')
      .optional(),
    personas,
    rules,
  })
);
