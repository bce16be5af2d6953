import { shown } from '../import/words';
import { invalid, type Refusal } from '../refusal';
import { openTable } from './index';
import type { AnalyticsTable, TableHead } from './format';
import { createTally, type AnalyticsFile, type SaidOfFile } from './tally';
import { whyUnknown } from './why-unknown';

/** A row with the line of the file in which it begins. */
interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file whose first rows are of no known table is none. */
const ROWS_BEFORE_HEADER = 1000;
/** So many rows below a header show what its columns hold. */
const SAMPLE = 100;
const MOST_COMMENTS = 200;
const COMMENT_LENGTH = 1_000;

/** Spreadsheets that have saved the file again fill every line up to the last column. */
const commentOf = (cells: readonly string[]): string => {
  const text = cells.slice(0, COMMENT_LENGTH).join(',').slice(0, COMMENT_LENGTH).replace(/^#/, '');
  let end = text.length;
  while (text[end - 1] === ',') end -= 1;
  return text.slice(0, end);
};

/**
 * Reads a file of analytics row by row: comment lines, then a table, perhaps more of both. Tables that are about
 * something else than paths are passed over. Refuses with the line what cannot be understood.
 */
export const createAnalyticsReader = () => {
  const tally = createTally();
  let comments: string[] = [];
  let table: AnalyticsTable | null = null;
  // Comment lines belong to the table that follows them, and to no other.
  let isCommentsEnd = false;
  /** Rows of which it is not known yet whether a table begins among them. */
  let waiting: Row[] = [];
  let isAfterBlank = false;
  let passed = 0;
  /** The first rows, for the sentence that refuses the file. */
  const first: (readonly string[])[] = [];
  /** A row that is shorter than the table: the file may end in it. */
  let short: { readonly row: Row; readonly refusal: Refusal } | null = null;

  const begin = (head: TableHead): boolean => {
    const opened = openTable(head);
    if (opened === null) return false;
    ({ table } = opened);
    isAfterBlank = false;
    tally.begin(opened.format, opened.table);
    return true;
  };

  /** Finds the table among the waiting rows, and reads what is below its header. */
  const settle = (): void => {
    const rows = waiting;
    waiting = [];
    const all = rows.map(({ cells }) => cells);
    for (const [at, header] of all.entries()) {
      if (!begin({ header, comments, sample: all.slice(at + 1) })) continue;
      rows.slice(at + 1).forEach(take);
      return;
    }
    passed += rows.length;
    if (tally.isEmpty() && passed > ROWS_BEFORE_HEADER) throw whyUnknown(first);
  };

  /** Below a header there may be another. */
  const settleAll = (): void => {
    while (waiting.length > 0) settle();
  };

  const comment = (cells: readonly string[]): void => {
    settleAll();
    if (isCommentsEnd) comments = [];
    isCommentsEnd = false;
    if (comments.length < MOST_COMMENTS) comments.push(commentOf(cells));
    table = null;
  };

  const wait = (row: Row): void => {
    if (first.length < ROWS_BEFORE_HEADER) first.push(row.cells);
    waiting.push(row);
    if (waiting.length > SAMPLE) settle();
  };

  const read = (row: Row, open: AnalyticsTable): void => {
    const said = open.read(row.cells);
    if (said.kind !== 'bad') {
      tally.add(said);
      isAfterBlank = false;
      return;
    }
    // After a blank line the rows go on, or something else begins; its header may come once more.
    if (isAfterBlank || openTable({ header: row.cells, comments, sample: [] }) !== null) {
      table = null;
      wait(row);
      return;
    }
    const refusal = badCell(row.line, open.header[said.column], row.cells[said.column], said.reason);
    if (row.cells.length >= open.header.length) throw refusal;
    short = { row, refusal };
  };

  const take = (row: Row): void => {
    const { cells } = row;
    const isBlank = cells.every((cell) => cell.trim() === '');
    if (short !== null && !isBlank) throw short.refusal;
    if (COMMENT.test(cells[0] ?? '')) comment(cells);
    else if (isBlank) {
      settleAll();
      isAfterBlank = true;
    } else {
      isCommentsEnd = true;
      if (table !== null && waiting.length === 0) read(row, table);
      else wait(row);
    }
  };

  return {
    take,

    /** Whether any table of paths has begun. */
    isRecognised: (): boolean => {
      settleAll();
      return !tally.isEmpty();
    },

    /** What all of it says; refuses a file that no format recognises, and one without rows. */
    end: (said: SaidOfFile = { period: null, hosts: null }): AnalyticsFile => {
      settleAll();
      if (short !== null) tally.cut();
      const file = tally.file(said);
      if (file === null) throw whyUnknown(first);
      if (file.rows === 0) throw invalid('file', '`file`: it has no row about a path.');
      return file;
    },
  };
};

/** `# All Users`, but no path that begins so. */
const COMMENT = /^#(?:[\s-]|$)/;

const badCell = (line: number, column: string | undefined, value = '', reason = ''): Refusal =>
  invalid(
    'file',
    `\`file\`: line ${line}${column === undefined ? '' : `, column "${shown(column)}"`}: "${shown(value)}": ${reason}.`,
    { line, column: column ?? null, value: shown(value) }
  );
