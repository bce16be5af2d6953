import type { FileHandle } from 'node:fs/promises';

/** A file from its beginning, whenever it is asked for, at most so many bytes at a time. */
export type Bytes = (atOnce: number, signal?: AbortSignal) => AsyncIterable<Buffer>;

/** What an open file holds; whoever opened it closes it. */
export const bytesOf = (file: FileHandle): Bytes =>
  async function* (atOnce, signal) {
    // By position: several may read it at once, each from its own place.
    for (let position = 0; ;) {
      signal?.throwIfAborted();
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(atOnce), 0, atOnce, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  };
