import { z } from '@strapi/utils';
import { exactText, word } from './fields';

/** One key or several, joined by commas or given as a list: what the REST API's own `fields` and `sort` take. */
const keys = z
  .unknown()
  .transform(String)
  .pipe(exactText(10_000))
  .transform((text) => [...new Set(text.split(',').map((key) => key.trim()))].filter(Boolean))
  .pipe(z.array(word(255)).min(1, 'must name at least one key'));

/** `?persona=&journey=&stage=` among a request's other parameters. */
export const tagFilterParams = z.object({
  persona: keys.optional(),
  journey: keys.optional(),
  stage: keys.optional(),
});
