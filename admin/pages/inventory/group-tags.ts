import type { InventoryRow } from '../../../server/core/api';
import type { TagOrigin } from '../../../server/core/vocabulary';

/** One persona with all its stages in an entry. */
export interface TagGroup {
  readonly persona: string | null;
  readonly stages: readonly (string | null)[];
  /** A person's word counts more than what a rule or import guessed beside it. */
  readonly origin: TagOrigin;
}

/** Pairs as people say them: "Finance lead · Onboarding, Adoption". */
export const groupTags = (tags: InventoryRow['tags']): readonly TagGroup[] => {
  const groups = new Map<string | null, TagGroup>();
  for (const { persona, stage, origin } of tags) {
    const group = groups.get(persona);
    groups.set(persona, {
      persona,
      stages: [...(group?.stages ?? []), stage],
      origin: group?.origin === 'person' ? 'person' : origin,
    });
  }
  return [...groups.values()];
};
