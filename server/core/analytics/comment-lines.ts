/** Whether a row is a comment line: `# All Users`, but no path that begins so. */
export const isComment = (cells: readonly string[]): boolean => /^#(?:[\s-]|$)/.test(cells[0] ?? '');

const COMMENT_LENGTH = 1_000;

/** What it says. Spreadsheets that have saved the file again fill every line up to the last column. */
export const commentOf = (cells: readonly string[]): string => {
  const text = cells.slice(0, COMMENT_LENGTH).join(',').slice(0, COMMENT_LENGTH).replace(/^#/, '');
  let end = text.length;
  while (text[end - 1] === ',') end -= 1;
  return text.slice(0, end);
};
