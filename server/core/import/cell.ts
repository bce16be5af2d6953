import { unguarded } from '../formula';
import type { Lexicon } from './lexicon';
import { fold } from './words';

/** The values of one cell. */
export interface CellValues {
  /** Each once. */
  readonly keys: readonly string[];
  readonly unknown: readonly string[];
  readonly ambiguous: readonly { readonly value: string; readonly keys: readonly string[] }[];
}

/** A longer cell is a text, not a list of names. */
export const CELL_LIMIT = 10_000;

/** So many of the parts that separators make may belong to one name: "Finance, IT; Ops" may be one. */
const PARTS_OF_A_NAME = 5;

/**
 * Reads a list of names, apart by semicolons, commas, bars or line breaks; a name that holds such a separator itself is
 * found as a whole.
 */
export const readCell = (cell: string, lexicon: Lexicon): CellValues => {
  const text = unguarded(cell);
  const parts = partsOf(text);
  const keys = new Set<string>();
  const unknown = new Set<string>();
  const ambiguous: { readonly value: string; readonly keys: readonly string[] }[] = [];
  for (let at = 0; at < parts.length;) {
    const { value, length, meaning } = longestName(text, parts, at, lexicon);
    at += length;
    if (meaning === null) unknown.add(value);
    else if (meaning.kind === 'key') keys.add(meaning.key);
    else if (meaning.kind === 'ambiguous') ambiguous.push({ value, keys: meaning.keys });
  }
  return { keys: [...keys], unknown: [...unknown], ambiguous };
};

interface Part {
  readonly start: number;
  readonly end: number;
}

/** Where the parts between separators stand; parts that say nothing ("-") are left out. */
const partsOf = (text: string): readonly Part[] =>
  [...text.matchAll(/[^;,|\r\n]+/g)].flatMap(({ 0: part, index }) =>
    fold(part) === '' ? [] : [{ start: index, end: index + part.length }]
  );

const longestName = (text: string, parts: readonly Part[], at: number, lexicon: Lexicon) => {
  const start = parts[at]?.start ?? 0;
  for (let length = Math.min(PARTS_OF_A_NAME, parts.length - at); length > 0; length -= 1) {
    const value = text.slice(start, parts[at + length - 1]?.end).trim();
    const meaning = lexicon(value);
    if (meaning !== null || length === 1) return { value, length, meaning };
  }
  return { value: '', length: 1, meaning: null };
};
