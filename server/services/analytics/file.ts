import { isbot } from 'isbot';
import { isRowByItself } from '../../core/analytics/index';
import { chooseParts } from '../../core/analytics/parts';
import { createAnalyticsReader } from '../../core/analytics/reader';
import type { AnalyticsFile, SaidOfFile } from '../../core/analytics/tally';
import { Refusal } from '../../core/refusal';
import { yieldToHost } from '../audit/pace';
import type { StoredBytes } from '../import/bytes';
import { openParts } from '../import/parts';
import { openRows, type Rows } from '../import/sheet';
import type { Part } from '../import/zip';

/** A file as it was sent. */
interface Sent {
  readonly bytes: StoredBytes;
  readonly name: string | null;
  readonly signal?: AbortSignal;
}

/** What a file says, or the one in an archive that tells of page views. Memory grows with its different paths, not with it. */
export const readFile = async (
  { bytes, name, signal }: Sent,
  said: SaidOfFile
): Promise<{ readonly file: AnalyticsFile; readonly sheet: Pick<Rows, 'encoding' | 'delimiter'> }> => {
  const parts = await openParts(bytes, signal);
  const chosen = parts.length === 1 ? parts : chooseParts(await lookInto(parts, signal));
  const reader = createAnalyticsReader(isbot);
  let sheet: Pick<Rows, 'encoding' | 'delimiter'> | undefined;
  for (const part of chosen) {
    const { batches, ...read } = await openRows(part.bytes, isRowByItself, signal);
    sheet ??= read;
    reader.next([part.name, name ?? '']);
    for await (const rows of batches()) {
      for (const row of rows) reader.take(row);
      await yieldToHost();
    }
  }
  return { sheet: sheet ?? { encoding: 'utf-8', delimiter: ',' }, file: reader.end(said) };
};

/** Reads the first rows of each file of an archive: what it is called says little, and in which language. */
const lookInto = async (parts: readonly Part[], signal: AbortSignal | undefined) => {
  const looked = [];
  for (const part of parts) {
    const reader = createAnalyticsReader(isbot);
    reader.next([part.name]);
    try {
      const { batches } = await openRows(part.bytes, isRowByItself, signal);
      let read = 0;
      for await (const rows of batches()) {
        for (const row of rows) reader.take(row);
        read += rows.length;
        if (read >= LOOKED_AT) break;
      }
    } catch (error) {
      // Some other file, or one that is refused when it is the one to read.
      if (!(error instanceof Refusal)) throw error;
    }
    looked.push({ ...part, reader });
  }
  return looked;
};

/** A table begins earlier, or not at all. */
const LOOKED_AT = 1200;
