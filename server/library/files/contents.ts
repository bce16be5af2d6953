import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Core } from '@strapi/strapi';
import type { Upload } from './uploads';

/** Where Strapi's own provider keeps a file, on the host's disk; `null` for files of other providers. */
export const pathOnDisk = (strapi: Core.Strapi, { provider, hash, ext }: Upload): string | null => {
  const name = `${hash}${ext}`;
  // A copied library may call a file anything; what leads out of the folder is none of ours.
  if (provider !== 'local' || name === '' || name !== basename(name) || name.startsWith('..')) return null;
  return join(strapi.dirs.static.public, 'uploads', name);
};

/** When a file was changed last, in milliseconds since the epoch; `null` where it is gone or cannot be read. */
export const changedAt = async (path: string): Promise<number | null> => {
  try {
    return Math.floor((await stat(path)).mtimeMs);
  } catch {
    return null;
  }
};

/** SHA-256 of what a file contains, read piece by piece; `null` where it cannot be read. */
export const digestOf = async (path: string): Promise<string | null> => {
  const digest = createHash('sha256');
  try {
    await pipeline(createReadStream(path), digest);
    return digest.digest('base64');
  } catch {
    return null;
  }
};
