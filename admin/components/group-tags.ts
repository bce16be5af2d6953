import type { TagOrigin, TagPair } from '../../server/core/vocabulary';

/** Personas who share the same stages in an entry. */
export interface TagGroup {
  readonly personas: readonly (string | null)[];
  readonly stages: readonly (string | null)[];
  /** A person's word counts more than what a rule or import guessed beside it. */
  readonly origin: TagOrigin;
}

/** Pairs as people say them: "Finance lead, IT administrator · Onboarding, Adoption" rather than four of them. */
export const groupTags = (tags: readonly (TagPair & { readonly origin?: TagOrigin })[]): readonly TagGroup[] => {
  const stagesOf = new Map<string | null, (string | null)[]>();
  for (const { persona, stage } of tags) stagesOf.set(persona, [...(stagesOf.get(persona) ?? []), stage]);
  const groups = new Map<string, TagGroup>();
  for (const [persona, stages] of stagesOf) {
    const alike = [...stages].sort().join();
    const own = tags.filter((tag) => tag.persona === persona).map(({ origin = 'person' }) => origin);
    const group = groups.get(alike);
    groups.set(alike, {
      personas: [...(group?.personas ?? []), persona],
      stages: group?.stages ?? stages,
      origin: group?.origin === 'person' || own.includes('person') ? 'person' : (own[0] ?? 'rule'),
    });
  }
  return [...groups.values()];
};
