import type { EntryFacts, OwnerFacts, VariantFacts } from '../../core/audit/facts';
import type { LibraryEntry } from '../../library/reader';
import { rowKey, type OpenRow } from '../../stores/audit/inventory-writer';
import type { RangePlacements } from '../../stores/audit/tag-reader';

/** What is known besides the library and its tags. */
interface Memory {
  /** What the last audit wrote. */
  readonly open: ReadonlyMap<string, OpenRow>;
  /** The admin users there are. */
  readonly owners: ReadonlyMap<number, OwnerFacts>;
  /** The number of a locale in rows; 0 for `''`. */
  readonly localeNo: (locale: string) => number;
}

/** Puts together what the library, the tags and the last audit know of an entry. */
export const join = (
  { documentId, variants }: LibraryEntry,
  { tags, exclusions, decisions }: RangePlacements,
  memory: Memory
): EntryFacts => ({
  documentId,
  variants: variants.map((variant) => (variant.owner === null ? rememberOwner(documentId, variant, memory) : variant)),
  tags: tags.get(documentId) ?? [],
  excluded: exclusions.get(documentId) ?? null,
  decision: decisions.get(documentId) ?? null,
});

/** Strapi forgets a deleted user's entries; our last audit does not. */
const rememberOwner = (documentId: string, variant: VariantFacts, { open, owners, localeNo }: Memory): VariantFacts => {
  const last = open.get(rowKey(documentId, localeNo(variant.locale)));
  return last?.owner == null || last.ownerId === null || owners.has(last.ownerId)
    ? variant
    : { ...variant, owner: { id: last.ownerId, name: last.owner, state: 'gone' } };
};
