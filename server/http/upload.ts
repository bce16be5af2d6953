import { randomUUID } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Context } from 'koa';
import { IMPORT_FIELD } from '../core/import-api';
import { invalid } from '../core/refusal';
import { bytesOf, type StoredBytes } from '../services/import/bytes';

/** A file that came with a request. */
export interface Upload {
  readonly bytes: StoredBytes;
  readonly name: string | null;
  /** The form's other fields. */
  readonly fields: unknown;
  /** Aborted when the client goes before it was answered. */
  readonly signal: AbortSignal;
}

/** What comes as the whole body is cut off here; forms have the host's own limit. */
const MOST_BYTES = 200 * 1024 * 1024;

/** Characters, as columns count them. */
const MOST_NAME = 255;

/**
 * Does work with the file of a request, a form's field or the whole body. Its name is taken from it before the work
 * begins, and with its end, or that of the stream that it answers, or of a process that is killed, the disk has its space
 * back: nothing is left that would have to be found and told from files in use. Strapi removes only files of its own
 * field: what may refuse the request belongs into the work. A form whose process is killed while it still comes in leaves
 * its file to the host, whose parser names it like any other upload.
 */
export const withUpload = async (
  ctx: Context,
  work: (upload: Upload) => Promise<{ readonly stream: Readable } | { readonly body: unknown }>
): Promise<void> => {
  const gone = new AbortController();
  ctx.res.once('close', () => {
    if (!ctx.res.writableFinished) gone.abort();
  });
  const { close, ...file } = await receive(ctx);
  let stream: Readable | undefined;
  try {
    const answer = await work({ ...file, signal: gone.signal });
    if ('stream' in answer) {
      stream = answer.stream;
      stream.once('close', close);
      ctx.body = stream;
    } else ctx.body = answer.body;
  } catch (error) {
    if (gone.signal.aborted) throw invalid('request', '`request`: it was broken off, and nothing was imported.');
    throw error;
  } finally {
    if (stream === undefined) close();
  }
};

type Received = Omit<Upload, 'signal'> & { readonly close: () => void };

const receive = async (ctx: Context): Promise<Received> => {
  const { files, body } = ctx.request as unknown as ParsedRequest;
  if (files !== undefined) return fromForm(files, body);
  if (typeof body === 'string') return fromText(body);
  const hasBody = Number(ctx.get('content-length') || 0) > 0 || ctx.get('transfer-encoding') !== '';
  // A stream that no parser of the host's has read.
  if (body === undefined && hasBody) return fromStream(ctx.req);
  throw invalid(
    IMPORT_FIELD,
    `\`${IMPORT_FIELD}\`: send a CSV as the form's field \`${IMPORT_FIELD}\`, or as the body with \`Content-Type: application/octet-stream\`.`
  );
};

/** The host's parser has read it as UTF-8 already: what another encoding said is lost, and must not be stored. */
const fromText = (body: string): Received => {
  if (body.includes('\uFFFD')) {
    throw invalid(
      IMPORT_FIELD,
      `\`${IMPORT_FIELD}\`: it is not in UTF-8: send it as the form's field \`${IMPORT_FIELD}\`, or as the body with \`Content-Type: application/octet-stream\`, which keep its encoding.`
    );
  }
  return { ...NAMELESS, bytes: inMemory(Buffer.from(body)), close: () => undefined };
};

/** Removes the files of a form that is refused before anybody takes them; the refusal matters more than whether it can. */
export const discardUploads = async (ctx: Context): Promise<void> => {
  const { files } = ctx.request as unknown as ParsedRequest;
  if (files !== undefined) await removeAll(files).catch(() => undefined);
};

const removeAll = async (files: Files): Promise<void> => {
  for (const { filepath } of Object.values(files).flat()) await rm(filepath, { force: true });
};

const fromForm = async (files: Files, fields: unknown): Promise<Received> => {
  const all = Object.values(files).flat();
  const [file, ...others] = [files[IMPORT_FIELD] ?? []].flat();
  if (file === undefined || others.length > 0 || all.length > 1) {
    await removeAll(files);
    throw invalid(IMPORT_FIELD, `\`${IMPORT_FIELD}\`: send one file, as the form's field \`${IMPORT_FIELD}\`.`);
  }
  const opened = await open(file.filepath, 'r');
  await orClose(opened, () => removeAll(files));
  return { ...read(opened), name: shownName(file.originalFilename ?? ''), fields };
};

/** A file's name is somebody's label, not input: what no database takes is left out of it, and it is shortened. */
const shownName = (name: string): string | null =>
  Array.from(name.toWellFormed().replace(/\p{Cc}/gu, ''))
    .slice(0, MOST_NAME)
    .join('')
    .trim() || null;

const fromStream = async (stream: Readable): Promise<Received> => {
  const path = join(tmpdir(), `content-strategy-${randomUUID()}.csv`);
  const opened = await open(path, 'wx+', 0o600);
  await orClose(opened, async () => {
    await rm(path);
    for await (const chunk of limited(stream)) await opened.appendFile(chunk);
  });
  return { ...NAMELESS, ...read(opened) };
};

const NAMELESS = { name: null, fields: {} };

/** A file without a name is gone once it is closed, and closed with its process. */
const read = (opened: FileHandle): Pick<Received, 'bytes' | 'close'> => ({
  bytes: bytesOf(opened),
  close: () => void opened.close().catch(() => undefined),
});

const orClose = async (opened: FileHandle, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    read(opened).close();
    throw error;
  }
};

const inMemory = (whole: Buffer): StoredBytes =>
  async function* (atOnce, _signal, from = 0) {
    for (let at = from; at < whole.length; at += atOnce) yield whole.subarray(at, at + atOnce);
  };

async function* limited(stream: Readable): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES)
      throw invalid(IMPORT_FIELD, `\`${IMPORT_FIELD}\`: it is larger than 200 MB; compress it (.gz), or split it.`);
    yield chunk;
  }
}

type Files = Readonly<Record<string, FormFile | readonly FormFile[]>>;

interface FormFile {
  readonly filepath: string;
  readonly originalFilename?: string | null;
}

/** As koa-body leaves it. */
interface ParsedRequest {
  readonly files?: Files;
  readonly body?: unknown;
}
