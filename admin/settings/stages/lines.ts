/** A list as a text area shows it: one item a line. */
export const toLines = (items: readonly string[]): string => items.join('\n');

/** The items of a text area's lines, without empty ones. */
export const fromLines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
