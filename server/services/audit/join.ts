import type { EntryFacts, OwnerFacts, VariantFacts } from '../../core/audit/facts';
import type { LibraryEntry } from '../../library/reader';
import { rowKey, type OpenRow } from '../../stores/audit/inventory-writer';
import type { RangePlacements } from '../../stores/audit/tag-reader';

/** What is known besides the library and its tags. */
interface Memory {
  /** What the last audit wrote. */
  readonly open: readonly OpenRow[];
  /** The admin users there are. */
  readonly owners: ReadonlyMap<number, OwnerFacts>;
  /** The number of a locale in rows; 0 for `''`. */
  readonly localeNo: (locale: string) => number;
}

/** Puts together what the library, the tags and the last audit know of some entries. */
export const join = (
  entries: readonly LibraryEntry[],
  { tags, exclusions }: RangePlacements,
  { open, owners, localeNo }: Memory
): readonly EntryFacts[] => {
  const remembered = rememberedOwners(open);
  return entries.map(({ documentId, variants }) => ({
    documentId,
    variants: variants.map((variant) =>
      withRememberedOwner(variant, remembered.get(rowKey({ documentId, localeNo: localeNo(variant.locale) })), owners)
    ),
    tags: tags.get(documentId) ?? [],
    excluded: exclusions.get(documentId) ?? null,
  }));
};

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
    open.flatMap((row) =>
      row.owner === null ? [] : [[rowKey(row), { id: row.ownerId, name: row.owner, state: 'active' as const }]]
    )
  );
