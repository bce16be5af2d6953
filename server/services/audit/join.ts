import type { EntryFacts, OwnerFacts, VariantFacts } from '../../core/audit/facts';
import type { LibraryEntry } from '../../library/reader';
import type { OpenRow } from '../../stores/audit/inventory-writer';
import type { RangePlacements } from '../../stores/audit/tag-reader';

/** Puts together what the library, the tags and the last audit know of some entries. */
export const join = (
  entries: readonly LibraryEntry[],
  placements: RangePlacements,
  open: readonly OpenRow[],
  owners: ReadonlyMap<number, OwnerFacts>
): readonly EntryFacts[] => {
  const remembered = rememberedOwners(open);
  return entries.map((entry) => toFacts(entry, placements, remembered.get(entry.documentId), owners));
};

const toFacts = (
  { documentId, variants }: LibraryEntry,
  { tags, exclusions }: RangePlacements,
  remembered: OwnerFacts | undefined,
  owners: ReadonlyMap<number, OwnerFacts>
): EntryFacts => ({
  documentId,
  variants: variants.map((variant) => withRememberedOwner(variant, remembered, owners)),
  tags: tags.get(documentId) ?? [],
  excluded: exclusions.get(documentId) ?? null,
});

/** Strapi forgets a deleted user's entries; our last audit does not. */
const withRememberedOwner = (
  variant: VariantFacts,
  last: OwnerFacts | undefined,
  owners: ReadonlyMap<number, OwnerFacts>
): VariantFacts =>
  variant.owner === null && last?.id != null && !owners.has(last.id)
    ? { ...variant, owner: { ...last, state: 'gone' } }
    : variant;

const rememberedOwners = (open: readonly OpenRow[]): ReadonlyMap<string, OwnerFacts> =>
  new Map(
    open.flatMap(({ documentId, localeNo, ownerId, owner }) =>
      localeNo === 0 && owner !== null ? [[documentId, { id: ownerId, name: owner, state: 'active' as const }]] : []
    )
  );
