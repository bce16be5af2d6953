/** A text as people mean it: without case, accents, double spaces, and the difference between hyphens and spaces. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[\s_\-\u2010-\u2015]+/g, ' ')
    .trim();

/** A word looked up among others; one of dashes alone is still a word. */
export const foldWord = (text: string): string => fold(text) || (text.trim() === '' ? '' : '-');

/** A word without what people put around it: "1. Keep!", "✅ keep" and "(2) Keep" are "keep"; folded. */
export const bareWord = (text: string): string =>
  fold(text.replace(/[\p{Extended_Pictographic}\u200D]/gu, ' '))
    .replace(/^[^\p{L}\p{N}]*(?:\d{1,2}(?:[).:]+\s*|\s+|$))?[^\p{L}\p{N}]*/u, '')
    // A question mark stays: whoever wrote it was not sure.
    .replace(/[^\p{L}\p{N}?]+$/u, '');

/** A header as people and programs write it: `pagePath`, `page_path`, `Page path`; apostrophes of any kind. */
export const foldHeader = (text: string): string =>
  fold(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[’‘ʼ´]/g, "'"));

/** At most so much of a value stands in an answer. */
const SHOWN = 200;

/** A value short enough to be shown, never cut through the middle of a character. */
export const shown = (value: string): string =>
  value.length <= SHOWN ? value : `${value.slice(0, SHOWN).replace(/[\uD800-\uDBFF]$/, '')}…`;
