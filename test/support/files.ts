/** Files of the Media Library, uploaded as the admin would: Strapi itself names them and makes their formats. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import type { Host } from './host';

/** The part of Strapi's files that tests read. */
export interface Uploaded {
  readonly id: number;
  readonly documentId: string;
  readonly name: string;
  readonly hash: string;
  readonly ext: string;
  readonly url: string;
  readonly size: number;
  readonly formats: Readonly<Record<string, { readonly url: string; readonly hash: string }>> | null;
}

const MIMES = { '.png': 'image/png', '.pdf': 'application/pdf', '.zip': 'application/zip' } as const;

/** Uploads a file of some content; pictures get one of their own where none is given. */
export const anUpload = async (
  host: Host,
  name: `${string}${keyof typeof MIMES}`,
  content: Buffer | string = name.endsWith('.png') ? aPng(20) : name
): Promise<Uploaded> => {
  const folder = mkdtempSync(join(tmpdir(), 'content-strategy-upload-'));
  try {
    const filepath = join(folder, name);
    const buffer = Buffer.from(content);
    writeFileSync(filepath, buffer);
    const mimetype = Object.entries(MIMES).find(([ext]) => name.endsWith(ext))?.[1];
    const [file]: readonly Uploaded[] = await host.strapi
      .plugin('upload')
      .service('upload')
      .upload({ data: {}, files: { filepath, originalFilename: name, mimetype, size: buffer.length } });
    if (file === undefined) throw new Error(`${name} was not uploaded`);
    return file;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Removes every file, from the disk too. */
export const removeUploads = async (host: Host): Promise<void> => {
  const files = await host.strapi.db.query('plugin::upload.file').findMany({});
  for (const file of files) await host.strapi.plugin('upload').service('upload').remove(file);
};

let shade = 0;

/** A picture in a shade of its own; from 500 pixels on Strapi makes a small format of it. */
export const aPng = (width: number): Buffer => {
  shade = (shade + 7) % 256;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const line = Buffer.alloc(width + 1, shade).fill(0, 0, 1);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: width }, () => line)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const chunk = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
};

const crc32 = (data: Buffer): number => {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
};
