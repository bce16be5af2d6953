import { z } from '@strapi/utils';

/** One key or several, joined by commas or given as a list: what the REST API's own `fields` and `sort` take. */
const keys = z.coerce
  .string()
  .transform((text) => [...new Set(text.split(',').map((key) => key.trim()))].filter(Boolean))
  .pipe(z.array(z.string()).min(1, 'must name at least one key'));

/** `?persona=&journey=&stage=` among a request's other parameters. */
export const tagFilterParams = z.object({
  persona: keys.optional(),
  journey: keys.optional(),
  stage: keys.optional(),
});
