import { z } from '@strapi/utils';
import { RULE_OPERATORS } from '../core/rules-api';
import { EXCLUSION_REASONS } from '../core/vocabulary';
import { bodyOf, flag, oneOf, someText, texts } from './fields';
import { newPersona } from './vocabulary';

const rule = {
  contentType: someText(255),
  condition: z
    .strictObject(
      {
        field: someText(255),
        operator: oneOf(RULE_OPERATORS),
        values: texts(50, 255).min(1, 'must name a value'),
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
export const ruleValuesQuery = z.strictObject({ contentType: someText(255), field: someText(255) });

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
