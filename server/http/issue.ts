import type { z } from '@strapi/utils';

/** What is wrong with some input, in one sentence that names the field. */
export interface Issue {
  readonly field: string;
  readonly sentence: string;
}

/** The first of the problems found; an unknown field is named itself, not the object around it. */
export const firstIssue = (error: z.ZodError, whole: string): Issue => {
  const [first] = error.issues;
  const unknown = first?.code === 'unrecognized_keys' ? first.keys.slice(0, 1) : [];
  const field = [...(first?.path ?? []), ...unknown].map(String).join('.') || whole;
  const message = unknown.length > 0 ? 'is not known here' : (first?.message ?? 'not understood');
  return { field, sentence: `\`${field}\`: ${message}.` };
};
