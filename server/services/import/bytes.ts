import type { FileHandle } from 'node:fs/promises';

/** A file from its beginning, whenever it is asked for, at most so many bytes at a time. */
export type Bytes = (atOnce: number, signal?: AbortSignal) => AsyncIterable<Buffer>;

/** A file that can be read from any place: what archives are looked through by. */
export type StoredBytes = (atOnce: number, signal?: AbortSignal, from?: number) => AsyncIterable<Buffer>;

/** What an open file holds; whoever opened it closes it. */
export const bytesOf = (file: FileHandle): StoredBytes =>
  async function* (atOnce, signal, from = 0) {
    // By position: several may read it at once, each from its own place.
    for (let position = from; ;) {
      signal?.throwIfAborted();
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(atOnce), 0, atOnce, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  };

/** A part of a file. */
export const partOf = (
  bytes: StoredBytes,
  { from, length }: { readonly from: number; readonly length: number }
): Bytes =>
  async function* (atOnce, signal) {
    let left = length;
    if (left <= 0) return;
    for await (const chunk of bytes(Math.min(atOnce, left), signal, from)) {
      yield chunk.subarray(0, left);
      left -= chunk.length;
      if (left <= 0) return;
    }
  };

/** How long a file is, by reading it. */
export const lengthOf = async (bytes: Bytes, signal?: AbortSignal): Promise<number> => {
  let length = 0;
  for await (const chunk of bytes(AT_ONCE, signal)) length += chunk.length;
  return length;
};

/** Its first bytes, at most so many. */
export const headOf = async (bytes: Bytes, length: number, signal?: AbortSignal): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let read = 0;
  for await (const chunk of bytes(length, signal)) {
    chunks.push(chunk);
    read += chunk.length;
    if (read >= length) break;
  }
  return Buffer.concat(chunks).subarray(0, length);
};

/** What is read of a file that nobody waits for in pieces. */
export const AT_ONCE = 65_536;
