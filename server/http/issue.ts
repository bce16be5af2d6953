import type { z } from '@strapi/utils';

/** What is wrong with some input: where, and a sentence without its subject. */
export interface Issue {
  readonly path: readonly string[];
  readonly message: string;
}

/** The problems found; an unknown field is named itself, not the object around it. */
export const issuesOf = (error: z.ZodError): readonly Issue[] =>
  error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...path, key], message: 'is not known here' }))
      : [{ path, message: issue.message }];
  });

/** One sentence about a problem; `whole` names what has no fields. */
export const sentenceOf = ({ path, message }: Issue, whole: string): string =>
  `\`${path.join('.') || whole}\`: ${message}.`;
