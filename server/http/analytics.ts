import { z } from '@strapi/utils';
import { IMPORTER_WORDS, type ImporterWord } from '../core/analytics-api';
import { parseDay } from '../core/evidence/day';
import { bodyOf, exactText, someText, text, yesOrNo } from './fields';

const day = exactText(40, 'must be one day').transform((value, context): number => {
  const read = parseDay(value.trim());
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: `"${value.slice(0, 40)}" is no day; write it as 2026-12-31` });
  return z.NEVER;
});

const isWord = (word: string): word is ImporterWord => IMPORTER_WORDS.some((known) => known === word);

const words = exactText(255, 'must be one text').transform((value, context): readonly ImporterWord[] => {
  const named = value
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (named.every(isWord)) return [...new Set(named)];
  context.addIssue({ code: 'custom', message: `must be words of ${IMPORTER_WORDS.join(', ')}, apart by commas` });
  return z.NEVER;
});

/** Names of hosts, apart by commas; an empty one stands for rows that name none. */
const hosts = exactText(2000, 'must be one text').transform((value): readonly string[] =>
  value.split(',').map((host) => host.trim().toLowerCase())
);

/** POST /imports/analytics */
export const analyticsQuery = z.strictObject({
  dryRun: yesOrNo.optional(),
  from: day.optional(),
  to: day.optional(),
  complete: yesOrNo.optional(),
  because: words.default([]),
  site: text(255).optional(),
  hosts: hosts.optional(),
});

/** The fields of the form beside the file. */
export const analyticsForm = z.strictObject({ dryRun: yesOrNo.optional() });

/** PUT /imports/analytics/overrides */
export const pathOverride = bodyOf(
  z.strictObject({
    path: someText(2000),
    entry: z
      .strictObject(
        { uid: someText(255), documentId: someText(255), locale: someText(64).optional() },
        'must be { uid, documentId }, "none" or null'
      )
      .or(z.literal('none'))
      .nullable(),
  })
);

/** DELETE /imports/analytics/moves */
export const movedQuery = z.strictObject({ from: text(500).default(''), to: text(500).default('') });

/** PUT /imports/analytics/moves */
export const movedSection = bodyOf(z.strictObject({ from: text(500), to: text(500) }));
