import { isHeader } from '../import/columns';
import { isRowByItself } from './index';
import { createAnalyticsReader } from './reader';

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
    const reader = createAnalyticsReader(() => false);
    try {
      for (const line of lines) reader.take({ line: 0, cells: cellsOf(line, delimiter) });
      return reader.recognised() !== null;
    } catch {
      // A row that cannot be read, which the server will name.
      return reader.recognised() !== null;
    }
  });
};

const LINES = 200;
const DELIMITERS = [',', ';', '\t'] as const;

/** Cells of one line; one that goes on in the next is cut, and no header is. */
const cellsOf = (line: string, delimiter: string): readonly string[] =>
  (line.startsWith('#') ? [line] : line.split(delimiter)).map((cell) => cell.trim().replace(/^"(.*)"$/s, '$1'));
