import type { EntryFacts, LibraryFacts, OwnerFacts, VariantFacts } from '../../core/audit/facts';
import type { Coverage } from '../../core/evidence/covering';
import type { Published } from '../../core/evidence/evidence';
import type { LibraryEntry } from '../../library/reader';
import { rowKey, type OpenRow } from '../../stores/audit/inventory-writer';
import type { RangePlacements } from '../../stores/audit/tag-reader';
import type { StretchCoverage } from '../evidence/stretch';

/** What is known besides the library and its tags. */
interface Memory {
  /** What the last audit wrote. */
  readonly open: ReadonlyMap<string, OpenRow>;
  /** The admin users there are. */
  readonly owners: ReadonlyMap<number, OwnerFacts>;
  /** The number of a locale in rows; 0 for `''`. */
  readonly localeNo: (locale: string) => number;
}

/** What is known of a version's publication and consumption. */
export interface VersionEvidence {
  readonly publication: (documentId: string, version: LibraryFacts) => Published;
  readonly coverage: StretchCoverage;
}

/** Puts together what the library, the tags, the counters and the last audit know of an entry. */
export const join = (
  { documentId, variants }: LibraryEntry,
  { tags, exclusions, decisions }: RangePlacements,
  { publication, coverage }: VersionEvidence,
  memory: Memory
): EntryFacts => ({
  documentId,
  variants: variants.map((variant) =>
    factsOf(
      variant,
      variant.owner ?? rememberOwner(documentId, variant.locale, memory),
      publication(documentId, variant),
      coverage(documentId, variant)
    )
  ),
  tags: tags.get(documentId) ?? [],
  excluded: exclusions.get(documentId) ?? null,
  decision: decisions.get(documentId) ?? null,
});

/** Spelled out: of an object made by spreading this many properties V8 makes a hash table of 2 kB. */
const factsOf = (
  variant: LibraryFacts,
  owner: OwnerFacts | null,
  { publishedOn, readableFrom }: Published,
  coverage: Coverage
): VariantFacts => ({
  locale: variant.locale,
  status: variant.status,
  title: variant.title,
  path: variant.path,
  owner,
  createdAt: variant.createdAt,
  updatedAt: variant.updatedAt,
  contentDate: variant.contentDate,
  expiresAt: variant.expiresAt,
  publishedOn,
  readableFrom,
  counts: coverage.counts,
  measured: coverage.measured,
  reported: coverage.reported,
  obstacle: coverage.obstacle,
  mayHaveMoved: coverage.mayHaveMoved,
  measuredBy: coverage.measuredBy,
  periods: coverage.periods,
});

/** Strapi forgets a deleted user's entries; our last audit does not. */
const rememberOwner = (documentId: string, locale: string, { open, owners, localeNo }: Memory): OwnerFacts | null => {
  const last = open.get(rowKey(documentId, localeNo(locale)));
  return last?.owner == null || last.ownerId === null || owners.has(last.ownerId)
    ? null
    : { id: last.ownerId, name: last.owner, state: 'gone' };
};
