import type { TagBody } from '../../../server/core/api';

/** Where the tags of one persona or one stage come from. */
export interface Origin {
  /** All of them set by a rule. */
  readonly byRule: boolean;
  /** The newest one. */
  readonly latest: TagBody;
}

/** Origins by side and key, for the toggles' look and tooltip. */
export interface Origins {
  readonly persona: ReadonlyMap<string, Origin>;
  readonly stage: ReadonlyMap<string, Origin>;
}

/** Sums stored tags up by persona and by stage. */
export const originsOf = (tags: readonly TagBody[]): Origins => ({
  persona: bySide(tags, 'persona'),
  stage: bySide(tags, 'stage'),
});

/** The tag set last; ISO 8601 sorts as text. */
export const latestOf = (tags: readonly TagBody[]): TagBody | undefined =>
  tags.reduce<TagBody | undefined>((latest, tag) => (latest && latest.at >= tag.at ? latest : tag), undefined);

const bySide = (tags: readonly TagBody[], side: 'persona' | 'stage'): ReadonlyMap<string, Origin> => {
  const origins = new Map<string, Origin>();
  for (const tag of tags) {
    const key = tag[side];
    if (key === null) continue;
    const before = origins.get(key);
    const latest = (before && latestOf([before.latest, tag])) ?? tag;
    origins.set(key, { byRule: (before?.byRule ?? true) && tag.origin === 'rule', latest });
  }
  return origins;
};
