import { invalid } from '../../core/refusal';
import { AT_ONCE, headOf, partOf, type StoredBytes } from './bytes';
import { inflated } from './inflate';
import { zipParts, type Part } from './zip';

/** What a file that was sent consists of: the files of an archive, or itself. Memory does not grow with it. */
export const openParts = async (bytes: StoredBytes, signal?: AbortSignal): Promise<readonly Part[]> => {
  const head = await headOf(bytes, HEAD, signal);
  const packed = packedAs(head);
  if (packed === 'zip') return zipParts(bytes, signal);
  if (packed === 'gzip') return [await gunzipped(bytes, signal)];
  const json = ZIP_IN_JSON.exec(head.toString('latin1'));
  return json === null ? [{ name: '', bytes }] : zipParts(await fromBase64(bytes, json[0].length, signal), signal);
};

const HEAD = 512;

/** `PK`, and what begins a file, or ends an archive that has none. */
const ZIPS: readonly string[] = ['504b0304', '504b0506'];

const packedAs = (head: Buffer): 'zip' | 'gzip' | null => {
  if (head.length >= 2 && head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  return ZIPS.includes(head.toString('hex', 0, 4)) ? 'zip' : null;
};

const gunzipped = async (bytes: StoredBytes, signal?: AbortSignal): Promise<Part> => {
  const part = { name: '', bytes: inflated(bytes, 'gzip') };
  if (packedAs(await headOf(part.bytes, HEAD, signal)) !== null) {
    throw invalid('file', '`file`: it is an archive in an archive: unpack the outer one, and send what is in it.');
  }
  return part;
};

/** `{"zip":"UEsDB…"}`, as Umami exports. */
const ZIP_IN_JSON = /^(?:\u00ef\u00bb\u00bf)?\s*\{\s*"zip"\s*:\s*"/;

/** What a text in a file says in base64, from where the text begins, read without ever holding all of it. */
const fromBase64 = async (bytes: StoredBytes, start: number, signal?: AbortSignal): Promise<StoredBytes> => {
  const length = await textLength(bytes, start, signal);
  return async function* (atOnce, until, from = 0) {
    // Four letters are three bytes.
    const skipped = Math.floor(from / 3) * 4;
    let ahead = from % 3;
    let rest = '';
    const letters = partOf(bytes, { from: start + skipped, length: length - skipped });
    for await (const chunk of letters(Math.max(4, Math.floor(atOnce / 3) * 4), until)) {
      const text = rest + chunk.toString('latin1');
      const whole = text.length - (text.length % 4);
      rest = text.slice(whole);
      const decoded = Buffer.from(text.slice(0, whole), 'base64');
      const read = decoded.subarray(ahead);
      ahead = Math.max(0, ahead - decoded.length);
      for (let at = 0; at < read.length; at += atOnce) yield read.subarray(at, at + atOnce);
    }
    const last = Buffer.from(rest, 'base64').subarray(ahead);
    if (last.length > 0) yield last;
  };
};

/** Letters up to the quote that ends the text. */
const textLength = async (bytes: StoredBytes, start: number, signal?: AbortSignal): Promise<number> => {
  let length = 0;
  for await (const chunk of bytes(AT_ONCE, signal, start)) {
    const end = chunk.indexOf('"');
    const text = (end === -1 ? chunk : chunk.subarray(0, end)).toString('latin1');
    if (!/^[A-Za-z0-9+/=]*$/.test(text)) break;
    length += text.length;
    if (end !== -1) return length;
  }
  throw invalid('file', '`file`: the archive in this JSON is damaged or not whole: export it again.');
};
