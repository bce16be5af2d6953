import { z } from '@strapi/utils';
import { DECISION_KINDS } from '../core/decision';
import { NONE } from '../core/import/decision-words';
import { IMPORT_COLUMNS, IMPORT_MODES } from '../core/import-api';
import { JOURNEYS } from '../core/vocabulary';
import { exactText, oneOf, someText, word, yesOrNo } from './fields';

const key = someText(100);

/** What stands in a sheet, as a key of an object: trimmed by nobody, never empty. */
const cell = word(500);

const most = (number: number) => (record: object) => Object.keys(record).length <= number;

const byWord = <T extends z.ZodType>(value: T) =>
  z.record(cell, value, { error: 'must be an object' }).refine(most(1000), 'must be at most 1000 values').optional();

const importOptions = z.strictObject({
  columns: byWord(oneOf(IMPORT_COLUMNS).nullable()),
  values: z
    .strictObject({
      personas: byWord(
        z.union([key, z.strictObject({ create: key })], { error: 'must be a key, { create } or null' }).nullable()
      ),
      stages: byWord(
        z
          .union([key, z.strictObject({ create: key, journey: oneOf(JOURNEYS) })], {
            error: 'must be a key, { create, journey } or null',
          })
          .nullable()
      ),
      decisions: byWord(oneOf([...DECISION_KINDS, NONE]).nullable()),
    })
    .partial()
    .optional(),
});

const json = exactText(200_000, 'must be one text')
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'must be JSON' });
      return z.NEVER;
    }
  })
  .pipe(importOptions);

/** POST /imports/tags */
export const importQuery = z.strictObject({
  dryRun: yesOrNo.optional(),
  mode: oneOf(IMPORT_MODES).default('merge'),
  validOnly: yesOrNo.default(false),
  answer: oneOf(['summary', 'rejected.csv']).default('summary'),
  options: json.optional(),
});

/** The fields of the form beside the file. */
export const importForm = z.strictObject({ dryRun: yesOrNo.optional(), options: json.optional() });
