import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Problems } from './problems';
import type { Sheet } from './sheet';

const REASON = 'Reason';

/** The rejected rows as they came, with why in a last column: to be corrected and imported again. */
export const rejectedCsv = (sheet: Sheet, problems: Problems): Readable => {
  // A sheet that was rejected before has such a column already.
  const kept = sheet.headers.flatMap((header, at) => (header === REASON ? [] : [at]));
  const csv = stringify({
    bom: true,
    delimiter: sheet.delimiter,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  const lines = async function* (): AsyncGenerator<readonly string[]> {
    yield [...kept.map((at) => sheet.headers[at] ?? ''), REASON];
    for await (const batch of sheet.batches()) {
      for (const { line, cells } of batch) {
        if (!problems.has(line)) continue;
        const reasons = new Set(problems.of(line).map(({ reason }) => reason));
        yield [...kept.map((at) => cells[at] ?? ''), [...reasons].join(' ')];
      }
    }
  };
  // A client that goes away is no fault; another one breaks the download off.
  pipeline(Readable.from(lines()), csv, () => undefined);
  return csv;
};
