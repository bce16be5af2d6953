import { z } from '@strapi/utils';
import { isStorable } from '../core/storable';

/** What all texts of requests have to be, whoever made them. */
const bounded = (string: z.ZodString, most: number) =>
  string
    .max(most, `must be at most ${most} characters`)
    .refine(isStorable, 'must not hold NUL characters or halves of characters (lone surrogates)');

/** A text as it came, of at most so many characters. */
export const exactText = (most: number, error = 'must be a text') => bounded(z.string({ error }), most);

/** A word of a query or path: as it came, and never empty. */
export const word = (most: number, error?: string) => exactText(most, error).min(1, 'must not be empty');

/** Text a person typed: trimmed. */
export const text = (most: number) => bounded(z.string({ error: 'must be a text' }).trim(), most);

/** Text that must not be empty. */
export const someText = (most: number) => text(most).min(1, 'must not be empty');

/** A list of short texts. */
export const texts = (most: number, length: number) =>
  z.array(someText(length), { error: 'must be a list of texts' }).max(most, `must be at most ${most}`);

export const flag = z.boolean({ error: 'must be true or false' });

/** A flag of a query or form. */
export const yesOrNo = z
  .enum(['true', 'false'], { error: 'must be one of true, false' })
  .transform((value) => value === 'true');

/** A value of a list; the sentence names all of them. */
export const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });

/** A whole number of a query. */
export const number = (least: number, most: number, fallback: number) =>
  exactText(20, 'must be one number')
    .regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`)
    .default(fallback);

/** A number that something was given when it was stored, in a query or path. */
export const id = (what: string) =>
  exactText(20, 'must be one number')
    .regex(/^[1-9]\d{0,8}$/, `must be the number of ${what}`)
    .transform(Number);

/** A body may come as `{ "data": … }`, as everywhere in Strapi, or bare. */
export const bodyOf = <T extends z.ZodType>(schema: T) =>
  z.preprocess((body) => (isWrapped(body) ? body.data : body), schema);

const isWrapped = (body: unknown): body is { readonly data: unknown } =>
  typeof body === 'object' && body !== null && Object.keys(body).join() === 'data';
