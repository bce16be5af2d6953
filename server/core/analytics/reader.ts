import { shown } from '../import/words';
import { invalid, type Refusal } from '../refusal';
import { commentOf, isComment } from './comment-lines';
import { openTable } from './index';
import type { AnalyticsFormat, AnalyticsTable, IsRobot } from './format';
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

/** What a table is, as far as it is known without its rows. */
export interface Recognised {
  readonly report: AnalyticsFormat['report'];
  readonly isByHit: boolean;
}

/**
 * Reads a file of analytics row by row, or several parts of an archive one after the other: comment lines, then a table,
 * perhaps more of both. Tables that are about something else than paths are passed over. Refuses with the line what
 * cannot be understood.
 */
export const createAnalyticsReader = (isRobot: IsRobot) => {
  const tally = createTally();
  let names: readonly string[] = [];
  let recognised: Recognised | null = null;
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

  const open = (header: readonly string[], sample: readonly (readonly string[])[]) =>
    openTable({ header, comments, sample, names, isRobot });

  const begin = (header: readonly string[], sample: readonly (readonly string[])[]): AnalyticsTable | null => {
    const opened = open(header, sample);
    if (opened === null) return null;
    ({ table } = opened);
    isAfterBlank = false;
    tally.begin(opened.format, opened.table);
    recognised ??= { report: opened.format.report, isByHit: opened.table.isByHit === true };
    return opened.table;
  };

  /** Finds the table among the waiting rows, and reads what is below its header. */
  const settle = (): void => {
    const rows = waiting;
    waiting = [];
    const all = rows.map(({ cells }) => cells);
    for (const [at, header] of all.entries()) {
      const begun = begin(header, all.slice(at + 1));
      if (begun === null) continue;
      rows.slice(begun.isHeaderless === true ? at : at + 1).forEach(take);
      return;
    }
    passed += rows.length;
    if (tally.isEmpty() && passed > ROWS_BEFORE_HEADER) throw whyUnknown([first]);
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

  const read = (row: Row, from: AnalyticsTable): void => {
    const said = from.read(row.cells);
    if (said.kind !== 'bad') {
      tally.add(said);
      isAfterBlank = false;
      return;
    }
    // After a blank line the rows go on, or something else begins; its header may come once more.
    if (isAfterBlank || open(row.cells, []) !== null) {
      table = null;
      wait(row);
      return;
    }
    const refusal = badCell(row.line, from.header[said.column], row.cells[said.column], said.reason);
    if (row.cells.length >= from.header.length) throw refusal;
    short = { row, refusal };
  };

  const take = (row: Row): void => {
    const { cells } = row;
    const isBlank = cells.every((cell) => cell.trim() === '');
    if (short !== null && !isBlank) throw short.refusal;
    if (isComment(cells)) comment(cells);
    else if (isBlank) {
      settleAll();
      isAfterBlank = true;
    } else {
      isCommentsEnd = true;
      if (table !== null && waiting.length === 0) read(row, table);
      else wait(row);
    }
  };

  /** A part ends, or all of the file. */
  const close = (): void => {
    settleAll();
    if (short !== null) tally.cut();
    [short, table, comments, isCommentsEnd, isAfterBlank] = [null, null, [], false, false];
  };

  return {
    take,

    /** Begins a part, or the file itself, by what it is called. */
    next: (called: readonly string[]): void => {
      close();
      names = called;
    },

    /** The table of paths that has begun first, if any has. */
    recognised: (): Recognised | null => {
      settleAll();
      return recognised;
    },

    /** The first rows, which tell what a file is that is not recognised. */
    first: (): readonly (readonly string[])[] => first,

    /** What all of it says; refuses a file that no format recognises, and one without rows. */
    end: (said: SaidOfFile = { period: null, hosts: null }): AnalyticsFile => {
      close();
      const file = tally.file(said);
      if (file === null) throw whyUnknown([first]);
      if (file.rows === 0) throw withoutRows(file);
      return file;
    },
  };
};

const withoutRows = ({ incomplete, robots }: AnalyticsFile): Refusal =>
  invalid(
    'file',
    incomplete.includes('server-log')
      ? `\`file\`: it is the log of a web server, and no reader's view of a page is in it: ${robots ?? 0} requests are of robots, by what they call themselves, and others were for images and the like, or answered with another status than 200 or 304.`
      : '`file`: it has no row about a path.'
  );

const badCell = (line: number, column: string | undefined, value = '', reason = ''): Refusal =>
  invalid(
    'file',
    `\`file\`: line ${line}${column === undefined ? '' : `, column "${shown(column)}"`}: "${shown(value)}": ${reason}.`,
    { line, column: column ?? null, value: shown(value) }
  );
