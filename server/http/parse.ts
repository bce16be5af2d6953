import type { z } from '@strapi/utils';
import { invalid } from '../core/refusal';
import { issuesOf, sentenceOf } from './issue';

/** Reads unknown input once, at the edge; what does not fit is refused with a sentence that names the field. */
export const parse = <T extends z.ZodType>(schema: T, input: unknown): Exact<z.output<T>> => {
  const result = schema.safeParse(input);
  if (result.success) return result.data as Exact<z.output<T>>;
  const issues = issuesOf(result.error);
  const [first = { path: [], message: 'not understood' }] = issues;
  throw invalid(first.path.join('.') || WHOLE, sentenceOf(first, WHOLE), { errors: issues.slice(0, 20) });
};

/** What a refusal calls a request as a whole. */
const WHOLE = 'request';

/** JSON and query strings know no `undefined`: an optional field is there or is not. */
export type Exact<T> = T extends object ? { [K in keyof T]: Exact<Exclude<T[K], undefined>> } : T;
