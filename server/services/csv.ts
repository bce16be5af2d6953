import { pipeline, Readable, type Transform } from 'node:stream';
import { stringify } from 'csv-stringify';
import { guarded } from '../core/formula';

/** How a CSV is written. `bom` so that Excel reads UTF-8. */
export interface CsvOptions {
  readonly delimiter: ',' | ';' | '\t';
  readonly bom: boolean;
}

/** What is not known is `''`. */
export type CsvCell = string | number;

/**
 * Every CSV of the plugin: RFC 4180, each text in quotes and none a formula in any spreadsheet, numbers bare, blank what
 * is not known. `onEnd` hears what ended it early: a client that goes away too.
 */
export const csvOf = (
  lines: AsyncIterable<readonly CsvCell[]>,
  { delimiter, bom }: CsvOptions,
  onEnd: (error: NodeJS.ErrnoException | null | undefined) => void
): Transform => {
  const csv = stringify({
    bom,
    delimiter,
    cast: { string: guarded },
    quoted_string: true,
    quoted_empty: false,
    record_delimiter: 'windows',
  });
  pipeline(Readable.from(lines), csv, onEnd);
  return csv;
};
