import { isHeader } from '../import/columns';
import { commentOf, isComment } from './comment-lines';
import { isRowByItself, openTable } from './index';

/**
 * Whether the beginning of a text file is one of analytics: asked where it is dropped, before it is sent. An audit that says
 * where pages belong is none, though it has a column of views.
 */
export const looksLikeAnalytics = (head: string): boolean => {
  const lines = head
    .replaceAll('\0', '')
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .slice(0, LINES);
  if (lines.some(isRowByItself)) return true;
  return DELIMITERS.some((delimiter) => {
    if (lines.some((line) => isHeader(cellsOf(line, delimiter)))) return false;
    return hasTable(lines.map((line) => cellsOf(line, delimiter)));
  });
};

/** Whether a table begins among some rows; without the reader, whose other work a page has no use for. */
const hasTable = (rows: readonly (readonly string[])[]): boolean => {
  let comments: string[] = [];
  let isCommentsEnd = false;
  return rows.some((header, at) => {
    if (isComment(header)) {
      comments = isCommentsEnd ? [commentOf(header)] : [...comments, commentOf(header)];
      isCommentsEnd = false;
      return false;
    }
    if (isBlank(header)) return false;
    isCommentsEnd = true;
    const below = rows.slice(at + 1);
    const end = below.findIndex((row) => isBlank(row) || isComment(row));
    const sample = end === -1 ? below : below.slice(0, end);
    return openTable({ header, comments, sample, names: [], isRobot: () => false }) !== null;
  });
};

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '');

const LINES = 200;
const DELIMITERS = [',', ';', '\t'] as const;

/** Cells of one line; one that goes on in the next is cut, and no header is. */
const cellsOf = (line: string, delimiter: string): readonly string[] =>
  (line.startsWith('#') ? [line] : line.split(delimiter)).map((cell) => cell.trim().replace(/^"(.*)"$/s, '$1'));
