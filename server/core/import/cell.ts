import { unguarded } from '../formula';
import type { Lexicon, Meaning } from './lexicon';

/** The values of one cell. */
export interface CellValues {
  /** Each once. */
  readonly keys: readonly string[];
  readonly unknown: readonly string[];
  readonly ambiguous: readonly { readonly value: string; readonly keys: readonly string[] }[];
  /** Words that were understood though they are no names. */
  readonly assumed: readonly AssumedWord[];
  /** It holds words, and all of them say nothing. */
  readonly isSilent: boolean;
}

/** A word and the key it was taken for; `null`: it says nothing. */
export interface AssumedWord<Key extends string = string> {
  readonly value: string;
  readonly means: Key | null;
}

/** A longer cell is a text, not a list of names. */
export const CELL_LIMIT = 10_000;

/** So many of the parts that separators make may belong to one name: "Finance, IT; Ops" may be one. */
const PARTS_OF_A_NAME = 5;

/**
 * Reads a list of names, apart by semicolons, commas, bars or line breaks; a name that holds such a separator itself is
 * found as a whole. "Onboarding / Adoption" is two where both are known and the whole is not.
 */
export const readCell = (cell: string, lexicon: Lexicon): CellValues => {
  const text = unguarded(cell);
  const parts = partsOf(text);
  const keys = new Set<string>();
  const unknown = new Set<string>();
  const assumed = new Map<string, AssumedWord>();
  const ambiguous: { readonly value: string; readonly keys: readonly string[] }[] = [];
  let isSilent = parts.length > 0;
  for (let at = 0; at < parts.length;) {
    const { length, words } = longestName(text, parts, at, lexicon);
    at += length;
    for (const { value, meaning } of words) {
      isSilent &&= meaning?.kind === 'ignored';
      if (meaning === null) unknown.add(value);
      else if (meaning.kind === 'key') keys.add(meaning.key);
      else if (meaning.kind === 'ambiguous') ambiguous.push({ value, keys: meaning.keys });
      const isAssumed = meaning !== null && meaning.kind !== 'ambiguous' && meaning.isAssumed;
      if (isAssumed) assumed.set(value, { value, means: meaning.kind === 'key' ? meaning.key : null });
    }
  }
  return { keys: [...keys], unknown: [...unknown], ambiguous, assumed: [...assumed.values()], isSilent };
};

interface Part {
  readonly start: number;
  readonly end: number;
}

/** Where the parts between separators stand; blank ones are left out. */
const partsOf = (text: string): readonly Part[] =>
  [...text.matchAll(/[^;,|\r\n]+/g)].flatMap(({ 0: part, index }) =>
    part.trim() === '' ? [] : [{ start: index, end: index + part.length }]
  );

interface Word {
  readonly value: string;
  readonly meaning: Meaning | null;
}

const longestName = (
  text: string,
  parts: readonly Part[],
  at: number,
  lexicon: Lexicon
): { readonly length: number; readonly words: readonly Word[] } => {
  const start = parts[at]?.start ?? 0;
  for (let length = Math.min(PARTS_OF_A_NAME, parts.length - at); length > 1; length -= 1) {
    const value = text.slice(start, parts[at + length - 1]?.end).trim();
    const meaning = lexicon(value);
    // Only a name may hold separators: "n/a; n/a" is two words.
    if (meaning !== null && (meaning.kind === 'ambiguous' || !meaning.isAssumed)) {
      return { length, words: [{ value, meaning }] };
    }
  }
  const value = text.slice(start, parts[at]?.end).trim();
  const meaning = lexicon(value);
  return { length: 1, words: (meaning === null && namesJoined(value, lexicon)) || [{ value, meaning }] };
};

/** The names that a word joins, where each of them is known. */
const namesJoined = (word: string, lexicon: Lexicon): readonly Word[] | null => {
  const names = word.split(JOINTS);
  if (names.length === 1 || names.length > PARTS_OF_A_NAME) return null;
  const words = names.map((value) => ({ value, meaning: lexicon(value) }));
  return words.every(({ meaning }) => meaning?.kind === 'key') ? words : null;
};

const JOINTS = /\s*[/&+]\s*|\s+(?:and|und|et|y|e|en)\s+/i;
