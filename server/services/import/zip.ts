import { fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader, validateFileName } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { shown } from '../../core/import/words';
import { invalid, Refusal } from '../../core/refusal';
import { lengthOf, partOf, type Bytes, type StoredBytes } from './bytes';
import { broken, inflated, refuseBomb } from './inflate';

/** A file of an archive, or one that was sent by itself: then without a name. */
export interface Part {
  /** As its archive calls it; it leads nowhere on this machine. */
  readonly name: string;
  readonly bytes: Bytes;
}

/** No tool exports as many files. */
const MOST_ENTRIES = 1000;

/**
 * The files of a ZIP that may be exports, each unpacked while it is read: nothing is written anywhere. Refuses archives
 * that are broken, encrypted, or made to unpack to more than they hold. yauzl reads the directory.
 */
export const zipParts = async (bytes: StoredBytes, signal?: AbortSignal): Promise<readonly Part[]> => {
  const { entries, total } = await readDirectory(bytes, signal);
  entries.forEach(refuseEntry);
  refuseOverlap(entries);
  refuseBomb(
    entries.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0),
    total
  );
  if (entries.some(({ name }) => WORKBOOK.has(name))) {
    throw invalid('file', '`file`: it is an Excel or LibreOffice workbook: save the sheet as CSV.');
  }
  const parts = entries
    .filter(({ name }) => READABLE.test(baseOf(name)))
    .map(({ name, entry, from }) => ({
      name,
      bytes: inflated(
        partOf(bytes, { from, length: entry.compressedSize }),
        entry.compressionMethod === DEFLATED ? 'deflate' : 'stored',
        { bytes: entry.uncompressedSize, crc: entry.crc32 }
      ),
    }));
  if (parts.length > 0) return parts;
  throw invalid('file', '`file`: the archive holds no CSV, JSON or log: send the file that the tool exported.');
};

/** A file in an archive, with the place of its content. */
interface Located {
  readonly name: string;
  readonly entry: Entry;
  readonly from: number;
}

const readDirectory = async (bytes: StoredBytes, signal?: AbortSignal) => {
  const total = await lengthOf(bytes, signal);
  const reader = new Reader(bytes, signal);
  let zip: ZipFile | undefined;
  try {
    const options = { autoClose: false, decodeStrings: false };
    zip = await reader.orFailed(fromRandomAccessReaderPromise(reader, total, options));
    if (zip.entryCount > MOST_ENTRIES) {
      throw invalid(
        'file',
        `\`file\`: the archive holds more than ${MOST_ENTRIES} files: send the one with the views.`
      );
    }
    return { total, entries: await reader.orFailed(locate(zip)) };
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof Refusal || !(error instanceof Error) ? error : broken(shown(error.message));
  } finally {
    zip?.close();
  }
};

const locate = async (zip: ZipFile): Promise<readonly Located[]> => {
  const found: Located[] = [];
  for await (const entry of zip.eachEntry()) {
    const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    found.push({ name, entry, from: fileDataStart });
  }
  return found.filter(({ name }) => !name.endsWith('/') && !IGNORED.test(name));
};

/** Reads an archive at any place, as yauzl asks for it. */
class Reader extends RandomAccessReader {
  private readonly failed: Promise<never>;

  constructor(
    private readonly stored: StoredBytes,
    private readonly signal: AbortSignal | undefined
  ) {
    super();
    this.failed = new Promise((_resolve, reject) => this.on('error', reject));
    this.failed.catch(() => undefined);
  }

  /** What yauzl makes of it, unless it fails where nobody hears it. */
  orFailed<Made>(made: Promise<Made>): Promise<Made> {
    return Promise.race([made, this.failed]);
  }

  override read(
    into: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, read?: number) => void
  ): void {
    const copy = async (): Promise<number> => {
      let read = 0;
      for await (const chunk of partOf(this.stored, { from: position, length })(length, this.signal)) {
        chunk.copy(into, offset + read);
        read += chunk.length;
      }
      return read;
    };
    copy()
      .then((read) => callback(null, read), callback)
      // What yauzl throws on odd bytes.
      .catch((error: unknown) => this.emit('error', error));
  }
}

const DEFLATED = 8;

const refuseEntry = ({ name, entry }: Located): void => {
  if (validateFileName(name) !== null || name.includes('\0')) {
    throw refuse(name, 'which would lie outside of it: pack it anew, or send the file that the tool exported');
  }
  if (entry.isEncrypted()) throw refuse(name, 'which is encrypted: pack it without a password');
  if (entry.compressionMethod !== DEFLATED && entry.compressionMethod !== 0) {
    throw refuse(name, 'which is compressed in an unusual way: pack it as an ordinary ZIP');
  }
  if (ARCHIVE.test(name))
    throw refuse(name, 'which is an archive again: send the one that the tool exported by itself');
  refuseBomb(entry.uncompressedSize, entry.compressedSize);
};

const refuse = (name: string, why: string): Refusal =>
  invalid('file', `\`file\`: the archive holds "${shown(name.replaceAll(/\p{Cc}/gu, ''))}", ${why}.`);

/** Content that several files share would be unpacked once for each. */
const refuseOverlap = (entries: readonly Located[]): void => {
  const sorted = [...entries].sort((a, b) => a.from - b.from);
  let end = 0;
  for (const { entry, from } of sorted) {
    if (entry.relativeOffsetOfLocalHeader < end) throw broken('its files overlap');
    end = from + entry.compressedSize;
  }
};

const baseOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** What systems add when they pack. */
const IGNORED = /(?:^|\/)(?:__MACOSX\/|\.[^./]|Thumbs\.db$)/i;
const ARCHIVE = /\.(?:zip|gz|tgz|tar|bz2|xz|zst|7z|rar)$/i;
/** Rotated logs end in a number or day. */
const READABLE = /\.(?:csv|tsv|tab|txt|jsonl?|ndjson|log)(?:[.-]\d+)*$|^[^.]+$|_log(?:[.-]\d+)*$/i;
const WORKBOOK: ReadonlySet<string> = new Set(['[Content_Types].xml', 'mimetype']);
