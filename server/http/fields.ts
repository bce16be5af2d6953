import { z } from '@strapi/utils';

/** Text a person typed: trimmed, bounded, and without NUL, which PostgreSQL cannot store. */
export const text = (most: number) =>
  z
    .string({ error: 'must be a text' })
    .trim()
    .max(most, `must be at most ${most} characters`)
    .refine((value) => !value.includes('\u0000'), 'must not hold NUL characters');

/** Text that must not be empty. */
export const someText = (most: number) => text(most).min(1, 'must not be empty');

/** A list of short texts. */
export const texts = (most: number, length: number) =>
  z.array(someText(length), { error: 'must be a list of texts' }).max(most, `must be at most ${most}`);

export const flag = z.boolean({ error: 'must be true or false' });

export const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });

/** A body may come as `{ "data": … }`, as everywhere in Strapi, or bare. */
export const bodyOf = <T extends z.ZodType>(schema: T) =>
  z.preprocess((body) => (isWrapped(body) ? body.data : body), schema);

const isWrapped = (body: unknown): body is { readonly data: unknown } =>
  typeof body === 'object' && body !== null && Object.keys(body).join() === 'data';
