import { analyse } from 'chardet';
import { decode, encodingExists } from 'iconv-lite';
import { invalid } from '../../core/refusal';
import type { Bytes } from './bytes';

export type Delimiter = ',' | ';' | '\t';

/** What a file may hold besides rows, and how it is read. */
export interface Mode {
  /** Lines before the header that begin with `#`. */
  readonly hasComments: boolean;
  /** Stray NULs are dropped; a file that is full of them is no text all the same. */
  readonly takesNuls: boolean;
}

/** Parsed before the host's requests get their turn: thousands of rows, where lines are empty. */
export const BYTES_AT_ONCE = 8_192;

/** People's sheets. */
export const STRICT: Mode = { hasComments: false, takesNuls: false };
/** Exports of analytics tools. */
export const LENIENT: Mode = { hasComments: true, takesNuls: true };

/** So much of a file's beginning tells delimiter and kind. */
const HEAD = 65_536;

/** How a file has to be read. Refuses, with a sentence, what is no text. */
export const sniff = async (
  bytes: Bytes,
  mode: Mode = STRICT
): Promise<{ readonly encoding: string; readonly delimiter: Delimiter }> => {
  let head: Buffer | undefined;
  let encoding: string | null = null;
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of bytes(HEAD)) {
    if (head === undefined) {
      head = chunk;
      refuseOther(head);
      encoding = utf16(head);
      if (encoding !== null) break;
    }
    if (mode.takesNuls ? isFullOfNuls(chunk) : chunk.includes(0))
      throw invalid('file', '`file`: it is no text, but a picture or a workbook perhaps: save the sheet as CSV.');
    // Valid to its last byte, or in another encoding from its first: a library may begin in plain English.
    if (encoding === null && !isValid(utf8, chunk)) encoding = eightBit(chunk, head);
  }
  if (head === undefined) throw invalid('file', '`file`: it is empty.');
  encoding ??= 'utf-8';
  return { encoding, delimiter: delimiterOf(decode(head, encoding), mode) };
};

/** One in fifty: text that has lost a few characters has fewer. */
const isFullOfNuls = (chunk: Buffer): boolean => chunk.filter((byte) => byte === 0).length * 50 > chunk.length;

const isValid = (decoder: TextDecoder, chunk: Buffer): boolean => {
  try {
    decoder.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
};

const KINDS: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'it is an Excel or LibreOffice workbook (or another archive): save the sheet as CSV'],
  ['\u00d0\u00cf\u0011\u00e0', 'it is an old Excel workbook (.xls): save the sheet as CSV'],
  ['%PDF', 'it is a PDF: export the sheet as CSV'],
  ['\u001f\u008b', 'it is compressed: unpack it first'],
];

const refuseOther = (head: Buffer): void => {
  const start = head.toString('latin1', 0, 4);
  const kind = KINDS.find(([mark]) => start.startsWith(mark));
  if (kind !== undefined) throw invalid('file', `\`file\`: ${kind[1]}.`);
};

/** UTF-16 by its mark, or by the zeros that Latin letters have in every other byte. */
const utf16 = (head: Buffer): 'utf-16le' | 'utf-16be' | null => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.floor(Math.min(head.length, 4096) / 2);
  let [even, odd] = [0, 0];
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  if (even === 0 && odd > pairs / 2) return 'utf-16le';
  return odd === 0 && even > pairs / 2 ? 'utf-16be' : null;
};

/** A guess of less than this is none. */
const SURE = 40;

const WESTERN = new Set(['ISO-8859-1', 'ISO-8859-15', 'windows-1252', 'ASCII', 'UTF-8']);

/**
 * Which encoding of one byte a character. Short texts are guessed badly, and Windows-1252, which Western Excel writes,
 * is by far the most likely: another has to be surer than it.
 */
const eightBit = (chunk: Buffer, head: Buffer): string => {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
    throw invalid('file', '`file`: it is marked as UTF-8 but holds bytes that are none: save it as UTF-8 again.');
  }
  const guesses = analyse(chunk);
  const western = Math.max(0, ...guesses.filter(({ name }) => WESTERN.has(name)).map(({ confidence }) => confidence));
  const best = guesses.find(({ name }) => !WESTERN.has(name) && encodingExists(name));
  return best !== undefined && best.confidence >= SURE && best.confidence > western
    ? best.name.toLowerCase()
    : 'windows-1252';
};

const DELIMITERS: readonly Delimiter[] = ['\t', ';', ','];

/** The delimiter that stands most often in the first line that says something, outside of quotes. */
const delimiterOf = (text: string, { hasComments }: Mode): Delimiter => {
  const head = hasComments ? text.replace(COMMENTS, '') : text;
  const said = /^\uFEFF?sep=([,;\t])\r?\n/i.exec(head)?.[1];
  const told = DELIMITERS.find((delimiter) => delimiter === said);
  if (told !== undefined) return told;
  const header = firstRow(head);
  const count = (delimiter: Delimiter): number => header.split(delimiter).length;
  return DELIMITERS.reduce<Delimiter>((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best), ',');
};

const COMMENTS = /^(?:\uFEFF|\s|#(?:[ -].*)?(?:\r\n?|\n))+/;

/** The first row that has several cells, without what stands in quotes: a title may stand above the header. */
const firstRow = (text: string): string => {
  const rows = text.replace(/"(?:[^"]|"")*("|$)/g, '').split(/[\r\n]+/, ROWS);
  return rows.find((row) => DELIMITERS.some((delimiter) => row.includes(delimiter))) ?? '';
};

const ROWS = 20;
