import type { Instant } from '../audit/facts';
import { dayAt, type Day } from './day';

/**
 * The day on which a published version came out, as far as the library tells: Strapi dates every publishing anew, and a
 * library that was imported was written before.
 */
export const publicationDay = (publishedAt: Instant, contentDate: Instant | null, now: Instant): Day =>
  dayAt(contentDate === null || contentDate > now ? publishedAt : Math.min(publishedAt, contentDate));
