import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredBytes } from '../../server/services/import/bytes';
import { openSheet, type SheetRow } from '../../server/services/import/sheet';

/** A folder for files that goes with the tests of a file. */
export const folderForAll = (): ((content: string | Uint8Array) => string) => {
  const folder = mkdtempSync(join(tmpdir(), 'cs-sheets-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let count = 0;
  return (content) => {
    count += 1;
    const path = join(folder, `${count}.csv`);
    writeFileSync(path, content);
    return path;
  };
};

export interface ReadSheet {
  readonly encoding: string;
  readonly delimiter: string;
  readonly headers: readonly string[];
  readonly rows: readonly SheetRow[];
}

/** A file of the disk, as the services take one. */
export const bytesAt =
  (path: string): StoredBytes =>
  (highWaterMark, signal, start = 0) =>
    createReadStream(path, { highWaterMark, signal, start }) as AsyncIterable<Buffer>;

/** All of a sheet at once. */
export const readSheet = async (path: string): Promise<ReadSheet> => {
  const { encoding, delimiter, headers, batches } = await openSheet(bytesAt(path));
  const rows: SheetRow[] = [];
  for await (const batch of batches()) rows.push(...batch);
  return { encoding, delimiter, headers, rows };
};
