import type { ImportProblem } from '../../core/import-api';
import type { ColumnMap } from '../../core/import/columns';
import type { CellProblem } from '../../core/import/row';
import { shown } from '../../core/import/words';
import type { SheetRow } from './sheet';

/** Why rows are rejected, by line. */
export interface Problems {
  readonly add: (problem: ImportProblem) => void;
  readonly has: (line: number) => boolean;
  readonly of: (line: number) => readonly ImportProblem[];
  readonly lines: () => number;
  readonly first: (count: number) => readonly ImportProblem[];
}

export const createProblems = (): Problems => {
  const byLine = new Map<number, ImportProblem[]>();
  const lines = (): readonly number[] => [...byLine.keys()].sort((a, b) => a - b);
  return {
    add: (problem) => {
      const known = byLine.get(problem.line);
      if (known === undefined) byLine.set(problem.line, [problem]);
      else known.push(problem);
    },
    has: (line) => byLine.has(line),
    of: (line) => byLine.get(line) ?? [],
    lines: () => byLine.size,
    first: (most) =>
      lines()
        .slice(0, most)
        .flatMap((line) => byLine.get(line) ?? [])
        .slice(0, most),
  };
};

/** Notes what is wrong with a row's cells, by their columns. */
export const noteProblems = (
  headers: readonly string[],
  { meanings }: ColumnMap,
  { line, cells }: SheetRow,
  found: readonly CellProblem[],
  problems: Problems
): void => {
  const extra = cells.slice(headers.length).find((cell) => cell.trim() !== '');
  if (extra !== undefined) {
    const reason = 'The row has more cells than the header has columns: are quotes missing around a cell?';
    problems.add({ line, column: null, value: shown(extra), reason });
  }
  for (const { meaning, value, reason } of found) {
    problems.add({ line, column: headers[meanings.indexOf(meaning)] ?? null, value, reason });
  }
};
