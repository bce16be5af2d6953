import type { Core } from '@strapi/strapi';
import type { Instant, LibraryFacts } from '../../core/audit/facts';
import { dayAt } from '../../core/evidence/day';
import type { Published } from '../../core/evidence/evidence';
import { publicationDay } from '../../core/evidence/first-publication';
import type { LibraryChunk } from '../../library/reader';
import { rowKey, type OpenRow } from '../../stores/audit/inventory-writer';
import { readUnpublishedSince } from '../../stores/audit/last-published';
import { versionKey } from '../../stores/consumption/keys';
import type { EntryRange } from '../../stores/entry-range';
import { readPublications, type Publication, type PublicationDays } from '../../stores/consumption/publications';

/** What the last audit knew, and how it numbers the type and locales. */
interface Memory {
  readonly open: ReadonlyMap<string, OpenRow>;
  readonly typeNo: number;
  readonly localeNo: (locale: string) => number;
}

/**
 * Publications in a stretch of entries. The last audit's own rows hold them; what was recorded is read only where a
 * version was published since, or where derived rows were dropped.
 */
export const readFirstPublished = async (
  strapi: Core.Strapi,
  uid: string,
  range: EntryRange,
  chunk: LibraryChunk,
  { open, typeNo, localeNo }: Memory,
  now: Instant
) => {
  const last = (documentId: string, locale: string): OpenRow | undefined =>
    open.get(rowKey(documentId, localeNo(locale)));
  const unknown: string[] = [];
  const drafted = new Set<string>();
  chunk.eachPublished((documentId, locale) => {
    const row = last(documentId, locale);
    if (row?.publishedOn != null) return;
    unknown.push(documentId);
    if (row !== undefined) drafted.add(documentId);
  });
  const recorded = unknown.length === 0 ? null : await readPublications(strapi, uid, range);
  const found: Publication[] = [];
  const unpublishedSince = await readUnpublishedSince(strapi, typeNo, [...drafted]);
  return {
    /** Its days, `null` while it is not published; what was not recorded yet, or turns out earlier, is noted. */
    of: (documentId: string, version: LibraryFacts): Published => {
      const { locale, publishedAt, contentDate, createdAt } = version;
      if (publishedAt === null) return NOT_PUBLISHED;
      const row = last(documentId, locale);
      const known = row?.publishedOn == null ? recorded?.get(versionKey(documentId, locale)) : daysOf(row);
      const goneSince = unpublishedSince.get(rowKey(documentId, localeNo(locale)));
      const isBrief = publishedAt - (goneSince ?? createdAt) < BRIEFLY;
      // The last audit saw it, and that nobody could read it: but for a moment's change of mind it came out since.
      const wasUnpublished = row !== undefined && row.publishedOn === null && !(isBrief && goneSince !== undefined);
      const readableFrom = wasUnpublished ? dayAt(publishedAt) : (known?.readableFrom ?? null);
      // Whatever its content date says; an import's is believed, whose drafts lasted for a moment.
      const isDated = readableFrom === null || isBrief;
      const day = isDated ? publicationDay(publishedAt, contentDate, now) : dayAt(publishedAt);
      if (known !== undefined && known.day <= day && !wasUnpublished) return { publishedOn: known.day, readableFrom };
      const publishedOn = Math.min(known?.day ?? day, day);
      found.push({ uid, documentId, locale, day: publishedOn, readableFrom });
      return { publishedOn, readableFrom };
    },
    /** To be recorded. */
    found: (): readonly Publication[] => found,
  };
};

/** Milliseconds of a change of mind, or of an import: an audit that happens to come by meanwhile takes nothing. */
const BRIEFLY = 3_600_000;

const NOT_PUBLISHED: Published = { publishedOn: null, readableFrom: null };

const daysOf = ({ publishedOn, readableFrom }: OpenRow): PublicationDays | undefined =>
  publishedOn === null ? undefined : { day: publishedOn, readableFrom };
