import { setImmediate as turn } from 'node:timers/promises';
import { parse, type Parser } from 'csv-parse';
import { getDecoder } from 'iconv-lite';
import { isHeader } from '../../core/import/columns';
import { invalid, type Refusal } from '../../core/refusal';
import { AT_ONCE, headOf, type Bytes } from './bytes';
import { readLines } from './lines';
import { BYTES_AT_ONCE, LENIENT, sniff, STRICT, type Delimiter, type Mode } from './sniff';

/** A row of a sheet with the line of the file in which it begins; the header is line 1. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A CSV of whatever encoding and delimiter. */
export interface Sheet {
  readonly encoding: string;
  readonly delimiter: Delimiter;
  /** Trimmed; `''` for a column without one. */
  readonly headers: readonly string[];
  /** Some rows at a time, as they are read; may be read from the beginning again. */
  readonly batches: () => AsyncGenerator<readonly SheetRow[]>;
}

export const SHEET_LIMITS = { rows: 200_000, columns: 500, rowBytes: 1_000_000 } as const;

/**
 * Opens a CSV of at most SHEET_LIMITS; memory does not grow with it. What is none is refused with a sentence. Encodings
 * are told by chardet, decoded by iconv-lite (some Node versions' own TextDecoder takes Windows-1252 for Latin-1), rows
 * parsed by csv-parse.
 */
export const openSheet = async (bytes: Bytes, signal?: AbortSignal): Promise<Sheet> => {
  const { encoding, delimiter } = await sniff(bytes);
  const read = () => readRows(bytes, encoding, delimiter, signal);
  const { headers, line } = await readHeader(read());
  return {
    encoding,
    delimiter,
    headers,
    async *batches() {
      let count = 0;
      for await (const batch of read()) {
        // Calendars say their header again for each month.
        const rows = batch.filter((row) => row.line > line && !isBlank(row) && !isSame(row.cells, headers));
        count += rows.length;
        if (count > SHEET_LIMITS.rows) throw refuse(`it has more than ${SHEET_LIMITS.rows} rows; split it`);
        if (rows.length > 0) yield rows;
      }
    },
  };
};

/** All rows of a file of analytics as they stand in it, comment lines among them; their number is not limited here. */
export interface Rows {
  readonly encoding: string;
  /** `null`: each line is a row, as in a log. */
  readonly delimiter: Delimiter | null;
  readonly batches: () => AsyncGenerator<readonly SheetRow[]>;
}

/** Opens a file of analytics: a CSV with its blank lines, or lines that are rows by themselves. */
export const openRows = async (
  bytes: Bytes,
  isRowByItself: (line: string) => boolean,
  signal?: AbortSignal
): Promise<Rows> => {
  const head = await headOf(bytes, AT_ONCE, signal);
  const first = head.toString('utf8').replace(/^\uFEFF/, '').split('\n', LINES_BEFORE_LOG); // prettier-ignore
  if (first.some(isRowByItself)) return { encoding: 'utf-8', delimiter: null, batches: () => readLines(bytes, signal) };
  const { encoding, delimiter } = await sniff(bytes, LENIENT);
  return { encoding, delimiter, batches: () => readRows(bytes, encoding, delimiter, signal, LENIENT) };
};

/** The first line of a log may be cut, where it was split. */
const LINES_BEFORE_LOG = 20;

const readHeader = async (batches: AsyncGenerator<readonly SheetRow[]>) => {
  for await (const batch of batches) {
    const rows = batch.filter((row) => !isBlank(row)).slice(0, ROWS_BEFORE_HEADER);
    const header =
      rows.find(({ cells }) => cells.length <= SHEET_LIMITS.columns && isHeader(trimmed(cells))) ?? rows[0];
    if (header === undefined) continue;
    if (header.cells.length > SHEET_LIMITS.columns) {
      throw refuse(`it has ${header.cells.length} columns; ${SHEET_LIMITS.columns} are taken`);
    }
    return { headers: trimmed(header.cells), line: header.line };
  }
  throw refuse('it has no header and no rows');
};

/** Banners and remarks may stand above the header. */
const ROWS_BEFORE_HEADER = 20;

const trimmed = (cells: readonly string[]): readonly string[] => cells.map((cell) => cell.trim());

/** Rows as they stand in the file, empty lines too. */
async function* readRows(
  bytes: Bytes,
  encoding: string,
  delimiter: Delimiter,
  signal: AbortSignal | undefined,
  mode: Mode = STRICT
): AsyncGenerator<readonly SheetRow[]> {
  const parser = parse({
    delimiter,
    // Sheets hold rows of unequal length, and inches (5") without quotes around them.
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: SHEET_LIMITS.rowBytes,
  });
  anyLength(parser);
  // Asked for after each chunk; unheard, it would end the process.
  parser.on('error', () => undefined);
  let line = 1;
  const take = (): readonly SheetRow[] => {
    const rows: SheetRow[] = [];
    // Written and read by hand, a chunk of the file at a time: an iterator's turn for each row would take as long again.
    for (let cells = parser.read() as Cells; cells !== null; cells = parser.read() as Cells) {
      if (!(line === 1 && isSeparatorLine(cells))) rows.push({ line, cells });
      line += 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
    }
    return rows;
  };
  // Read to the end before the failure counts: the rows in front of it tell where it is.
  const checked = (rows: readonly SheetRow[]): readonly SheetRow[] => {
    if (parser.errored) throw explain(parser.errored, line);
    return rows;
  };
  // The parser's own limit counts what is in the cells, and not that there are millions of empty ones.
  let pending = 0;
  for await (const chunk of decoded(bytes, encoding, signal, mode)) {
    const begun = line;
    parser.write(chunk);
    yield checked(take());
    pending = line === begun ? pending + chunk.length : 0;
    if (pending > SHEET_LIMITS.rowBytes) throw tooLong(line);
  }
  parser.end();
  while (!parser.readableEnded) {
    await turn();
    yield checked(take());
  }
}

type Cells = readonly string[] | null;

/**
 * The parser makes an error of each row that is not as long as the first, with its stack and a copy of all options, where
 * that is allowed too: 30 µs a row, so that below a comment line, or in 3 MB of empty lines, nobody else was answered for
 * minutes. Each row is as long as it has to be.
 */
const anyLength = ({ state }: Parser & { readonly state?: { readonly record: readonly string[] } }): void => {
  if (state === undefined) return;
  Object.defineProperty(state, 'expectedRecordLength', { get: () => state.record.length, set: () => undefined });
};

async function* decoded(
  bytes: Bytes,
  encoding: string,
  signal: AbortSignal | undefined,
  mode: Mode
): AsyncGenerator<Buffer> {
  const decoder = encoding === 'utf-8' ? null : getDecoder(encoding, { stripBOM: true });
  let isFirst = true;
  for await (const chunk of bytes(BYTES_AT_ONCE, signal)) {
    if (decoder === null) {
      const text = isFirst && chunk.subarray(0, 3).equals(UTF8_MARK) ? chunk.subarray(3) : chunk;
      yield mode.takesNuls && text.includes(0) ? Buffer.from(text.filter((byte) => byte !== 0)) : text;
    } else yield textual(decoder.write(chunk), mode);
    isFirst = false;
  }
  const rest = decoder?.end();
  if (rest) yield textual(rest, mode);
}

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Decoded text; NUL is a character of UTF-16 too. */
const textual = (text: string, { takesNuls }: Mode): Buffer => {
  if (takesNuls) return Buffer.from(text.replaceAll('\0', ''));
  if (text.includes('\0')) throw refuse('it is no text, but a picture or a workbook perhaps');
  return Buffer.from(text);
};

/** `sep=;` tells Excel the delimiter. */
const isSeparatorLine = (cells: readonly string[]): boolean => /^sep=.?$/i.test(cells[0] ?? '');

const breaksIn = (cell: string): number =>
  cell.includes('\n') || cell.includes('\r') ? cell.split(/\r\n|\r|\n/).length - 1 : 0;

const isSame = (cells: readonly string[], headers: readonly string[]): boolean =>
  cells.length === headers.length && cells.every((cell, at) => cell.trim() === headers[at]);

const isBlank = ({ cells }: SheetRow): boolean => cells.every((cell) => cell.trim() === '');

const explain = (failure: Error & { readonly code?: string }, line: number): Error => {
  if (failure.code === 'CSV_QUOTE_NOT_CLOSED') return refuse(`the quote opened in line ${line} is never closed`);
  if (failure.code === 'CSV_MAX_RECORD_SIZE') return tooLong(line);
  return failure.code?.startsWith('CSV_') ? refuse(`line ${line} is no CSV: ${failure.message}`) : failure;
};

const tooLong = (line: number): Refusal =>
  refuse(
    `the row in line ${line} is longer than ${SHEET_LIMITS.rowBytes / 1_000_000} MB: a quote opened there may never be closed`
  );

/** A file that cannot be read as a sheet. */
const refuse = (why: string): Refusal => invalid('file', `\`file\`: ${why}.`);
