import type { z } from '@strapi/utils';
import { invalid } from '../core/refusal';
import { firstIssue } from './issue';

/** Reads unknown input once, at the edge; what does not fit is refused with a sentence that names the field. */
export const parse = <T extends z.ZodType>(schema: T, input: unknown): Exact<z.output<T>> => {
  const result = schema.safeParse(input);
  if (result.success) return result.data as Exact<z.output<T>>;
  const { field, sentence } = firstIssue(result.error, 'request');
  throw invalid(field, sentence, {
    errors: result.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.map(String), message })),
  });
};

/** JSON and query strings know no `undefined`: an optional field is there or is not. */
type Exact<T> = T extends object ? { [K in keyof T]: Exact<Exclude<T[K], undefined>> } : T;
