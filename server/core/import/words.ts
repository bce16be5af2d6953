/** A text as people mean it: without case, accents, double spaces, and the difference between hyphens and spaces. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[\s_\-\u2010-\u2015]+/g, ' ')
    .trim();

/**
 * A cell without the apostrophe that our own export puts before what a spreadsheet would take for a formula. A text
 * that has such an apostrophe by itself is not told apart, which titles and notes can have.
 */
export const unguarded = (cell: string): string => (/^'[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell);

/** At most so much of a value stands in an answer. */
const SHOWN = 200;

/** A value short enough to be shown, never cut through the middle of a character. */
export const shown = (value: string): string =>
  value.length <= SHOWN ? value : `${value.slice(0, SHOWN).replace(/[\uD800-\uDBFF]$/, '')}…`;
