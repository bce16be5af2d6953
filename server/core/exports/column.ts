/** One column of a CSV: its header, never translated, and its cell. What is not known is `''`, never 0. */
export interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => string | number;
  /** For scripts: it may hold keys and codes, and the README names it so. Everything else is for people. */
  readonly isForScripts?: true;
}

/** Several values in one cell. */
export const list = (values: Iterable<string>): string => [...new Set(values)].join('; ');
