import { EVERYONE, type Persona } from '../vocabulary';
import { fold } from './words';

/** A persona or stage as a sheet may name it. */
export interface Named {
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly retired: boolean;
}

/** Personas, and everyone, as sheets call them. */
export const namedPersonas = (personas: readonly Pick<Persona, 'key' | 'name' | 'retired'>[]): readonly Named[] => [
  { key: EVERYONE, name: 'Everyone', aliases: ['all', 'everybody', 'all personas', 'alle'], retired: false },
  ...personas.map(({ key, name, retired }) => ({ key, name, retired, aliases: [] })),
];

/** How each of some personas or stages is written so that it is understood again: by name, or by key where that is not its own. */
export const createWriter = (items: readonly Named[]): ((key: string) => string) => {
  const lexicon = createLexicon(items);
  const words = items.map(({ key, name }): readonly [string, string] => {
    const meaning = lexicon(name);
    return [key, meaning?.kind === 'key' && meaning.key === key ? name : key];
  });
  const byKey = new Map(words);
  return (key) => byKey.get(key) ?? key;
};

/** What a word of a sheet stands for. `ignored`: somebody said so. */
export type Meaning =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'ambiguous'; readonly keys: readonly string[] };

/** Looks words up; `null`: unknown. */
export type Lexicon = (word: string) => Meaning | null;

/**
 * Personas or stages by what was mapped by hand, by key, by name, by alias, in this order. A prefix such as "Stage: " is
 * ignored. Of several with one name those not retired count.
 */
export const createLexicon = (
  items: readonly Named[],
  mapped: ReadonlyMap<string, string | null> = new Map()
): Lexicon => {
  const byHand = new Map([...mapped].map(([word, key]) => [fold(word), key]));
  const levels = [
    indexBy(items, ({ key }) => [key]),
    indexBy(items, ({ name }) => [name]),
    indexBy(items, ({ aliases }) => aliases),
  ];
  const find = (word: string): Meaning | null => {
    const folded = fold(word);
    const key = byHand.get(folded);
    if (key !== undefined) return key === null ? { kind: 'ignored' } : { kind: 'key', key };
    for (const level of levels) {
      const found = level.get(folded);
      if (found !== undefined) return meaningOf(found);
    }
    return null;
  };
  return (word) => {
    const rest = /^[^:]{1,60}:(.+)$/s.exec(word)?.[1];
    return find(word) ?? (rest === undefined ? null : find(rest));
  };
};

const indexBy = (
  items: readonly Named[],
  wordsOf: (item: Named) => readonly string[]
): ReadonlyMap<string, readonly Named[]> => {
  const index = new Map<string, Named[]>();
  for (const item of items) {
    for (const word of new Set(wordsOf(item).map(fold))) {
      const known = index.get(word);
      if (known === undefined) index.set(word, [item]);
      else known.push(item);
    }
  }
  return index;
};

const meaningOf = (found: readonly Named[]): Meaning => {
  const live = found.filter(({ retired }) => !retired);
  const keys = (live.length > 0 ? live : found).map(({ key }) => key);
  const [key] = keys;
  return keys.length === 1 && key !== undefined ? { kind: 'key', key } : { kind: 'ambiguous', keys };
};
