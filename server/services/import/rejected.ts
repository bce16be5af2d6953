import type { Readable } from 'node:stream';
import { unguarded } from '../../core/formula';
import { csvOf } from '../csv';
import type { Problems } from './problems';
import type { Sheet } from './sheet';

const REASON = 'Reason';

/** The rejected rows as they came, with why in a last column: to be corrected and imported again. */
export const rejectedCsv = (sheet: Sheet, problems: Problems): Readable => {
  // A sheet that was rejected before has such a column already.
  const kept = sheet.headers.flatMap((header, at) => (header === REASON ? [] : [at]));
  // An export's cells come with guards already; a second one would stay when the sheet is read again.
  const take = (cells: readonly string[]): string[] => kept.map((at) => unguarded(cells[at] ?? ''));
  const lines = async function* (): AsyncGenerator<readonly string[]> {
    yield [...take(sheet.headers), REASON];
    for await (const batch of sheet.batches()) {
      for (const { line, cells } of batch) {
        if (!problems.has(line)) continue;
        const reasons = new Set(problems.of(line).map(({ reason }) => reason));
        yield [...take(cells), [...reasons].join(' ')];
      }
    }
  };
  // A client that goes away is no fault; another one breaks the download off.
  return csvOf(lines(), { bom: true, delimiter: sheet.delimiter }, () => undefined);
};
