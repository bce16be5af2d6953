import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Context } from 'koa';
import { IMPORT_FIELD } from '../core/import-api';
import { invalid } from '../core/refusal';

/** A file that came with a request. */
export interface Upload {
  readonly path: string;
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
 * Does work with the file of a request, a form's field or the whole body, and removes it afterwards: when the work is
 * done or has failed, or when the stream that it answers has ended. Strapi removes only files of its own field: what may
 * refuse the request belongs into the work.
 */
export const withUpload = async (
  ctx: Context,
  work: (upload: Upload) => Promise<{ readonly stream: Readable } | { readonly body: unknown }>
): Promise<void> => {
  const gone = new AbortController();
  ctx.res.once('close', () => {
    if (!ctx.res.writableFinished) gone.abort();
  });
  const { remove, ...file } = await receive(ctx);
  let stream: Readable | undefined;
  try {
    const answer = await work({ ...file, signal: gone.signal });
    if ('stream' in answer) {
      stream = answer.stream;
      stream.once('close', () => void remove());
      ctx.body = stream;
    } else ctx.body = answer.body;
  } catch (error) {
    if (gone.signal.aborted) throw invalid('request', '`request`: it was broken off, and nothing was imported.');
    throw error;
  } finally {
    if (stream === undefined) await remove();
  }
};

type Received = Omit<Upload, 'signal'> & { readonly remove: () => Promise<void> };

const receive = async (ctx: Context): Promise<Received> => {
  const { files, body } = ctx.request as unknown as ParsedRequest;
  if (files !== undefined) return fromForm(files, body);
  if (typeof body === 'string') return save((path) => writeFile(path, body));
  const hasBody = Number(ctx.get('content-length') || 0) > 0 || ctx.get('transfer-encoding') !== '';
  // A stream that no parser of the host's has read.
  if (body === undefined && hasBody) return save((path) => pipeline(ctx.req, limited(), createWriteStream(path)));
  throw invalid(
    IMPORT_FIELD,
    `\`${IMPORT_FIELD}\`: send a CSV as the form's field \`${IMPORT_FIELD}\`, or as the body with \`Content-Type: application/octet-stream\`.`
  );
};

/** Removes the files of a form that is refused before anybody takes them. */
export const discardUploads = async (ctx: Context): Promise<void> => {
  const { files } = ctx.request as unknown as ParsedRequest;
  if (files !== undefined) await removeAll(files);
};

const removeAll = async (files: Files): Promise<void> => {
  for (const { filepath } of Object.values(files).flat()) await rm(filepath, { force: true });
};

const fromForm = (files: Files, fields: unknown): Received => {
  const all = Object.values(files).flat();
  const [file, ...others] = [files[IMPORT_FIELD] ?? []].flat();
  const remove = (): Promise<void> => removeAll(files);
  if (file !== undefined && others.length === 0 && all.length === 1) {
    return { path: file.filepath, name: shownName(file.originalFilename ?? ''), fields, remove };
  }
  void remove();
  throw invalid(IMPORT_FIELD, `\`${IMPORT_FIELD}\`: send one file, as the form's field \`${IMPORT_FIELD}\`.`);
};

/** A file's name is somebody's label, not input: what no database takes is left out of it, and it is shortened. */
const shownName = (name: string): string | null =>
  Array.from(name.toWellFormed().replace(/\p{Cc}/gu, ''))
    .slice(0, MOST_NAME)
    .join('')
    .trim() || null;

const save = async (write: (path: string) => Promise<void>): Promise<Received> => {
  const folder = await mkdtemp(join(tmpdir(), 'content-strategy-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'import.csv');
  try {
    await write(path);
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, name: null, fields: {}, remove };
};

const limited = (): Transform => {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES)
        callback(invalid(IMPORT_FIELD, `\`${IMPORT_FIELD}\`: it is larger than 200 MB; split it.`));
      else callback(null, chunk);
    },
  });
};

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
