import { EVERYONE, type Persona } from '../vocabulary';
import { saysNothing } from './silent';
import { foldWord } from './words';

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

/** What a word of a sheet stands for. `isAssumed`: it is no name, and nobody has said so yet. */
export type Meaning =
  | { readonly kind: 'key'; readonly key: string; readonly isAssumed?: true }
  | { readonly kind: 'ignored'; readonly isAssumed?: true }
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
  const byHand = new Map([...mapped].map(([word, key]) => [foldWord(word), key]));
  const levels = [
    indexBy(items, ({ key }) => [key]),
    indexBy(items, ({ name }) => [name]),
    indexBy(items, ({ aliases }) => aliases),
  ];
  const find = (word: string): Meaning | null => {
    const folded = foldWord(word);
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

/** Tells the key that a word most likely means, by the keys of names that are known; `null`: it takes asking. */
export type Guess = (word: string, keyOf: (name: string) => string | null) => string | null;

/** A lexicon that also understands what people write where a name is missing, and instead of one. */
export const assuming = (lexicon: Lexicon, guess: Guess): Lexicon => {
  const keyOf = (name: string): string | null => {
    const meaning = lexicon(name);
    return meaning?.kind === 'key' ? meaning.key : null;
  };
  return (word) => {
    const meaning = lexicon(word);
    if (meaning !== null) return meaning;
    if (saysNothing(word)) return { kind: 'ignored', isAssumed: true };
    const key = guess(word, keyOf);
    return key === null ? null : { kind: 'key', key, isAssumed: true };
  };
};

const indexBy = (
  items: readonly Named[],
  wordsOf: (item: Named) => readonly string[]
): ReadonlyMap<string, readonly Named[]> => {
  const index = new Map<string, Named[]>();
  for (const item of items) {
    for (const word of new Set(wordsOf(item).map(foldWord))) {
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
