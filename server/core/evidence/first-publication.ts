import type { Instant } from '../audit/facts';
import { dayAt, type Day } from './day';
import type { Published } from './evidence';

/**
 * The day on which a published version came out, as far as the library tells: Strapi dates every publishing anew, and a
 * library that was imported was written before.
 */
export const publicationDay = (publishedAt: Instant, contentDate: Instant | null, now: Instant): Day =>
  dayAt(contentDate === null || contentDate > now ? publishedAt : Math.min(publishedAt, contentDate));

/**
 * Since when customers can read it without a break, as far as it was seen: on the days before, silence proves nothing.
 * `null`: they cannot.
 */
export const readableSince = ({ publishedOn, readableFrom }: Published): Day | null =>
  publishedOn === null || readableFrom === null ? publishedOn : Math.max(publishedOn, readableFrom);
