import { Readable, pipeline } from 'node:stream';
import { crc32, createGunzip, createInflateRaw } from 'node:zlib';
import { invalid, type Refusal } from '../../core/refusal';
import { AT_ONCE, type Bytes } from './bytes';

/**
 * What an archive may unpack to. Logs shrink to a twentieth, files of nothing but equal lines to a thousandth: more than
 * `ratio` beyond `free` bytes is no export, but made to fill memory or time.
 */
export const UNPACKED = { bytes: 2 * 1024 ** 3, ratio: 300, free: 16 * 1024 ** 2 } as const;

/** What the directory of an archive promises of a file. */
export interface Promised {
  readonly bytes: number;
  readonly crc: number;
}

/** What is compressed in a file, unpacked as it is read; refuses what is broken, or unpacks to far more than it is. */
export const inflated = (packed: Bytes, kind: 'gzip' | 'deflate' | 'stored', promised?: Promised): Bytes =>
  async function* (atOnce, signal) {
    let [bytes, crc] = [0, 0];
    for await (const chunk of inPieces(unpack(packed, kind, signal), atOnce)) {
      bytes += chunk.length;
      if (promised !== undefined) {
        crc = crc32(chunk, crc);
        if (bytes > promised.bytes) throw broken('it holds more than its directory says');
      }
      yield chunk;
    }
    if (promised !== undefined && (bytes < promised.bytes || crc !== promised.crc)) {
      throw broken('what it holds is not what was packed');
    }
  };

async function* unpack(packed: Bytes, kind: 'gzip' | 'deflate' | 'stored', signal?: AbortSignal) {
  if (kind === 'stored') {
    yield* packed(AT_ONCE, signal);
    return;
  }
  const engine = kind === 'gzip' ? createGunzip() : createInflateRaw();
  // What goes wrong is thrown where the engine is read.
  pipeline(Readable.from(packed(AT_ONCE, signal)), engine, () => undefined);
  let bytes = 0;
  try {
    for await (const chunk of engine as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      refuseBomb(bytes, engine.bytesWritten);
      yield chunk;
    }
  } catch (error) {
    throw isOfZlib(error) ? broken(error.message) : error;
  } finally {
    engine.destroy();
  }
}

/** Refuses what unpacks to more than exports do. */
export const refuseBomb = (unpacked: number, packed: number): void => {
  if (unpacked > UNPACKED.bytes) {
    throw invalid('file', '`file`: it unpacks to more than 2 GB: split it by time, and send the parts.');
  }
  if (unpacked > UNPACKED.free && unpacked > packed * UNPACKED.ratio) {
    throw invalid(
      'file',
      `\`file\`: it unpacks to more than ${UNPACKED.ratio} times its size, as no export does: send the file itself.`
    );
  }
};

/** An archive that cannot be unpacked. */
export const broken = (why: string): Refusal =>
  invalid('file', `\`file\`: the archive is damaged or not whole (${why}): download it again, or send what is in it.`);

const isOfZlib = (error: unknown): error is Error =>
  typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('Z_');

/** Neither longer than asked for, nor so short that the first of them tells little. */
async function* inPieces(chunks: AsyncIterable<Buffer>, atOnce: number): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    length += chunk.length;
    if (length < atOnce) continue;
    const whole = Buffer.concat(held);
    const rest = length % atOnce;
    for (let at = 0; at + atOnce <= length; at += atOnce) yield whole.subarray(at, at + atOnce);
    held = rest === 0 ? [] : [whole.subarray(length - rest)];
    length = rest;
  }
  if (length > 0) yield Buffer.concat(held);
}
