/** What makes a spreadsheet take a cell for a formula, also as Asian keyboards write it; with apostrophes before it. */
const TRIGGER = /(?<!')'*[=+\-@＝＋－＠]/gu;

/** What programs skip before they look at a cell's first character: blanks, marks that nobody sees, quotes. */
const SKIPPED = /[\s\p{Cc}\p{Cf}"]/u;

/**
 * What some program takes for the end of a cell, whatever the file was written with: Excel splits at the list separator
 * of its country, and knows a quote only at the beginning of what it takes for a cell. Quotes alone hold nothing together.
 */
const ENDS = new Set([',', ';', '\t', '\r', '\n']);

/** A text that no spreadsheet takes for a formula, or the beginning of one: with an apostrophe before each that could be. */
export const guarded = (text: string): string => {
  const inner = text.replace(TRIGGER, (found, at: number) => (beginsCell(text, at) ? `'${found}` : found));
  // A tab or line break in front would go when the cell is trimmed.
  return TRIMMED.test(inner) ? `'${inner}` : inner;
};

/** The text without these apostrophes. `guarded` is undone exactly, in texts with apostrophes of their own too. */
export const unguarded = (text: string): string => {
  const inner = text.startsWith("'") && TRIMMED.test(text) ? text.slice(1) : text;
  return inner.replace(TRIGGER, (found, at: number) =>
    found.startsWith("'") && beginsCell(inner, at) ? found.slice(1) : found
  );
};

const TRIMMED = /^'*[\t\r\n]/;

const beginsCell = (text: string, at: number): boolean => {
  for (let before = at - 1; before >= 0; before -= 1) {
    const character = text.charAt(before);
    if (ENDS.has(character)) return true;
    if (!SKIPPED.test(character)) return false;
  }
  return true;
};
