import { z } from '@strapi/utils';
import { invalid } from '../core/refusal';

/** Reads unknown input once, at the edge; what does not fit is refused with a sentence that names the field. */
export const parse = <T extends z.ZodType>(schema: T, input: unknown): z.output<T> => {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [first] = result.error.issues;
  const field = first?.path.map(String).join('.') || 'request';
  throw invalid(field, `\`${field}\`: ${first?.message ?? 'not understood'}.`, {
    errors: result.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.map(String), message })),
  });
};
