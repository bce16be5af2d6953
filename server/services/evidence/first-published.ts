import type { Core } from '@strapi/strapi';
import type { Instant, LibraryFacts } from '../../core/audit/facts';
import type { Day } from '../../core/evidence/day';
import { publicationDay } from '../../core/evidence/first-publication';
import type { LibraryChunk } from '../../library/reader';
import { rowKey, type EntryRange, type OpenRow } from '../../stores/audit/inventory-writer';
import { versionKey } from '../../stores/consumption/keys';
import { readPublications, type Publication } from '../../stores/consumption/publications';

/** What the last audit knew, and how it numbers locales. */
interface Memory {
  readonly open: ReadonlyMap<string, OpenRow>;
  readonly localeNo: (locale: string) => number;
}

/**
 * First publications in a stretch of entries. The last audit's own rows hold them; what was recorded is read only where
 * a version was published since, or where derived rows were dropped.
 */
export const readFirstPublished = async (
  strapi: Core.Strapi,
  uid: string,
  range: EntryRange,
  chunk: LibraryChunk,
  { open, localeNo }: Memory,
  now: Instant
) => {
  const last = (documentId: string, locale: string): Day | null =>
    open.get(rowKey(documentId, localeNo(locale)))?.publishedOn ?? null;
  const isAllKnown = chunk.everyPublished((documentId, locale) => last(documentId, locale) !== null);
  const recorded = isAllKnown ? null : await readPublications(strapi, uid, range);
  const found: Publication[] = [];
  return {
    /** The day, `null` while it is not published; what was not recorded yet, or turns out earlier, is noted. */
    of: (documentId: string, { locale, publishedAt, contentDate }: LibraryFacts): Day | null => {
      if (publishedAt === null) return null;
      const known = last(documentId, locale) ?? recorded?.get(versionKey(documentId, locale)) ?? null;
      const day = publicationDay(publishedAt, contentDate, now);
      if (known !== null && known <= day) return known;
      found.push({ uid, documentId, locale, day });
      return day;
    },
    /** To be recorded. */
    found: (): readonly Publication[] => found,
  };
};
