import { shown } from '../import/words';
import { invalid, type Refusal } from '../refusal';
import { openTable } from './index';
import type { AnalyticsTable } from './format';
import { createTally, type AnalyticsFile } from './tally';

/** A row with the line of the file in which it begins. */
interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file whose first rows are of no known table is none. */
const ROWS_BEFORE_HEADER = 1000;
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
  let state: 'between' | 'inside' | 'passing' = 'between';
  // Comment lines belong to the table that follows them, and to no other.
  let isCommentsEnd = false;
  let passed = 0;

  const begin = (cells: readonly string[]): boolean => {
    const opened = openTable(cells, comments);
    if (opened === null) return false;
    ({ table } = opened);
    tally.begin(opened.format, opened.table);
    state = 'inside';
    return true;
  };

  const comment = (cells: readonly string[]): void => {
    if (isCommentsEnd) comments = [];
    isCommentsEnd = false;
    if (comments.length < MOST_COMMENTS) comments.push(commentOf(cells));
    table = null;
    state = 'between';
  };

  const pass = (): void => {
    state = 'passing';
    passed += 1;
    if (tally.isEmpty() && passed > ROWS_BEFORE_HEADER) throw unknown();
  };

  const read = ({ line, cells }: Row, open: AnalyticsTable): void => {
    const row = open.read(cells);
    if (row.kind !== 'bad') {
      tally.add(row);
      state = 'inside';
    } else if (!begin(cells)) {
      // After a blank line the rows go on, or something else begins.
      if (state === 'inside') throw badCell(line, open.header[row.column], cells[row.column], row.reason);
      pass();
    }
  };

  return {
    take: (row: Row): void => {
      const { cells } = row;
      if (COMMENT.test(cells[0] ?? '')) {
        comment(cells);
        return;
      }
      if (cells.every((cell) => cell.trim() === '')) {
        state = 'between';
        return;
      }
      isCommentsEnd = true;
      if (table !== null && state !== 'passing') read(row, table);
      else if (!begin(cells)) pass();
    },

    /** Whether any table of paths has begun. */
    isRecognised: (): boolean => !tally.isEmpty(),

    /** What all of it says; refuses a file that no format recognises, and one without rows. */
    end: (): AnalyticsFile => {
      const file = tally.file();
      if (file === null) throw unknown();
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

const unknown = (): Refusal =>
  invalid(
    'file',
    '`file`: it is no analytics export that is known here. Known are GA4\'s "Pages and screens", its free-form explorations with page paths and views, and CSVs with the columns "path" and "views".'
  );
